package markdown

import "tidemark/core/internal/dom"

// superscript renders <sup>. Renderers raise references to footnotes themselves, and what is in brackets, or is all of a link
// that stands apart, is set apart from the text as well as by raising it.
func (r *Renderer) superscript(id dom.ID) leaving {
	if r.formatted[linkFormat] == 0 && r.page.RefersToFootnote(id) || r.page.IsBracketed(id) || r.page.IsBackMark(id) {
		return inside
	}
	return r.withFormat(id, supFormat)
}
