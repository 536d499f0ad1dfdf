package markdown

import "tidemark/core/internal/dom"

// blockquote renders <blockquote>. One whose content cannot be seen is left out.
func (r *Renderer) blockquote(id dom.ID) {
	r.boundary()
	if r.phrasing != blocks {
		r.children(id)
		r.boundary()
		return
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
}

// isEmpty tells whether a node has no children but white space.
func (r *Renderer) isEmpty(id dom.ID) bool {
	first := r.doc.Node(id).First
	return first == 0 || first == r.doc.Node(id).Last && r.doc.IsBlank(first)
}
