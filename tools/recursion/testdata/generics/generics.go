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

// What has another type is not called, generic or not.
func all[T any](list []T, holds func(T) bool, named func(string) bool) bool {
	for _, v := range list {
		if !holds(v) && !named("") {
			return false
		}
	}
	return true
}

func lines(text []byte) bool {
	return all(text, func(b byte) bool { return b != 0 }, func(string) bool { return true })
}

func calledBack(n int) {
	take(func(n int) { lines(nil) })
}

func take(func(int)) {}

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
