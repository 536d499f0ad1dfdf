package generics

type tree[T any] struct {
	value       T
	left, right *tree[T]
}

func (t *tree[T]) walk(do func(T)) { // want `\(\*tree\[T\]\)\.walk recurses`
	if t != nil {
		t.left.walk(do)
		do(t.value)
		t.right.walk(do)
	}
}

func apply[T any](list []T, do func(T)) { // want `apply recurses: apply -> nested\$1 -> apply\.`
	for _, v := range list {
		do(v)
	}
}

type list []list

func nested(l list) {
	apply(l, func(l list) { apply(l, func(list) {}) })
}

func largest[T int | string](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func use() int { return largest(1, 2) }
