package markdown

import (
	"errors"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// ErrTooDeep says that blocks are nested deeper than Settings.MaxDepth.
var ErrTooDeep = errors.New("blocks are nested too deep")

// leaving tells what is left to do for an element: its children, and what comes when they are rendered.
type leaving uint8

// The element has been rendered, with its children.
const rendered leaving = 0

// Its children are to be rendered. When that is done, it is left in this order.
const (
	inside leaving = 1 << iota
	endsFormat
	endsLink
	endsQuotation
	endsAnnotation
	endsSpace
	endsBox
)

// entered is an element whose children are being rendered.
type entered struct {
	id      dom.ID
	leaving leaving
	outside mathDelimiters // of formulas in the text around it
}

// node renders a node and what is in it.
func (r *Renderer) node(id dom.ID) {
	if r.visit(id) {
		r.children(id)
		r.leave()
	}
}

// finish renders what is left to do for an element that has been begun.
func (r *Renderer) finish(id dom.ID, how leaving) {
	r.entered = append(r.entered, entered{id: id, leaving: how, outside: r.delimiters})
	r.children(id)
	r.leave()
}

// children renders the children of a node. What only groups or formats is entered and left here, so that it takes no stack
// however deep it is nested.
func (r *Renderer) children(id dom.ID) {
	bottom := len(r.entered)
	id = r.doc.Node(id).First
	for descended := r.descend(); descended && !r.stopped(); {
		switch n := r.doc.Node(id); {
		case id == 0 && len(r.entered) > bottom:
			id = r.leave()
		case id == 0:
			r.depth--
			return
		case n.Kind == dom.KindText && r.delimiters == noDelimiters && !r.undecided:
			r.text(r.doc.Text(id)) // as visit does
			id = n.Next
		case r.visit(id):
			id = r.doc.Node(id).First
		default:
			id = r.doc.Node(id).Next
		}
	}
	r.entered = r.entered[:bottom]
	r.depth--
}

// descend notes that blocks are nested, which takes stack. It returns false where they are nested too deep.
func (r *Renderer) descend() bool {
	r.depth++
	if r.depth > r.settings.MaxDepth && r.settings.MaxDepth > 0 && r.err == nil {
		r.err = ErrTooDeep
	}
	return r.err == nil
}

// visit renders a node, or enters it: then its children are to be rendered, and it is to be left.
func (r *Renderer) visit(id dom.ID) bool {
	outside := r.delimiters
	how := r.begin(id)
	if how == rendered {
		r.delimiters = outside
		return false
	}
	r.entered = append(hugepage.Grow(&r.watch, r.entered, 1), entered{id: id, leaving: how, outside: outside})
	return true
}

// leave leaves the element that was entered last, and gives the node behind it.
func (r *Renderer) leave() dom.ID {
	last := len(r.entered) - 1
	e := r.entered[last]
	r.entered = r.entered[:last]
	r.delimiters = e.outside
	if e.leaving != inside {
		r.end(e.leaving)
	}
	return r.doc.Node(e.id).Next
}

// end does what is left to do when the children of an element have been rendered.
func (r *Renderer) end(how leaving) {
	if how&endsFormat != 0 {
		r.pop(false)
	}
	if how&endsLink != 0 {
		r.endLink()
	}
	if how&endsQuotation != 0 {
		r.endQuotation()
	}
	if how&endsAnnotation != 0 {
		r.run.addWord(")")
	}
	if how&endsSpace != 0 {
		r.run.addSpace()
	}
	if how&endsBox != 0 {
		r.boundary()
	}
}
