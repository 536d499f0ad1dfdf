package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// enterWay enters an element that has a way of its own through what is in it. A way takes its first step from at.
func (r *Renderer) enterWay(id dom.ID, how step, at dom.ID) {
	hugepage.Push(&r.watch, &r.ways, at)
	r.enter(id, how)
}

// beginWay begins a way, for an element that is about to be entered.
func (r *Renderer) beginWay(how step, at dom.ID) step {
	hugepage.Push(&r.watch, &r.ways, at)
	return how
}

// stepWay takes the next step of the way of an element: it renders or enters something that is in it, or gives what is to be. It returns
// false when the way has ended, and all that was to be done then. The way is at a node that *at names; what is entered may move it.
func (r *Renderer) stepWay(e openElement, at *dom.ID) (next dom.ID, goesOn bool) {
	switch e.step & ways {
	case inList:
		if next, goesOn = r.stepItems(e.id, at); !goesOn {
			r.endList()
		}
	case inItems, inLinkedItems:
		if next, goesOn = r.stepItems(e.id, at); !goesOn && e.step == inLinkedItems {
			r.inline.Pop()
		}
	case inBody, inFoot:
		return r.stepParts(e, at)
	case inCaption:
		return r.stepCaption(e.id, at)
	case inEquation:
		return r.stepEquation(e.id, at)
	case inShownFormula:
		return r.stepShownFormula(e, at)
	case inPart:
		return r.stepPart(e.id, at)
	case inSelection:
		return r.stepSelection(e.id, at)
	case inLines:
		return r.stepLines(e.id, at)
	case inCodeFrame:
		return r.stepCodeFrame(e.id, at)
	case inCodeTitle:
		return r.stepCodeTitle(e.id, at)
	case inFlatList:
		return r.stepFlatItems(e.id, at)
	case inCallouts:
		return r.stepCallouts(e.id, at)
	}
	return next, goesOn
}

// goOn goes on in the element that was entered last, of those that were entered when so many had been: on its own way, and on
// those of what is entered there, up to an element with nothing but its children to be rendered. It returns the node to be rendered
// next, 0 where there is none.
func (r *Renderer) goOn(bottom int) dom.ID {
	for !r.stopped() {
		last := len(r.openElements) - 1
		e := r.openElements[last]
		if !e.step.hasWay() {
			r.openElements[last].step |= onWay
			return r.doc.Node(e.id).First
		}
		switch id, goesOn := r.stepWay(e, &r.ways[len(r.ways)-1]); {
		case id != 0:
			r.visit(id)
			continue
		case goesOn:
			continue
		}
		r.openElements, r.ways = r.openElements[:last], r.ways[:len(r.ways)-1]
		r.page.Formulas.Delimiters = e.outside
		if last == bottom || !r.openElements[last-1].step.hasWay() {
			return r.doc.Node(e.id).Next
		}
	}
	return 0
}
