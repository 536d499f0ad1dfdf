package crossing

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Guarded checks that the fields below a guarded type's mutex are used with the mutex locked, and that functions whose
// name ends in Locked are called so.
var Guarded = newAnalyzer("guarded", "check that guarded fields are used with their mutex locked", runGuarded)

func runGuarded(pass *analysis.Pass, x *index) {
	g := &guardChecker{pass: pass, index: x, report: reporter(pass), written: make(map[ast.Expr]bool), counted: make(map[ast.Expr]bool),
		reassigned: make(map[*types.Var]bool)}
	for _, w := range x.writes(pass, functions(pass)) {
		g.written[w.at], g.counted[w.at] = true, w.counts
		if w.field != nil && !w.deep && !w.fn.constructs(w.owner, pass.Pkg) {
			g.reassigned[w.field.Origin()] = true
		}
	}
	walkLocks(pass, x, func(fn *function, n ast.Node, l *locks) {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			g.access(fn, n, l)
		case *ast.CallExpr:
			g.call(fn, n, l)
		}
	})
}

type guardChecker struct {
	pass       *analysis.Pass
	index      *index
	report     func(pos token.Pos, format string, args ...any)
	written    map[ast.Expr]bool
	counted    map[ast.Expr]bool
	reassigned map[*types.Var]bool // fields written to outside of constructors
}

// access checks every guarded field that a selector passes.
func (g *guardChecker) access(fn *function, sel *ast.SelectorExpr, l *locks) {
	for _, s := range steps(g.pass.TypesInfo, sel) {
		m := g.index.mark(s.owner)
		if m == nil || m.Kind != guarded || isSync(pointee(s.field.Type())) || aboveMutex(s.owner, m, s.field) {
			continue
		}
		if (isChan(s.field.Type()) || isNamed(s.field.Type(), "context", "Context")) && !g.reassigned[s.field.Origin()] {
			continue
		}
		owner := named(s.owner)
		if fn.constructs(owner, g.pass.Pkg) && fn.owns(g.pass.TypesInfo, sel.X) != foreign {
			continue
		}
		mutex := types.ExprString(sel.X) + s.path + "." + m.Mutex
		h, ok := l.held[exprKey(g.pass.TypesInfo, sel.X)+s.path+"."+m.Mutex]
		switch {
		case !ok:
			g.report(sel.Pos(), "lock %s before using %s.%s, or end the name of a function whose caller locks in Locked%s", mutex, owner.Obj().Name(), s.field.Name(), g.without(sel))
		case !h.sure:
			g.report(sel.Pos(), "lock %s on every way to this use of %s.%s", mutex, owner.Obj().Name(), s.field.Name())
		case g.written[sel] && !h.write:
			g.report(sel.Pos(), "%s is locked for reading only: take Lock to write %s.%s", mutex, owner.Obj().Name(), s.field.Name())
		}
	}
}

// without says what a field is where it is written to without its mutex.
func (g *guardChecker) without(sel ast.Expr) string {
	switch {
	case g.counted[sel]:
		return "; a bare count is an Rc, and sync/atomic has types for it"
	case g.written[sel]:
		return "; a field that is written to without a lock is a Cell"
	}
	return ""
}

// call checks the receiver and the arguments of a call of a function whose name ends in Locked.
func (g *guardChecker) call(fn *function, call *ast.CallExpr, l *locks) {
	target := callee(g.pass.TypesInfo, call)
	if target == nil || !strings.HasSuffix(target.Name(), "Locked") {
		return
	}
	values := call.Args
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && g.pass.TypesInfo.Selections[sel] != nil {
		values = append([]ast.Expr{sel.X}, values...)
	}
	for _, value := range values {
		t := pointee(g.pass.TypesInfo.TypeOf(value))
		m := g.index.mark(t)
		if m == nil || m.Kind != guarded {
			continue
		}
		if fn.constructs(named(t), g.pass.Pkg) && fn.owns(g.pass.TypesInfo, value) != foreign {
			continue
		}
		if h, ok := l.held[exprKey(g.pass.TypesInfo, value)+"."+m.Mutex]; !ok || !h.sure {
			g.report(call.Pos(), "lock %s.%s before calling %s", types.ExprString(value), m.Mutex, target.Name())
		}
	}
}
