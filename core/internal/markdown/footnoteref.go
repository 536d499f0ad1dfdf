package markdown

import (
	"bytes"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// footnoteLink renders a link that refers to a footnote, and leaves out one that leads back from a footnote. It tells whether
// the link is either.
func (r *Renderer) footnoteLink(link dom.ID) bool {
	if r.formatted[linkFormat] == 0 {
		if i, ok := r.page.FootnoteOf(link); ok {
			r.page.Footnote(i).Referred = true
			r.run.addFootnote(i)
			return true
		}
	}
	if r.openFootnotes > 0 && r.page.LeadsBack(link) {
		r.run.cutTrailingSpaces(-1)
		return true
	}
	return false
}

// writeFootnoteReference writes the reference that token i is. What follows it is literal text where it could make a link or
// a definition of it.
func (r *Renderer) writeFootnoteReference(i int, l lines) {
	atStart := l == paragraphLines && len(r.w.out) == r.run.escape.lineStart
	r.w.text("[^")
	r.w.text(r.page.Footnote(r.run.tokens[i].ref).Label)
	r.w.text("]")
	if next := r.nextByte(i, l); !r.settings.EscapeNone && (next == '(' || next == ':' && atStart) {
		r.w.text(`\`)
	}
}

// readsAsFootnote tells of text that begins with [ and would be a reference to a footnote of the document.
func (r *Renderer) readsAsFootnote(text []byte) bool {
	if len(text) < 4 || text[1] != '^' {
		return false
	}
	end := bytes.IndexByte(text[:min(len(text), 2*page.LongestLabel)], ']')
	return end > 0 && r.page.IsFootnoteLabel(text[2:end])
}
