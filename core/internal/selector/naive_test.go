package selector

import (
	"slices"

	"tidemark/core/internal/dom"
)

// naive matches a compiled selector by its definition: it takes note of nothing, and looks at everything each time.
type naive struct{ m *Matcher }

func (v naive) matches(c *compound, el dom.ID) bool {
	doc := v.m.doc
	for i := range c.tests {
		if !v.passes(&c.tests[i], el) {
			return false
		}
	}
	left := func(el dom.ID) bool { return v.matches(c.left, el) }
	siblings := v.siblings(el)
	at := slices.Index(siblings, el)
	switch c.combinator {
	case child:
		return doc.Node(el).Parent != dom.Root && left(doc.Node(el).Parent)
	case descendant:
		for p := doc.Node(el).Parent; p != dom.Root; p = doc.Node(p).Parent {
			if left(p) {
				return true
			}
		}
		return false
	case next:
		return at > 0 && left(siblings[at-1])
	case subsequent:
		return slices.ContainsFunc(siblings[:at], left)
	}
	return true
}

func (v naive) siblings(el dom.ID) (elements []dom.ID) {
	return v.children(v.m.doc.Node(el).Parent)
}

func (v naive) children(parent dom.ID) (elements []dom.ID) {
	for c := v.m.doc.Node(parent).First; c != 0; c = v.m.doc.Node(c).Next {
		if v.m.doc.Node(c).Kind == dom.KindElement {
			elements = append(elements, c)
		}
	}
	return elements
}

func (v naive) within(root dom.ID) (elements []dom.ID) {
	for c := v.m.doc.Following(root, root); c != 0; c = v.m.doc.Following(c, root) {
		if v.m.doc.Node(c).Kind == dom.KindElement {
			elements = append(elements, c)
		}
	}
	return elements
}

func (v naive) passes(t *simple, el dom.ID) bool {
	anyOf := func(el dom.ID) bool {
		return slices.ContainsFunc(t.list, func(c *compound) bool { return v.matches(c, el) })
	}
	siblings := v.siblings(el)
	switch t.kind {
	case is:
		return anyOf(el)
	case not:
		return !anyOf(el)
	case has:
		return slices.ContainsFunc(t.aheads, func(a *ahead) bool { return v.finds(a, el) })
	case firstChild:
		return siblings[0] == el
	case lastChild:
		return siblings[len(siblings)-1] == el
	case nth:
		if t.list != nil && !anyOf(el) {
			return false
		}
		if t.fromEnd {
			slices.Reverse(siblings)
		}
		index := 0
		for _, s := range siblings[:slices.Index(siblings, el)+1] {
			sameType := v.m.doc.NameOf(s) == v.m.doc.NameOf(el) && v.m.doc.Node(s).Namespace == v.m.doc.Node(el).Namespace
			if t.ofType && sameType || !t.ofType && (t.list == nil || anyOf(s)) {
				index++
			}
		}
		for n := 0; n <= len(siblings)+100; n++ {
			if t.step*n+t.offset == index {
				return true
			}
		}
		return false
	}
	return v.m.passes(t, el)
}

func (v naive) finds(a *ahead, el dom.ID) bool {
	siblings := v.siblings(el)
	after := siblings[slices.Index(siblings, el)+1:]
	switch a.combinator {
	case child:
		after = v.children(el)
	case descendant:
		after = v.within(el)
	case next:
		after = after[:min(1, len(after))]
	}
	return slices.ContainsFunc(after, func(el dom.ID) bool {
		return v.matches(a.compound, el) && (a.next == nil || v.finds(a.next, el))
	})
}
