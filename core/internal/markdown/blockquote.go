package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/outline"
)

// blockquote renders <blockquote>. One that holds nothing is an empty quotation, but one whose content cannot be seen is left
// out.
func (r *Renderer) blockquote(id dom.ID) step {
	if r.alert(id) {
		return done
	}
	r.boundary()
	if r.phrasing != blocks {
		return descend | endsBox
	}
	if r.settings.Plain {
		return r.plainQuote()
	}
	before := r.w.mark()
	r.w.open(quote)
	r.recordContainer(outline.Quote, id)
	r.w.text("> ")
	r.enterContainer(before, "> ")
	return descend | endsBlockquote
}

// endBlockquote ends the quotation that was begun last.
func (r *Renderer) endBlockquote(id dom.ID) {
	r.flush()
	empty := r.w.last == noBlock
	before := r.leaveContainer()
	switch {
	case empty && (r.settings.Plain || !r.page.IsEmpty(id)):
		r.w.undo(before)
	case r.settings.Plain:
		r.w.text(quotationMarks[0].close)
	}
}
