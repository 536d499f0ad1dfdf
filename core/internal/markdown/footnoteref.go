package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// footnoteLink renders a link that refers to a footnote, and leaves out one that leads back from a footnote. It reports whether
// the link is either.
func (r *Renderer) footnoteLink(link dom.ID) bool {
	if !r.inline.IsOpen(inline.LinkFormat) {
		if i, ok := r.page.FootnoteOf(link); ok {
			if r.page.StandsApart(link) {
				r.inline.DropSpace()
			}
			r.addFootnote(i, link)
			return true
		}
	}
	if r.openFootnotes > 0 && r.page.LeadsBack(link) {
		r.inline.DropTrailingSpaces()
		return true
	}
	return false
}

// addFootnote adds a reference to a footnote.
func (r *Renderer) addFootnote(i int32, referrer dom.ID) {
	r.page.Footnote(i).Referred = true
	r.inline.AddFootnote(i, int32(referrer))
}

// FootnoteLabel is the label of a footnote by its index.
func (r *Renderer) FootnoteLabel(ref int32) string { return r.page.Footnote(ref).Label }

// HasFootnote reports whether a footnote of the document has that label.
func (r *Renderer) HasFootnote(label []byte) bool { return r.page.HasFootnote(label) }
