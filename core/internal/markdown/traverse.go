package markdown

import (
	"errors"
	"math"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page/formula"
)

// ErrTooDeep says that blocks are nested deeper than Settings.MaxDepth.
var ErrTooDeep = errors.New("blocks are nested too deep")

// step is what is left to do for an element: its children, and what comes when they are rendered.
type step uint16

// The element has been rendered, with its children.
const done step = 0

// Its children are to be rendered. When that is done, it is left in this order.
const (
	descend step = 1 << iota
	endsFormat
	endsLink
	endsQuotation
	endsAnnotation
	endsSpace
	endsApart
	endsBox
	endsStyle // once for each of its formats, up to three: a number of two bits
	_
	endsBlockquote
	endsFootnote
	onWay // of an element that has a way of its own, which goes on then
)

// endsStyles are the bits of endsStyle.
const endsStyles = 3 * endsStyle

// hasWay is of an element that has a way of its own through what is in it, and goes it step by step: see goOn. Which, the bits of ways
// say. It may end a box besides.
const (
	hasWay step = 1 << 15
	ways        = hasWay | 1<<4 - 1
)

const (
	inList step = hasWay + iota
	inItems
	inLinkedItems
	inBody
	inFoot
	inCaption
	inEquation
	inShownFormula
	inSelection
	inCodeFrame
	inCodeTitle
	inPart
	inLines
	inFlatList
	inCallouts
)

// hasWay reports whether an element has a way of its own.
func (s step) hasWay() bool { return s >= hasWay }

// isBlock reports whether an element is a block of Markdown which others are in, or may be.
func (s step) isBlock() bool { return s >= endsBlockquote }

// openElement is an element whose children are being rendered.
type openElement struct {
	id      dom.ID
	step    step
	outside formula.Delimiters // of formulas in the text around it
}

// node renders a node and what is in it.
func (r *Renderer) node(id dom.ID) {
	bottom := len(r.openElements)
	if r.visit(id) != done {
		r.complete(bottom)
	}
}

// finish renders what is left to do for an element that has been begun.
func (r *Renderer) finish(id dom.ID, how step) {
	bottom := len(r.openElements)
	r.enter(id, how)
	r.complete(bottom)
}

// complete renders what is left to do for an element in another, which was entered when so many had been.
func (r *Renderer) complete(bottom int) {
	r.depth++
	r.completeTop(bottom)
	r.depth--
}

// completeTop is complete for an element that is in no other but open boxes: there blocks are as deep as in a document that is whole.
func (r *Renderer) completeTop(bottom int) {
	for len(r.openElements) > bottom && !r.stopped() {
		if id := r.goOn(bottom); len(r.openElements) > bottom {
			r.walk(id)
			r.leave()
		}
	}
}

// children renders the children of a node.
func (r *Renderer) children(id dom.ID) {
	r.depth++
	r.walk(r.doc.Node(id).First)
	r.depth--
}

// walk renders a node and those after it. What they hold is entered and left here, so that it takes no stack however deep it is
// nested.
func (r *Renderer) walk(id dom.ID) {
	bottom := len(r.openElements)
	for !r.stopped() {
		switch n := r.doc.Node(id); {
		case id == 0 && len(r.openElements) > bottom:
			if id = r.leave(); id == wayGoesOn {
				id = r.goOn(bottom)
			}
		case id == 0:
			return
		case n.Kind == dom.KindText && r.page.Formulas.Delimiters == formula.NoDelimiters && !r.attends:
			r.inline.AddText(r.doc.Text(id)) // as visit does
			id = n.Next
		default:
			switch how := r.visit(id); {
			case how == done:
				id = r.doc.Node(id).Next
			case how.hasWay():
				id = r.goOn(bottom)
			default:
				id = r.doc.Node(id).First
			}
		}
	}
	r.openElements = r.openElements[:bottom]
}

// descend notes that blocks of Markdown are nested, and where they are nested too deep.
func (r *Renderer) descend() {
	r.depth++
	if r.depth > r.settings.MaxDepth && r.settings.MaxDepth > 0 && r.err == nil {
		r.err, r.steps = ErrTooDeep, 0
	}
}

// visit renders a node, or enters it: then its children are to be rendered, and it is to be left.
func (r *Renderer) visit(id dom.ID) step {
	outside := r.page.Formulas.Delimiters
	how := r.begin(id)
	if how == done {
		if r.page.Formulas.Delimiters = outside; r.attends {
			r.attended(id)
		}
		return done
	}
	hugepage.Push(&r.watch, &r.openElements, openElement{id: id, step: how, outside: outside})
	return how
}

// enter enters an element that has been begun.
func (r *Renderer) enter(id dom.ID, how step) {
	hugepage.Push(&r.watch, &r.openElements, openElement{id: id, step: how, outside: r.page.Formulas.Delimiters})
}

// wayGoesOn stands for what is after an element on the way of another.
const wayGoesOn dom.ID = math.MinInt32

// leave leaves the element that was entered last, and returns the node after it, or wayGoesOn.
func (r *Renderer) leave() dom.ID {
	last := len(r.openElements) - 1
	e := r.openElements[last]
	r.openElements = r.openElements[:last]
	r.page.Formulas.Delimiters = e.outside
	switch e.step {
	case descend:
	case descend | endsBox:
		r.boundary()
	case descend | onWay:
		return wayGoesOn
	default:
		if r.end(e.id, e.step); e.step&onWay != 0 {
			return wayGoesOn
		}
	}
	return r.doc.Node(e.id).Next
}

// end does what is left to do when the children of an element have been rendered.
func (r *Renderer) end(id dom.ID, how step) {
	if how.hasWay() {
		how &^= ways
	}
	if how&(endsFormat|endsStyles) != 0 {
		r.endFormats(how)
	}
	if how&endsLink != 0 {
		r.endLink(id)
	}
	if how&endsQuotation != 0 {
		r.endQuotation()
	}
	if how&endsAnnotation != 0 {
		r.inline.AddWord(")")
	}
	if how&endsSpace != 0 {
		r.inline.DropTrailingSpaces()
		r.inline.AddSpace()
	}
	if how&endsApart != 0 {
		r.inline.AddSilentBreak()
	}
	if how&endsBox != 0 {
		r.boundary()
	}
	if how&endsBlockquote != 0 {
		r.endBlockquote(id)
	}
	if how&endsFootnote != 0 {
		r.endFootnote(id)
	}
}
