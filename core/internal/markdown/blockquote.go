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
	before := r.w
	r.w.open(quote)
	r.w.text("> ")
	c := r.w.enter("> ", false)
	r.children(id)
	r.flush()
	empty := r.w.last == noBlock
	r.w.leave(c)
	if empty && !r.isEmpty(id) {
		r.w.undo(before)
	}
	return rendered
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
