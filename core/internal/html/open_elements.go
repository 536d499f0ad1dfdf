package html

import (
	"math/bits"
	"sort"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// openElement is an element on the stack of open elements.
type openElement struct {
	id   dom.ID
	name dom.Name
	tag  dom.Tag // Unknown for foreign elements
	ns   dom.Namespace
	integration

	// below and above are its neighbours. above also links the free places.
	below, above int32

	// sameBelow is the next element below with the same name, HTML or foreign as this one is.
	sameBelow int32

	// order rises from the bottom of the stack to its top.
	order uint64

	// htmlOrder is the order of the topmost HTML element below a foreign one.
	htmlOrder uint64
}

// integration says how far the content of a foreign element is HTML.
type integration uint8

const (
	// https://html.spec.whatwg.org/multipage/parsing.html#mathml-text-integration-point
	mathMLTextIntegration integration = 1 << iota
	// https://html.spec.whatwg.org/multipage/parsing.html#html-integration-point
	htmlIntegration
	annotationXML
)

// openElements is the stack of open elements. The questions that the standard answers by walking down the stack are
// answered here without: each element knows the one below with its name, and those that end a walk are on stacks of their
// own. So the cost of a token does not grow with the depth. Elements are linked, since some leave from the middle; their
// order tells which of two is higher.
// https://html.spec.whatwg.org/multipage/parsing.html#the-stack-of-open-elements
type openElements struct {
	watch *watch.Watch
	slots []openElement // The first is never used: place 0 is none.
	free  int32
	top   int32
	depth int

	// topmost is the topmost place of each name. Foreign elements have their own.
	topmost, topmostForeign names

	// enders are those of all special elements, from the bottom to the top. The first is none.
	enders []enders

	changes *changes // nil unless what changes in the middle is to be noted
}

// enders are the places of the topmost element of each class from a special element on down. It is the topmost special element
// itself. There is room for eight classes, which are copied faster than seven.
type enders [8]int32

// names holds a number for each name.
type names struct {
	tags  [256]int32
	other []int32
}

// of returns the number for a name. That for the name of an end tag that nothing has is always zero.
func (n *names) of(name dom.Name) *int32 {
	i := name.Other()
	if i < 0 {
		return &n.tags[name]
	}
	for i >= len(n.other) {
		n.other = append(n.other, 0)
	}
	return &n.other[i]
}

func (n *names) reset() {
	clear(n.tags[:])
	n.other = n.other[:0]
}

// bottom is the place of the html element, which is pushed first.
const bottom int32 = 1

// orderStep is what lies between an element and the one pushed on it, so that others find room in between.
const orderStep = 1 << 20

func (s *openElements) reset() {
	s.slots = append(s.slots[:0], openElement{})
	s.free, s.top, s.depth = 0, 0, 0
	s.topmost.reset()
	s.topmostForeign.reset()
	s.enders = append(s.enders[:0], enders{})
}

func (s *openElements) current() *openElement { return &s.slots[s.top] }

func (s *openElements) at(place int32) *openElement { return &s.slots[place] }

// take returns a place that is free.
func (s *openElements) take() int32 {
	place := s.free
	if place == 0 {
		hugepage.Push(s.watch, &s.slots, openElement{})
		return int32(len(s.slots) - 1)
	}
	s.free = s.slots[place].above
	return place
}

// release makes a place free.
func (s *openElements) release(place int32) {
	e := &s.slots[place]
	e.id = 0
	e.above, s.free = s.free, place
}

// push puts an HTML element on top.
func (s *openElements) push(id dom.ID, name dom.Name, tag dom.Tag) {
	place := s.take()
	below, e := &s.slots[s.top], &s.slots[place]
	below.above = place
	e.id, e.name, e.tag, e.ns, e.integration = id, name, tag, dom.HTML, 0
	e.below = s.top
	e.order = below.order + orderStep
	if tag != dom.Unknown {
		e.sameBelow, s.topmost.tags[tag] = s.topmost.tags[tag], place
	} else {
		topmost := s.topmost.of(name)
		e.sameBelow, *topmost = *topmost, place
	}
	s.top = place
	s.depth++
	if classes := enderSets[tag]; classes != 0 {
		s.pushEnder(classes, place)
	}
}

// pushForeign puts a foreign element on top.
func (s *openElements) pushForeign(id dom.ID, name dom.Name, ns dom.Namespace, as integration) {
	place := s.take()
	below, e := &s.slots[s.top], &s.slots[place]
	below.above = place
	e.id, e.name, e.tag, e.ns, e.integration = id, name, dom.Unknown, ns, as
	e.below = s.top
	e.order = below.order + orderStep
	if e.htmlOrder = below.htmlOrder; below.ns == dom.HTML {
		e.htmlOrder = below.order
	}
	topmost := s.topmostForeign.of(name)
	e.sameBelow, *topmost = *topmost, place
	s.top = place
	s.depth++
	if classes := s.enderClasses(e); classes != 0 {
		s.pushEnder(classes, place)
	}
}

// pushEnder notes which walks an element ends.
func (s *openElements) pushEnder(classes enderSet, place int32) {
	n := len(s.enders)
	s.enders = hugepage.Move(s.watch, s.enders, 1)
	s.enders = append(s.enders, s.enders[n-1])
	for tops := &s.enders[n]; classes != 0; classes &= classes - 1 {
		tops[bits.TrailingZeros8(uint8(classes))&7] = place
	}
}

// pop takes the current node off.
func (s *openElements) pop() {
	place := s.top
	e := &s.slots[place]
	classes := enderSets[e.tag]
	if e.tag != dom.Unknown {
		s.topmost.tags[e.tag] = e.sameBelow
	} else {
		*s.topmostOf(e) = e.sameBelow
		classes = s.enderClasses(e)
	}
	if classes != 0 {
		s.enders = s.enders[:len(s.enders)-1]
	}
	s.top = e.below
	s.depth--
	e.id = 0
	e.above, s.free = s.free, place
}

func (s *openElements) topmostOf(e *openElement) *int32 {
	if e.ns == dom.HTML {
		return s.topmost.of(e.name)
	}
	return s.topmostForeign.of(e.name)
}

// popUntil pops elements up to the given place and that one too.
func (s *openElements) popUntil(place int32) {
	for order := s.slots[place].order; s.top != 0 && s.slots[s.top].order >= order; {
		s.pop()
	}
}

// remove takes an element out from wherever it is.
func (s *openElements) remove(place int32) {
	if place == s.top {
		s.pop()
		return
	}
	e := &s.slots[place]
	s.changes.removed(e.id)
	link := s.topmostOf(e)
	for *link != place {
		link = &s.slots[*link].sameBelow
	}
	*link = e.sameBelow
	if s.enderClasses(e) != 0 {
		s.removeEnder(place)
	}
	s.slots[e.above].below = e.below
	s.slots[e.below].above = e.above
	s.depth--
	s.release(place)
}

// removeEnder removes an element from those above it.
func (s *openElements) removeEnder(place int32) {
	i := s.search(s.slots[place].order)
	below := s.enders[i-1]
	s.enders = append(s.enders[:i], s.enders[i+1:]...)
	for ; i < len(s.enders); i++ {
		for class, top := range s.enders[i] {
			if top == place {
				s.enders[i][class] = below[class]
			}
		}
	}
}

// replace puts another HTML element with the same name in the place of one.
func (s *openElements) replace(place int32, id dom.ID) {
	s.changes.removed(s.slots[place].id)
	s.changes.inserted(id)
	s.slots[place].id = id
}

// insertAbove puts a formatting element above the element at the given place, and returns its own place.
func (s *openElements) insertAbove(place int32, id dom.ID, name dom.Name) int32 {
	s.changes.inserted(id)
	if place == s.top {
		s.push(id, name, name.Tag())
		return s.top
	}
	if next := s.slots[place].above; s.slots[next].order-s.slots[place].order < 2 {
		s.renumber()
	}
	at := s.take()
	below, e := &s.slots[place], &s.slots[at]
	above := &s.slots[below.above]
	e.id, e.name, e.tag, e.ns, e.integration = id, name, name.Tag(), dom.HTML, 0
	e.below, e.above = place, below.above
	e.order = below.order + (above.order-below.order)/2
	link := s.topmost.of(name)
	for *link != 0 && s.slots[*link].order > e.order {
		link = &s.slots[*link].sameBelow
	}
	e.sameBelow, *link = *link, at
	above.below, below.above = at, at
	s.depth++
	return at
}

// renumber makes room between all neighbours.
func (s *openElements) renumber() {
	order, htmlOrder := uint64(0), uint64(0)
	for place := bottom; ; place = s.slots[place].above {
		order += orderStep
		e := &s.slots[place]
		e.order = order
		if e.ns == dom.HTML {
			htmlOrder = order
		} else {
			e.htmlOrder = htmlOrder
		}
		if place == s.top {
			return
		}
	}
}

// search returns the index in enders of the first special element whose order is at least the given one. That is mostly near the
// top, so it doubles its steps from there.
func (s *openElements) search(order uint64) int {
	orderOf := func(i int) uint64 { return s.slots[s.enders[i][special]].order }
	step := 1
	for step < len(s.enders) && orderOf(len(s.enders)-step) >= order {
		step *= 2
	}
	first := max(len(s.enders)-step, 0)
	return first + sort.Search(len(s.enders)-first, func(i int) bool { return orderOf(first+i) >= order })
}
