// Package recursion finds functions that call themselves, directly or through others: what they are given may be nested without
// end, and a goroutine whose stack overflows takes the process with it, past every recover. It runs under go vet; see
// cmd/recursion.
//
// # Rule
//
// No cycle of calls goes through a package unless one of its functions says what bounds the depth, whatever the input:
//
//	//tidemark:recurses <the bound, in words>
//
// in its doc comment. Literals have none: one that recurses is to be a declared function. The directive on a function that is in
// no cycle is an error.
//
// # Calls
//
// The calls that a function may make are taken to be:
//
//   - those of functions and methods that it names;
//   - those of functions whose value it makes, literals and bound methods included, as if it called each, whoever does;
//   - by the call of a function value, those of all functions of that type whose value is made anywhere in the package, whatever
//     its type parameters stand for;
//   - by the call of a method of an interface, those of all types of the package that implement it;
//   - where it makes an interface of a value, those of its methods that are in the interface, or that the standard library looks
//     for if that is empty, such as String: whoever it is given to may call them.
//
// So what comes back from other packages is seen as well. Imports have no cycles.
//
// # Limits
//
// Not seen are methods that are called by reflection alone, those that a struct type without a name has from what is embedded in
// it, and recursion of other modules. Test files are exempt.
package recursion
