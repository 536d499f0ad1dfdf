package calls

type node struct {
	first, next *node
	name        string
}

func direct(n *node) int { // want `direct recurses: direct -> direct\. Keep a stack in the heap`
	if n == nil {
		return 0
	}
	return 1 + direct(n.next)
}

func even(n *node) bool { return n == nil || odd(n.next) } // want `even recurses: even -> odd -> even\.`

func odd(n *node) bool { return n != nil && even(n.next) }

// The shortest way is shown, and all that is on one is reported once.
func a(n *node) { // want `a recurses: a -> c -> a\.`
	b(n)
	c(n)
}

func b(n *node) { c(n) }

func c(n *node) { a(n.next) }

func (n *node) count() int { // want `\(\*node\)\.count recurses: \(\*node\)\.count -> \(\*node\)\.count\.`
	if n == nil {
		return 0
	}
	return n.first.count() + n.next.count()
}

func deferred(n *node) { // want `deferred recurses`
	if n != nil {
		defer deferred(n.next)
	}
}

func started(n *node) { // want `started recurses`
	if n != nil {
		go started(n.next)
	}
}

// bounded halves what is left.
//
//tidemark:recurses 64 levels: it halves n
func bounded(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + bounded(n/2)
}

// Whoever goes through what is bounded is bounded.
func throughBounded(n int) int { return firstBounded(n) }

//tidemark:recurses 64 levels: it halves n
func firstBounded(n int) int {
	if n == 0 {
		return 0
	}
	return throughBounded(n / 2)
}

func loop(n *node) (count int) {
	for ; n != nil; n = n.next {
		count++
	}
	return count + leaf(n)
}

func leaf(n *node) int { return len(n.name) }
