package crossing

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// Marked checks that what is sent, given to a goroutine or passed to a //tidemark:crosses function is safe to share.
var Marked = newAnalyzer("marked", "check that what crosses to another goroutine is of a marked type", runMarked)

func runMarked(pass *analysis.Pass, x *index) {
	for _, fn := range functions(pass) {
		if inTest(pass, fn.node.Pos()) {
			continue
		}
		m := &markChecker{pass: pass, index: x, fn: fn, report: reporter(pass)}
		inspectOwn(fn.node, func(n ast.Node) bool {
			m.node(n)
			return true
		})
	}
}

type markChecker struct {
	pass   *analysis.Pass
	index  *index
	fn     *function
	report func(pos token.Pos, format string, args ...any)
}

func (m *markChecker) node(n ast.Node) {
	info := m.pass.TypesInfo
	if fun, args := spawned(info, n); fun != nil {
		m.function(fun, n)
		for _, arg := range args {
			m.value(arg, "passed to a goroutine")
		}
	}
	switch n := n.(type) {
	case *ast.SendStmt:
		if elem := info.TypeOf(n.Chan).Underlying().(*types.Chan).Elem(); isFunction(elem) {
			m.function(ast.Unparen(n.Value), n)
		} else if !m.index.mayCross(elem) {
			m.refuse(n.Value.Pos(), types.ExprString(n.Value), "sent", elem)
		}
	case *ast.CallExpr:
		if m.index.traits(callee(info, n)).Crosses {
			for _, arg := range n.Args {
				m.value(arg, "passed to "+callee(info, n).Name())
			}
		}
	}
}

func isFunction(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

func (m *markChecker) value(e ast.Expr, how string) {
	t := m.pass.TypesInfo.TypeOf(e)
	if isFunction(t) {
		m.function(ast.Unparen(e), e)
	} else if !m.index.mayCross(t) {
		m.refuse(e.Pos(), types.ExprString(e), how, t)
	}
}

func (m *markChecker) refuse(pos token.Pos, name, how string, t types.Type) {
	m.report(pos, "%s is %s but its type %s may not cross, %s: %s",
		name, how, types.TypeString(t, types.RelativeTo(m.pass.Pkg)), fault(t), cure(t, false))
}

// function checks a function value that runs elsewhere, from the node at on.
func (m *markChecker) function(fun ast.Expr, at ast.Node) {
	info := m.pass.TypesInfo
	switch fun := fun.(type) {
	case *ast.FuncLit:
		for _, id := range captures(info, fun) {
			v := info.Uses[id].(*types.Var)
			if !m.index.mayCross(v.Type()) {
				m.refuse(id.Pos(), id.Name, "captured", v.Type())
			}
			if m.changes(v, fun, at) {
				m.report(id.Pos(), "%s is captured by reference and assigned to, which makes it a Cell: pass its value as an argument, or a channel for the result", id.Name)
			}
		}
		return
	case *ast.Ident:
		if _, ok := info.Uses[fun].(*types.Func); ok {
			return
		}
	case *ast.IndexExpr:
		m.function(ast.Unparen(fun.X), at)
		return
	case *ast.SelectorExpr:
		if _, ok := info.Uses[fun.Sel].(*types.Func); ok {
			if selection := info.Selections[fun]; selection != nil && selection.Kind() == types.MethodVal {
				m.value(fun.X, "the receiver on a goroutine")
			}
			return
		}
	}
	if t := info.TypeOf(fun); !safeByItself(t) && m.index.mark(t) == nil && !info.Types[fun].IsNil() {
		m.report(fun.Pos(), "%s is a function value whose captures cannot be seen: use a literal, or a function or method by name", types.ExprString(fun))
	}
}

// captures returns one use of each variable that a literal shares with the function around it.
func captures(info *types.Info, lit *ast.FuncLit) []*ast.Ident {
	var list []*ast.Ident
	seen := make(map[*types.Var]bool)
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		v := variable(info, id)
		if v == nil || info.Uses[id] != v || within(v.Pos(), lit) || seen[v] {
			return true
		}
		seen[v] = true
		list = append(list, id)
		return true
	})
	return list
}

// changes reports whether a captured variable is assigned to while the literal may run: in it, after at, or in a loop
// around at that does not declare it anew each time round.
func (m *markChecker) changes(v *types.Var, lit *ast.FuncLit, at ast.Node) bool {
	changed := false
	var loops []ast.Node // around at, without the declaration of v
	ast.Inspect(m.fn.body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if within(at.Pos(), n) && !within(v.Pos(), n) {
				loops = append(loops, n)
			}
		}
		if n == nil || n == at {
			return n != nil
		}
		for _, target := range assignedTo(n) {
			if variable(m.pass.TypesInfo, target) != v || m.pass.TypesInfo.Uses[ast.Unparen(target).(*ast.Ident)] != v {
				continue
			}
			changed = changed || n.Pos() > at.Pos() || within(n.Pos(), lit)
			for _, loop := range loops {
				changed = changed || within(n.Pos(), loop)
			}
		}
		return true
	})
	return changed
}

func assignedTo(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		return n.Lhs
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	}
	return nil
}
