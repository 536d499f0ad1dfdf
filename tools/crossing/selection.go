package crossing

import (
	"go/ast"
	"go/types"
)

// step is one field on the way of a selector: x.f has one, x.promoted has one for each embedded field as well.
type step struct {
	owner types.Type // the struct's type, without pointer
	field *types.Var
	path  string // the fields passed before this one, as ".a.b"
}

// steps returns the fields that a selector reads, outermost struct first; none if it is not a selector of a value.
func steps(info *types.Info, sel *ast.SelectorExpr) []step {
	selection := info.Selections[sel]
	if selection == nil || selection.Kind() == types.MethodExpr {
		return nil
	}
	indices := selection.Index()
	if selection.Kind() == types.MethodVal {
		indices = indices[:len(indices)-1] // the last one is the method's
	}
	var list []step
	owner, path := pointee(selection.Recv()), ""
	for _, i := range indices {
		s, ok := owner.Underlying().(*types.Struct)
		if !ok {
			return list
		}
		field := s.Field(i)
		list = append(list, step{owner: owner, field: field, path: path})
		path += "." + field.Name()
		owner = pointee(field.Type())
	}
	return list
}

// aboveMutex reports whether a field of a guarded type stands above its mutex: set while it is made, and then only read.
func aboveMutex(owner types.Type, m *mark, field *types.Var) bool {
	s, ok := owner.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		switch {
		case f.Name() == m.Mutex:
			return false
		case f.Origin() == field.Origin():
			return true
		}
	}
	return false
}
