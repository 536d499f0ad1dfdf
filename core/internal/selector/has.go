package selector

import "tidemark/core/internal/dom"

// finds reports whether an element is found where a relative selector looks for it, from another.
//
//tidemark:recurses as deep as selectors are long, which maxParts bounds
func (m *Matcher) finds(a *ahead, from dom.ID) bool {
	if value, known := m.tableOf(a.table, from).get(from); known {
		return value
	}
	found := false
	switch a.combinator {
	case child:
		for c := m.doc.Node(from).First; c != 0 && !found; c = m.doc.Node(c).Next {
			m.step()
			found = m.doc.Node(c).Kind == dom.KindElement && m.holds(a, c)
		}
	case next:
		after := m.elementAfter(from)
		found = after != 0 && m.holds(a, after)
	case subsequent:
		return m.findsAfter(a, from)
	default:
		return m.findsWithin(a, from)
	}
	m.known[a.table].set(from, found)
	return found
}

// holds matches an element that has been found, and what is to follow from there.
//
//tidemark:recurses as deep as selectors are long, which maxParts bounds
func (m *Matcher) holds(a *ahead, el dom.ID) bool {
	return m.matches(a.compound, el) && (a.next == nil || m.finds(a.next, el))
}

// findsAfter looks among the siblings after an element, and takes note for each that it passes.
//
//tidemark:recurses as deep as selectors are long, which maxParts bounds
func (m *Matcher) findsAfter(a *ahead, from dom.ID) (found bool) {
	end := from // from where on it is not to be noted
	for {
		if end = m.elementAfter(end); end == 0 {
			break
		}
		if found = m.holds(a, end); found {
			break
		}
		var known bool
		if found, known = m.tableOf(a.table, end).get(end); known {
			break
		}
	}
	for el := from; el != end; el = m.elementAfter(el) {
		m.step()
		m.known[a.table].set(el, found)
	}
	return found
}

// findsWithin looks through what is in an element. What it has left without finding anything holds nothing, and what it is in when it
// finds something does: nothing is looked through again.
//
//tidemark:recurses as deep as selectors are long, which maxParts bounds
func (m *Matcher) findsWithin(a *ahead, from dom.ID) bool {
	table := m.tableOf(a.table, dom.ID(len(m.doc.Nodes())-1))
	for el := m.doc.Node(from).First; ; {
		m.step()
		isLeft := true // all of el has been looked through
		switch {
		case el == 0:
			table.set(from, false)
			return false
		case m.doc.Node(el).Kind == dom.KindElement:
			found := m.holds(a, el)
			if !found {
				var known bool
				found, known = table.get(el)
				isLeft = known || m.doc.Node(el).First == 0
			}
			if found {
				for el != from {
					el = m.doc.Node(el).Parent
					table.set(el, true)
				}
				return true
			}
		}
		if !isLeft {
			el = m.doc.Node(el).First
			continue
		}
		for el != from && m.doc.Node(el).Next == 0 {
			if el = m.doc.Node(el).Parent; el != from {
				table.set(el, false)
			}
			m.step()
		}
		if el == from {
			table.set(from, false)
			return false
		}
		el = m.doc.Node(el).Next
	}
}
