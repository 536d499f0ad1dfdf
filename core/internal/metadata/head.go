package metadata

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// head is what the elements in the head of a document say. Of those that say the same, the first counts.
type head struct {
	lang, title, canonical string
	authors                []string
	meta                   map[string]string // <meta> by name, in lower case
}

// readHead looks at the children of <head> alone: the parser has put there what stands between it and <body>, and <title> and
// <meta> elsewhere are part of what is shown, such as microdata or a picture's.
func readHead(doc *dom.Document) head {
	h := head{meta: map[string]string{}}
	for id := doc.Node(dom.Root).First; id != 0; id = doc.Node(id).Next {
		if doc.Is(id, dom.TagHtml) {
			h.lang = collapse(doc.Value(id, dom.AttrLang))
		}
	}
	for id := doc.Node(doc.Find(dom.Root, dom.TagHead)).First; id != 0; id = doc.Node(id).Next {
		switch doc.Node(id).Tag {
		case dom.TagTitle:
			h.title = first(h.title, collapse(string(doc.AppendTextContent(nil, id))))
		case dom.TagLink:
			if hasWord(doc.Value(id, dom.AttrRel), "canonical") {
				h.canonical = first(h.canonical, doc.Value(id, dom.AttrHref))
			}
		case dom.TagMeta:
			h.readMeta(doc, id)
		}
	}
	return h
}

// readMeta reads a <meta>, which has its name in `name`, or in `property` as RDFa has it.
func (h *head) readMeta(doc *dom.Document, id dom.ID) {
	name := first(collapse(doc.Value(id, dom.AttrName)), collapse(doc.Value(id, dom.AttrProperty)))
	content := collapse(doc.Value(id, dom.AttrContent))
	if name == "" || content == "" {
		return
	}
	switch name = strings.ToLower(name); name {
	case "author", "article:author":
		h.addAuthor(content)
	default:
		h.meta[name] = first(h.meta[name], content)
	}
}

// addAuthor adds an author, once. Open Graph names authors by the addresses of their pages, which are no names.
func (h *head) addAuthor(name string) {
	if strings.Contains(name, "://") {
		return
	}
	for _, a := range h.authors {
		if a == name {
			return
		}
	}
	h.authors = append(h.authors, name)
}

func (h *head) first(of names) string {
	for _, name := range of {
		if v := h.meta[name]; v != "" {
			return v
		}
	}
	return ""
}

// collapse strips and collapses ASCII white space, as the standard does with a title.
func collapse(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(ascii.Space, c) }), " ")
}

// hasWord reports whether a word, in any letter case, is among those of an attribute.
func hasWord(list, word string) bool {
	for w := range strings.FieldsFuncSeq(list, func(c rune) bool { return strings.ContainsRune(ascii.Space, c) }) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
