package inventory

import (
	"unicode/utf8"

	"tidemark/core/internal/dom"
)

// Heading is a heading that is in the Markdown.
type Heading struct {
	Level    int      `json:"level"`              // 1 to 6
	Text     string   `json:"text"`               // without markup
	ID       string   `json:"id,omitempty"`       // what links lead to it by
	Path     []string `json:"path"`               // the texts of the headings it is under, outermost first
	HTML     Range    `json:"html"`               // where it is in the document
	Markdown *Range   `json:"markdown,omitempty"` // where it is in the Markdown
}

// heading is one that others are under.
type heading struct {
	level int
	text  string
}

func (r *Reader) heading(id dom.ID) {
	at := r.places.inMarkdown(id, AsHeading)
	if at == nil || !r.wanted.Headings {
		return
	}
	level, text := int(r.doc.Node(id).Tag-dom.TagH1)+1, r.text(id)
	for len(r.path) > 0 && r.path[len(r.path)-1].level >= level {
		r.path = r.path[:len(r.path)-1]
	}
	path := make([]string, len(r.path))
	for i, above := range r.path {
		path[i] = above.text
	}
	r.found.Headings = append(r.found.Headings, Heading{
		Level: level, Text: text, ID: r.placeOf(id), Path: path, HTML: r.places.InHTML(id), Markdown: at,
	})
	r.path = append(r.path, heading{level, cut(text)})
}

// cut returns so much of a text as is said again under each heading below it.
func cut(text string) string {
	const longest = 256
	if len(text) <= longest {
		return text
	}
	end := longest
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// placeOf returns the ID by which links lead to a heading: its own, that of an anchor it begins with, or that of the section it begins.
func (r *Reader) placeOf(heading dom.ID) string {
	if place := r.doc.Value(heading, dom.AttrID); place != "" {
		return place
	}
	const near = 8
	for c, looked := r.doc.Following(heading, heading), 0; c != 0 && looked < near; c, looked = r.doc.Following(c, heading), looked+1 {
		if r.doc.Node(c).Traits&dom.HasID == 0 || r.doc.Node(c).Kind != dom.KindElement {
			continue
		}
		if place := r.doc.Value(c, dom.AttrID); place != "" {
			return place
		}
		if place := r.doc.Value(c, dom.AttrName); place != "" && r.doc.Is(c, dom.TagA) {
			return place
		}
	}
	before := r.doc.Node(heading).Prev
	for looked := 0; before != 0 && r.doc.IsBlank(before) && looked < near; looked++ {
		before = r.doc.Node(before).Prev
	}
	if section := r.doc.Node(heading).Parent; before == 0 && section != 0 && r.doc.Node(section).Kind == dom.KindElement {
		return r.doc.Value(section, dom.AttrID)
	}
	return ""
}
