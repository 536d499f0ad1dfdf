package values

import (
	"slices"
	"sort"
)

type node struct{ list []*node }

type renderer struct {
	out   []byte
	walks func(*node, int)
}

// A table of handlers, as methods and literals.
type handler func(r *renderer, n *node) bool

var handlers [8]handler

func init() {
	handlers[0] = (*renderer).box
	handlers[1] = func(r *renderer, n *node) bool { return r.leaf(n) }
	handlers[2] = otherType
}

func (r *renderer) node(n *node) { // want `\(\*renderer\)\.node recurses: \(\*renderer\)\.node -> \(\*renderer\)\.box -> \(\*renderer\)\.node\.`
	handlers[len(n.list)](r, n)
}

func (r *renderer) box(n *node) bool {
	for _, c := range n.list {
		r.node(c)
	}
	return true
}

func (r *renderer) leaf(*node) bool { return false }

func otherType(*renderer, *node) bool { return false }

// A literal that calls itself by its variable.
func literal(n *node) {
	var walk func(*node)
	walk = func(n *node) { // want `literal\$1 recurses: literal\$1 -> literal\$1\.`
		for _, c := range n.list {
			walk(c)
		}
	}
	walk(n)
}

// A literal that calls what it stands in.
func within(n *node) { // want `within recurses: within -> within\$1 -> within\.`
	each(n.list, func(c *node) int {
		within(c)
		return 0
	})
}

func each(list []*node, do func(*node) int) {
	for _, c := range list {
		do(c)
	}
}

// Calls back from another package.
func sorted(n *node) { // want `sorted recurses: sorted -> sorted\$1 -> sorted\.`
	sort.Slice(n.list, func(i, j int) bool {
		sorted(n.list[i])
		return i < j
	})
}

func compared(a, b *node) int { // want `compared recurses: compared -> compared\.`
	return slices.CompareFunc(a.list, b.list, compared)
}

// A bound method.
func (r *renderer) bound(n *node, depth int) { // want `\(\*renderer\)\.bound recurses`
	r.walks = r.bound
	r.walks(n, depth)
}

// The body of a loop over a function is a literal.
func ranged(n *node) { // want `ranged recurses: ranged -> ranged\$1 -> ranged\.`
	for c := range slices.Values(n.list) {
		ranged(c)
	}
}

// A variable's literal.
var inVariable = func(n *node) string { // want `init\$1 recurses: init\$1 -> init\$1\.`
	return again(n)
}

var again func(n *node) string

// Values of other types are not called.
func caller(do func(string)) { do("") }

func notCalled(n *node) { caller(func(string) {}) }

//tidemark:recurses never: the last is no function of this type // a comment
func unlike(n *node) {
	var f func(*node, int) int = unlikeToo
	f(n, 0)
}

func unlikeToo(n *node, depth int) int {
	unlike(n)
	return depth
}
