package crossing

import (
	"go/types"
	"strings"
)

// fault says what is wrong with sharing a value of a type that nothing is known of, by the name that Rust has for it.
func fault(t types.Type) string {
	if isRawPointer(t) {
		return "a raw pointer (a *mut), whose target may be written to or freed meanwhile"
	}
	switch t.Underlying().(type) {
	case *types.Pointer:
		return "a bare pointer through which both sides may write (an Rc<RefCell>)"
	case *types.Slice, *types.Map:
		return "memory to which both sides may write (a RefCell)"
	case *types.Signature:
		return "a function value, whose captures cannot be seen"
	case *types.Interface:
		return "an interface behind which anything may be"
	}
	return "a type that does not say how it is shared"
}

// cure says what to do about it, for a field or for a value.
func cure(t types.Type, field bool) string {
	switch {
	case isRawPointer(t) && field:
		return "mark the type that holds it handedover, or give the reason why it is safe with //tidemark:trusted"
	case isRawPointer(t):
		return "pass it in a type that is marked handedover"
	case field:
		return "mark that type, or give the reason with //tidemark:trusted"
	default:
		return "mark it //tidemark:crossing, or wrap it in a type that is"
	}
}

// isRawPointer reports whether t is an address that the garbage collector and this checker know nothing of, or a pointer to
// what C declares.
func isRawPointer(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() == types.UnsafePointer || u.Kind() == types.Uintptr
	case *types.Pointer:
		n := named(u.Elem())
		return n != nil && strings.HasPrefix(n.Obj().Name(), "_Ctype_") || isRawPointer(u.Elem())
	}
	return false
}
