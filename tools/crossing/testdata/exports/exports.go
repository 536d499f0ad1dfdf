package exports

/*
static int quick(void) { return 0; }
*/
import "C"

import "example.test/dep"

// Good recovers.
//
//export Good
func Good(n C.int) C.int {
	defer dep.Recover()
	return n
}

//export Literal
func Literal() {
	defer func() { _ = recover() }()
}

// Bad does not.
//
//export Bad
func Bad(n C.int) C.int { // want `begin the exported function Bad with a defer of a function that calls recover`
	return C.quick()
}

func notExported() {}
