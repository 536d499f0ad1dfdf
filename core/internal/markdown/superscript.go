package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// superscript renders <sup>. Renderers raise references to footnotes themselves, and what is in brackets, or is all of a link
// that stands apart, is set apart from the text as well as by raising it.
func (r *Renderer) superscript(id dom.ID) step {
	if i, ok := r.page.InlineNote(id); ok {
		r.addNote(i, id)
		return done
	}
	if link := r.page.BracketedReference(id); link != 0 && !r.inline.IsOpen(inline.LinkFormat) && r.footnoteLink(link) {
		return done
	}
	if !r.settings.CanWrite(inline.SupFormat) {
		return descend
	}
	if !r.inline.IsOpen(inline.LinkFormat) && r.page.RefersToFootnote(id) || r.page.IsBracketed(id) || r.page.IsBackMark(id) {
		return descend
	}
	return r.withFormat(id, inline.SupFormat)
}
