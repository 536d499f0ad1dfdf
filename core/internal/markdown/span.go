package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
)

// span begins <span> by what its class says, and reports whether it has no more to say.
func (r *Renderer) span(id dom.ID) (how step, ok bool) {
	switch kind := r.page.SpanKind(id); {
	case kind == page.CodeLines && r.phrasing != blocks:
		return r.pre(id), true
	case kind == page.CodeSpan, kind == page.CodeLines:
		return r.code(id), true
	case kind == page.SpanApart:
		r.inline.AddSpace() // and what its style says
	case kind == page.DeletedSpan && r.settings.CanWrite(inline.DelFormat):
		return r.withFormat(id, inline.DelFormat), true
	case kind == page.SpanOfLines:
		return r.beginWay(inLines, 0), true
	}
	return descend, false
}

// stepLines goes on in <span> whose children stand on lines of their own, after the one that it is at.
func (r *Renderer) stepLines(id dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	if *at == 0 {
		next = r.doc.Node(id).First
	} else if next = r.doc.Node(*at).Next; next != 0 {
		r.inline.AddBreak()
	}
	*at = next
	return next, next != 0
}
