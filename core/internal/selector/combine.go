package selector

import "tidemark/core/internal/dom"

// parent returns the parent of an element, 0 of the root.
func (m *Matcher) parent(el dom.ID) dom.ID {
	if p := m.doc.Node(el).Parent; p != dom.Root {
		return p
	}
	return 0
}

// elementBefore returns the sibling before an element, 0 if there is none.
func (m *Matcher) elementBefore(el dom.ID) dom.ID {
	for el = m.doc.Node(el).Prev; el != 0 && m.doc.Node(el).Kind != dom.KindElement; el = m.doc.Node(el).Prev {
		m.step()
	}
	return el
}

// elementAfter returns the sibling after an element, 0 if there is none.
func (m *Matcher) elementAfter(el dom.ID) dom.ID {
	for el = m.doc.Node(el).Next; el != 0 && m.doc.Node(el).Kind != dom.KindElement; el = m.doc.Node(el).Next {
		m.step()
	}
	return el
}

// matchesLeft matches what stands to the left of a compound that an element matches.
//
//tidemark:recurses as deep as selectors are long, which maxParts bounds
func (m *Matcher) matchesLeft(c *compound, el dom.ID) bool {
	switch c.combinator {
	case child:
		return m.matchesOnce(c.left, m.parent(el))
	case descendant:
		return m.matchesAlong(c.left, el, (*Matcher).parent)
	case next:
		before := m.elementBefore(el)
		return before != 0 && m.matches(c.left, before)
	default:
		return m.matchesAlong(c.left, el, (*Matcher).elementBefore)
	}
}

// matchesOnce matches an element that many others ask for.
//
//tidemark:recurses as deep as selectors are long, which maxParts bounds
func (m *Matcher) matchesOnce(c *compound, el dom.ID) bool {
	if el == 0 {
		return false
	}
	if value, known := m.tableOf(c.table, el).get(el); known {
		return value
	}
	value := m.matches(c, el)
	m.known[c.table].set(el, value)
	return value
}

// matchesAlong matches what comes after an element on a way through the document. Of each element of the way is known then whether it, or
// one after it, matches.
//
//tidemark:recurses as deep as selectors are long, which maxParts bounds
func (m *Matcher) matchesAlong(c *compound, el dom.ID, after func(*Matcher, dom.ID) dom.ID) bool {
	first := after(m, el)
	if first == 0 {
		return false
	}
	found, known, end := false, false, first
	for ; end != 0; end = after(m, end) {
		if found, known = m.tableOf(c.table, end).get(end); known {
			break
		}
		if found = m.matches(c, end); found {
			m.known[c.table].set(end, true)
			break
		}
	}
	for el = first; el != end; el = after(m, el) {
		m.step()
		m.known[c.table].set(el, found)
	}
	return found
}
