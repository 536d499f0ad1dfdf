package crossing

import (
	"go/ast"
	"go/token"
	"go/types"
)

// origin tells how far a function may write to a value before anybody else can see it.
type origin int

const (
	foreign origin = iota // may be shared already
	copied                // a copy of its own, whose slices, maps and pointers may be shared
	fresh                 // made here
)

// constructs reports whether fn makes values of owner: it is of the same package and returns one, or a pointer to one.
func (f *function) constructs(owner *types.Named, pkg *types.Package) bool {
	if owner.Obj().Pkg() != pkg {
		return false
	}
	for result := range f.result.Variables() {
		if named(pointee(result.Type())) == owner {
			return true
		}
	}
	return false
}

// owns returns the origin of the value e at its position, for the constructor fn.
func (f *function) owns(info *types.Info, e ast.Expr) origin {
	for {
		switch n := e.(type) {
		case *ast.ParenExpr:
			e = n.X
		case *ast.StarExpr:
			e = n.X
		case *ast.SelectorExpr:
			if selection := info.Selections[n]; selection == nil || selection.Kind() != types.FieldVal || isPointer(selection.Type()) {
				return foreign
			}
			e = n.X
		case *ast.Ident:
			v := variable(info, n)
			if v == nil || f.sharedBefore(info, v, n.Pos()) {
				return foreign
			}
			return f.origin(info, v)
		default:
			return foreign
		}
	}
}

// sharedBefore reports whether v was mentioned in a send or by a spawned function before pos.
func (f *function) sharedBefore(info *types.Info, v *types.Var, pos token.Pos) bool {
	shared := false
	inspectOwn(f.node, func(n ast.Node) bool {
		_, sends := n.(*ast.SendStmt)
		if fun, _ := spawned(info, n); (fun != nil || sends) && n.Pos() < pos && mentions(info, n, v) {
			shared = true
		}
		return !shared
	})
	return shared
}

func mentions(info *types.Info, root ast.Node, v *types.Var) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && info.Uses[id] == v {
			found = true
		}
		return !found
	})
	return found
}

// origin looks at everything that is ever assigned to v.
func (f *function) origin(info *types.Info, v *types.Var) origin {
	pointer := isPointer(v.Type())
	if f.typ.Params != nil && within(v.Pos(), f.typ.Params) || f.recv != nil && within(v.Pos(), f.recv) {
		if pointer {
			return foreign
		}
		return copied
	}
	if !within(v.Pos(), f.node) {
		return foreign
	}
	worst := fresh
	assigned := func(value ast.Expr) {
		worst = min(worst, f.valueOrigin(info, value, pointer))
	}
	inspectOwn(f.node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if variable(info, left) != v {
					continue
				}
				if len(n.Lhs) == len(n.Rhs) {
					assigned(n.Rhs[i])
				} else {
					assigned(nil)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if info.Defs[name] != v || len(n.Values) == 0 {
					continue
				}
				if len(n.Names) == len(n.Values) {
					assigned(n.Values[i])
				} else {
					assigned(nil)
				}
			}
		case *ast.RangeStmt:
			if n.Key != nil && variable(info, n.Key) == v || n.Value != nil && variable(info, n.Value) == v {
				assigned(nil)
			}
		}
		return true
	})
	return worst
}

// valueOrigin judges what is assigned to a variable; nil stands for a value that is not written out.
func (f *function) valueOrigin(info *types.Info, value ast.Expr, pointer bool) origin {
	if value != nil {
		value = ast.Unparen(value)
	}
	switch e := value.(type) {
	case *ast.CompositeLit:
		return fresh
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			if v := variable(info, e.X); v != nil && !isPointer(v.Type()) {
				return f.origin(info, v)
			}
			return f.valueOrigin(info, e.X, pointer)
		}
	case *ast.CallExpr:
		if isBuiltin(info, e, "new") {
			return fresh
		}
	}
	if pointer {
		return foreign
	}
	return copied
}
