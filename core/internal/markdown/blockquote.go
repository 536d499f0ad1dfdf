package markdown

import "tidemark/core/internal/dom"

// blockquote renders <blockquote>. One that holds nothing is an empty quotation, but one whose content cannot be seen is left
// out.
func (r *Renderer) blockquote(id dom.ID) leaving {
	if r.alert(id) {
		return rendered
	}
	r.boundary()
	if r.phrasing != blocks {
		return inside | endsBox
	}
	before := r.w.mark()
	r.w.open(quote)
	r.w.text("> ")
	r.enterContainer(before, "> ")
	return inside | endsBlockquote
}

// endBlockquote ends the quotation that was begun last.
func (r *Renderer) endBlockquote(id dom.ID) {
	r.flush()
	empty := r.w.last == noBlock
	before := r.leaveContainer()
	if empty && !r.isEmpty(id) {
		r.w.undo(before)
	}
}

// isEmpty tells whether a node has no children but white space and line breaks.
func (r *Renderer) isEmpty(id dom.ID) bool {
	for c := r.doc.Node(id).First; c != 0; c = r.doc.Node(c).Next {
		if !r.doc.IsBlank(c) && !r.doc.Is(c, dom.TagBr) {
			return false
		}
	}
	return true
}
