package crossing

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// write is a place where a value of a marked type is written to, or where its address is taken, which may come to that.
type write struct {
	fn    *function
	at    ast.Expr // the selector; for *p = v the p
	base  ast.Expr // the value whose field it is
	owner *types.Named
	mark  *mark
	field *types.Var // nil for *p = v
	deep  bool       // not the field itself is written but what it refers to

	counts bool // an integer is counted up or down
}

// mutators are functions that write to what their first argument refers to.
var mutators = map[string]map[string]bool{
	"slices": {"Sort": true, "SortFunc": true, "SortStableFunc": true, "Reverse": true, "Delete": true, "DeleteFunc": true,
		"Insert": true, "Replace": true, "Compact": true, "CompactFunc": true},
	"sort": {"Strings": true, "Ints": true, "Float64s": true, "Slice": true, "SliceStable": true, "Sort": true, "Stable": true},
	"maps": {"Copy": true, "DeleteFunc": true, "Insert": true},
}

// writes returns the package's writes to marked types, in functions and in literals.
func (x *index) writes(pass *analysis.Pass, fns []*function) []write {
	var list []write
	for _, fn := range fns {
		counting := false // what add is called for
		add := func(target ast.Expr, deep bool) {
			if w := x.writeTo(pass.TypesInfo, target, deep); w != nil {
				w.fn, w.counts = fn, counting
				list = append(list, *w)
			}
		}
		inspectOwn(fn.node, func(n ast.Node) bool {
			counting = counts(pass.TypesInfo, n)
			targets(pass.TypesInfo, n, add)
			return true
		})
	}
	return list
}

// targets calls add for every expression that n writes to.
func targets(info *types.Info, n ast.Node, add func(target ast.Expr, deep bool)) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for _, target := range n.Lhs {
			add(target, false)
		}
	case *ast.IncDecStmt:
		add(n.X, false)
	case *ast.RangeStmt:
		for _, target := range []ast.Expr{n.Key, n.Value} {
			if target != nil {
				add(target, false)
			}
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			add(n.X, false)
		}
	case *ast.SliceExpr:
		if _, ok := info.TypeOf(n.X).Underlying().(*types.Array); ok {
			add(n.X, false) // slicing an array takes its address
		}
	case *ast.CallExpr:
		if len(n.Args) > 0 && mutates(info, n) {
			add(n.Args[0], true)
		}
	}
}

// counts reports whether a statement counts an integer up or down.
func counts(info *types.Info, n ast.Node) bool {
	var target ast.Expr
	switch n := n.(type) {
	case *ast.IncDecStmt:
		target = n.X
	case *ast.AssignStmt:
		if n.Tok != token.ADD_ASSIGN && n.Tok != token.SUB_ASSIGN {
			return false
		}
		target = n.Lhs[0]
	default:
		return false
	}
	basic, ok := info.TypeOf(target).Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}

func mutates(info *types.Info, call *ast.CallExpr) bool {
	for _, name := range []string{"append", "copy", "delete", "clear"} {
		if isBuiltin(info, call, name) {
			return true
		}
	}
	fn := callee(info, call)
	return fn != nil && fn.Pkg() != nil && fn.Signature().Recv() == nil && mutators[fn.Pkg().Path()][fn.Name()]
}

// writeTo finds the innermost marked value that a write to e changes: a.b.c[0] = 1 changes what a.b's type says if that is
// marked, and otherwise a.
func (x *index) writeTo(info *types.Info, e ast.Expr, deep bool) *write {
	for {
		switch n := e.(type) {
		case *ast.ParenExpr:
			e = n.X
		case *ast.IndexExpr:
			if _, ok := info.TypeOf(n.X).Underlying().(*types.Array); !ok {
				deep = true
			}
			e = n.X
		case *ast.SliceExpr:
			e = n.X
		case *ast.StarExpr:
			if m := x.mark(info.TypeOf(n)); m != nil {
				return &write{at: n.X, base: n.X, owner: named(info.TypeOf(n)), mark: m, deep: deep}
			}
			e, deep = n.X, true
		case *ast.SelectorExpr:
			list := steps(info, n)
			if len(list) == 0 || info.Selections[n].Kind() != types.FieldVal {
				return nil
			}
			for i := len(list) - 1; i >= 0; i-- {
				s := list[i]
				if m := x.mark(s.owner); m != nil {
					return &write{at: n, base: n.X, owner: named(s.owner), mark: m, field: s.field, deep: deep}
				}
				if _, ok := s.field.Type().Underlying().(*types.Pointer); ok || i == 0 && isPointer(info.TypeOf(n.X)) {
					deep = true
				}
			}
			e = n.X
		default:
			return nil
		}
	}
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}
