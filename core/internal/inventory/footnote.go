package inventory

import "tidemark/core/internal/dom"

// Footnote is a footnote that is in the Markdown.
type Footnote struct {
	Label    string `json:"label"`              // what refers to it
	Text     string `json:"text"`               // without markup
	HTML     Range  `json:"html"`               // where it is in the document
	Markdown *Range `json:"markdown,omitempty"` // where it is in the Markdown
}

func (r *Reader) footnote(id dom.ID, label string) {
	if !r.wanted.Footnotes {
		return
	}
	if at := r.places.inMarkdown(id, AsFootnote); at != nil {
		r.found.Footnotes = append(r.found.Footnotes, Footnote{Label: label, Text: r.text(id), HTML: r.places.InHTML(id), Markdown: at})
	}
}
