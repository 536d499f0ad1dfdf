package markdown

import "tidemark/core/internal/dom"

// isReady reports whether a child of an element that has been entered can be rendered, or entered, since nothing can change what
// becomes of it.
func (r *Renderer) isReady(id dom.ID) bool {
	n := r.doc.Node(id)
	switch {
	case n.Kind == dom.KindText:
		return r.isWholeText(id)
	case r.doc.Unfinished(id):
		return r.page.IsOpenBox(id)
	case r.page.LooksAfter(id):
		return r.page.IsWholeAfter(id)
	}
	return true
}

// isWholeText reports whether text can grow no more, nor the pieces that it is one with.
func (r *Renderer) isWholeText(id dom.ID) bool {
	if r.textEnd != 0 {
		if id == r.textEnd {
			r.textEnd = 0
		}
		return true
	}
	last := id
	for next := r.doc.Node(last).Next; r.page.IsText(next); next = r.doc.Node(last).Next {
		last = next
	}
	next := r.doc.Node(last).Next
	if next == 0 && r.doc.Unfinished(r.doc.Node(id).Parent) {
		return false
	}
	if next != 0 && r.isOpenTable(next) {
		return false
	}
	if last != id {
		r.textEnd = last
	}
	return true
}

// isOpenTable reports whether an element is a table that is not whole: what stands in it where nothing may comes in front of it.
func (r *Renderer) isOpenTable(id dom.ID) bool {
	return r.doc.Is(id, dom.TagTable) && r.doc.Unfinished(id)
}
