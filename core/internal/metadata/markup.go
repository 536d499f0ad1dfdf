package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// readMarkup reads what the tag, the class and rel of an element say that it holds.
func (r *reader) readMarkup(id dom.ID) {
	n := r.doc.Node(id)
	said := wordsOf(r.doc.Value(id, dom.AttrClass))
	if n.Traits&dom.HasID != 0 {
		said |= wordsOf(r.doc.Value(id, dom.AttrID))
	}
	switch n.Tag {
	case dom.TagHtml, dom.TagBody, dom.TagMain, dom.TagArticle:
		return
	}
	if said&(asideWord|commentWord) != 0 || opens(n.Tag) {
		r.beginRegion(id, said&commentWord != 0)
	}
	if n.Tag == dom.TagA && r.doc.Has(id, dom.AttrRel) && hasWord(r.doc.Value(id, dom.AttrRel), "author") {
		r.mark(&r.bylines, id, "rel=author", 2)
		return
	}
	if n.Tag == dom.TagA && n.Traits&dom.HasHref != 0 && leadsToAuthor(r.doc.Value(id, dom.AttrHref)) {
		r.mark(&r.bylines, id, "link", 6)
	}
	switch {
	case said&notWord != 0:
	case said&authorWord != 0 && said&nameWord != 0:
		r.mark(&r.bylines, id, "class", 3)
	case said&bylineWord != 0:
		r.mark(&r.bylines, id, "class", 4)
	case said&authorWord != 0 && said&aboutWord == 0:
		r.mark(&r.bylines, id, "class", 5)
	}
	switch {
	case n.Tag == dom.TagTime || said&notWord != 0:
	case said&dateWord != 0 && said&publishedWord != 0:
		r.mark(&r.times, id, "class", 2)
	case said&publishedWord != 0 || said&dateWord != 0:
		r.mark(&r.times, id, "class", 3)
	}
}

// hasWord reports whether a word, in any letter case, is among those of an attribute.
func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// leadsToAuthor reports whether an address is that of a page about an author, by a part of its path.
func leadsToAuthor(href string) bool {
	if strings.HasPrefix(href, "?author=") {
		return true
	}
	for part := range strings.SplitSeq(href, "/") {
		switch part {
		case "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "contributor", "contributors", "writers", "journalist", "journalists", "redakteur", "columnist":
			return true
		}
	}
	return false
}
