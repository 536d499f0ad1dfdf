package crossing

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/cfg"
)

// HandedOver checks that a variable whose value was given away is not used again.
var HandedOver = newAnalyzer("handedover", "check that values are not used after they were handed over", runHandedOver)

// given is the state that HandedOver follows: the variables whose value may be somebody else's by now, and since when.
type given map[*types.Var]token.Pos

func (g given) clone() given { return maps.Clone(g) }

func (g given) merge(from given) (changed bool) {
	for v, pos := range from {
		if _, ok := g[v]; !ok {
			g[v], changed = pos, true
		}
	}
	return changed
}

func runHandedOver(pass *analysis.Pass, x *index) {
	h := &handoverChecker{pass: pass, index: x, report: reporter(pass)}
	for _, fn := range functions(pass) {
		f := newFlow(pass.TypesInfo, fn.body)
		solve(f, make(given), func(n ast.Node, g given) { h.effects(n, g) }, func(b *cfg.Block, at given) {
			g := at.clone()
			for _, n := range f.nodes(b) {
				h.uses(n, g)
				h.effects(n, g)
			}
		})
	}
}

type handoverChecker struct {
	pass   *analysis.Pass
	index  *index
	report func(pos token.Pos, format string, args ...any)
}

// uses reports the variables that a node reads after they were given away.
func (h *handoverChecker) uses(root ast.Node, g given) {
	assigned := make(map[*ast.Ident]bool)
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectStmt, *ast.RangeStmt:
			return n != root // what is in them is visited by itself
		case *ast.AssignStmt:
			for _, left := range n.Lhs {
				if id, ok := left.(*ast.Ident); ok {
					assigned[id] = true
				}
			}
		case *ast.Ident:
			v, _ := h.pass.TypesInfo.Uses[n].(*types.Var)
			if at, ok := g[v]; ok && !assigned[n] {
				h.report(n.Pos(), "%s was handed over at line %d: use it before that, or give the variable a new value", n.Name, h.pass.Fset.Position(at).Line)
			}
		}
		return true
	})
}

// effects applies what a node gives away and which variables it gives a new value.
func (h *handoverChecker) effects(root ast.Node, g given) {
	info := h.pass.TypesInfo
	inspectOwn(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectStmt:
			return false
		case *ast.RangeStmt:
			return false
		case *ast.DeferStmt:
			return false // it gives away when the function ends
		case *ast.SendStmt:
			h.give(n.Value, g)
		case *ast.GoStmt:
			h.start(n.Call.Fun, g)
			for _, arg := range n.Call.Args {
				h.give(arg, g)
			}
		case *ast.CallExpr:
			if fun, _ := spawned(info, n); fun != nil {
				h.start(fun, g)
			}
			if h.index.traits(callee(info, n)).HandsOver {
				h.start(n.Fun, g)
				for _, arg := range n.Args {
					h.give(arg, g)
				}
			}
		}
		return true
	})
	for _, v := range assignedIn(info, root) {
		delete(g, v)
	}
}

// start gives away what goes with a function that runs elsewhere: a method's receiver, a literal's captures.
func (h *handoverChecker) start(fun ast.Expr, g given) {
	switch fun := ast.Unparen(fun).(type) {
	case *ast.SelectorExpr:
		h.give(fun.X, g)
	case *ast.FuncLit:
		for _, id := range captures(h.pass.TypesInfo, fun) {
			h.give(id, g)
		}
	}
}

func (h *handoverChecker) give(e ast.Expr, g given) {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = u.X
	}
	if v := variable(h.pass.TypesInfo, e); v != nil && h.index.isA(v.Type(), handedOver) {
		g[v] = e.Pos()
	}
}

// assignedIn returns the variables that a node of a flow gives a new value.
func assignedIn(info *types.Info, n ast.Node) []*types.Var {
	var targets []ast.Expr
	switch n := n.(type) {
	case *ast.AssignStmt:
		targets = n.Lhs
	case *ast.RangeStmt:
		targets = []ast.Expr{n.Key, n.Value}
	case *ast.ValueSpec:
		for _, name := range n.Names {
			targets = append(targets, name)
		}
	}
	var list []*types.Var
	for _, target := range targets {
		if target == nil {
			continue
		}
		if v := variable(info, target); v != nil {
			list = append(list, v)
		}
	}
	return list
}
