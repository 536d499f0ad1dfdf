package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// isReady tells whether a child of an element that has been entered can be rendered, or entered, since nothing can change what
// becomes of it.
func (r *Renderer) isReady(id dom.ID) bool {
	n := r.doc.Node(id)
	switch {
	case n.Kind == dom.KindText:
		return r.isWholeText(id)
	case r.doc.Unfinished(id):
		return r.isOpenBox(id)
	case r.looksBehind(id):
		return r.isWholeBehind(id)
	}
	return true
}

// isWholeText tells whether text can grow no more, nor the pieces that it is one with.
func (r *Renderer) isWholeText(id dom.ID) bool {
	if r.textEnd != 0 {
		if id == r.textEnd {
			r.textEnd = 0
		}
		return true
	}
	last := id
	for next := r.doc.Node(last).Next; r.isText(next); next = r.doc.Node(last).Next {
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

// isOpenTable tells of a table that is not whole: what stands in it where nothing may comes in front of it.
func (r *Renderer) isOpenTable(id dom.ID) bool {
	return r.doc.Is(id, dom.TagTable) && r.doc.Unfinished(id)
}

// isOpenBox tells of an element that can be entered before it is whole.
func (r *Renderer) isOpenBox(id dom.ID) bool {
	n := r.doc.Node(id)
	if n.Kind != dom.KindElement || !page.Of(n.Tag).Is(page.Transparent) || n.Namespace != dom.HTML {
		return false
	}
	if n.Tag == dom.Unknown && (r.doc.Name(id) == "mjx-container" || r.doc.Name(id) == "math-renderer") {
		return false
	}
	if n.Traits&dom.HasClass != 0 && mathClasses(r.doc.Value(id, dom.AttrClass)) != 0 {
		return false
	}
	if page.Of(n.Tag).Role == page.AlertBox {
		if kind, _ := r.alertKind(id); kind != "" {
			return false
		}
	}
	return !r.mayBeOdd(n) || !r.unseen(id)
}

// looksBehind tells of an element that is rendered by what follows it.
func (r *Renderer) looksBehind(id dom.ID) bool {
	n := r.doc.Node(id)
	role := page.Of(n.Tag).Role
	return role == page.Annotation || role == page.AnnotationParenthesis ||
		n.Traits&dom.HasClass != 0 && mathClasses(r.doc.Value(id, dom.AttrClass))&mathJaxClass != 0
}

// isWholeBehind tells whether all can be seen that such an element looks at: no more than framesBefore elements and one.
func (r *Renderer) isWholeBehind(id dom.ID) bool {
	parent := r.doc.Node(id).Parent
	for elements := 0; elements <= framesBefore; {
		if id = r.doc.Node(id).Next; id == 0 {
			return !r.doc.Unfinished(parent)
		}
		if r.doc.Unfinished(id) {
			return false
		}
		if r.doc.Node(id).Kind == dom.KindElement {
			elements++
		}
	}
	return true
}
