package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// readMarkup reads what the tag, the class and rel of an element say that it holds.
func (r *reader) readMarkup(id dom.ID) {
	n := r.doc.Node(id)
	switch n.Tag {
	case dom.TagHtml, dom.TagBody, dom.TagMain, dom.TagArticle:
		return
	}
	said := r.wordsOf(n, id)
	if isRegion(said) || opens(n.Tag) {
		r.beginRegion(id)
	}
	if n.Tag == dom.TagA && n.Traits&dom.HasItem != 0 && hasWord(r.doc.Value(id, dom.AttrRel), "author") {
		r.mark(&r.bylines, id, "rel=author", byRel)
		return
	}
	if n.Tag == dom.TagA && n.Traits&dom.HasHref != 0 && leadsToAuthor(r.doc.Value(id, dom.AttrHref)) {
		r.mark(&r.bylines, id, "link", byAuthorLink)
	}
	switch {
	case said&notWord != 0:
	case said&authorWord != 0 && said&nameWord != 0:
		r.mark(&r.bylines, id, "class", byNameClass)
	case said&bylineWord != 0:
		r.mark(&r.bylines, id, "class", byBylineClass)
	case said&authorWord != 0 && said&aboutWord == 0:
		r.mark(&r.bylines, id, "class", byAuthorClass)
	}
	isUpdated := said&(updatedWord|publishedWord) == updatedWord
	switch {
	case n.Tag == dom.TagTime && isUpdated:
		r.mark(&r.times, id, "time", byUpdatedClass)
	case n.Tag == dom.TagTime:
		r.mark(&r.times, id, "time", byTime)
	case said&notWord != 0 || said&(dateWord|publishedWord) == 0:
	case isUpdated:
		r.mark(&r.times, id, "class", byUpdatedClass)
	case said&dateWord != 0 && said&publishedWord != 0:
		r.mark(&r.times, id, "class", byPublishedClass)
	default:
		r.mark(&r.times, id, "class", byDateClass)
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

// wordsOf returns what the class and the id of an element say.
func (r *reader) wordsOf(n *dom.Node, id dom.ID) (said words) {
	if n.Traits&dom.HasClass != 0 {
		said = r.known.of(r.doc.Value(id, dom.AttrClass))
	}
	if n.Traits&dom.HasID != 0 {
		said |= wordsOf(r.doc.Value(id, dom.AttrID))
	}
	return said
}

// leadsToAuthor reports whether an address is that of a page about an author, by a part of its path.
func leadsToAuthor(href string) bool {
	if strings.HasPrefix(href, "?author=") {
		return true
	}
	for part := range strings.SplitSeq(href, "/") {
		switch part {
		case "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "contributor", "contributors", "writers", "journalist",
			"journalists", "redakteur", "columnist":
			return true
		}
	}
	return false
}
