package crossing

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/cfg"
)

// lockWalk follows which locks are held through every function of a package and calls visit for each node on the way,
// before the node's own effect. Literals that are called at once, deferred or passed as arguments run with the locks of
// the place where they run; others, and those that start on a goroutine, begin with none.
type lockWalk struct {
	info  *types.Info
	index *index
	visit func(fn *function, n ast.Node, held *locks)
	byLit map[ast.Node]*function
}

func walkLocks(pass *analysis.Pass, x *index, visit func(*function, ast.Node, *locks)) {
	w := &lockWalk{info: pass.TypesInfo, index: x, visit: visit, byLit: make(map[ast.Node]*function)}
	fns := functions(pass)
	inside := make(map[ast.Node]bool) // literals, which are walked where they stand
	for _, fn := range fns {
		w.byLit[fn.node] = fn
		ast.Inspect(fn.body, func(n ast.Node) bool {
			if lit, ok := n.(*ast.FuncLit); ok {
				inside[lit] = true
			}
			return true
		})
	}
	for _, fn := range fns {
		if !inside[fn.node] {
			w.walk(fn, w.entry(fn), false)
		}
	}
}

// entry returns the locks that a function's name promises: those of its receiver and parameters if it ends in Locked.
func (w *lockWalk) entry(fn *function) *locks {
	l := newLocks()
	decl, ok := fn.node.(*ast.FuncDecl)
	if !ok || !strings.HasSuffix(decl.Name.Name, "Locked") {
		return l
	}
	for _, list := range []*ast.FieldList{fn.recv, fn.typ.Params} {
		if list == nil {
			continue
		}
		for _, field := range list.List {
			for _, name := range field.Names {
				if m := w.index.mark(pointee(w.info.TypeOf(name))); m != nil && m.Kind == guarded {
					l.held[exprKey(w.info, name)+"."+m.Mutex] = hold{name: name.Name + "." + m.Mutex, sure: true, write: true}
				}
			}
		}
	}
	return l
}

// walk follows one body and returns the locks held at its end. A quiet walk visits nothing.
func (w *lockWalk) walk(fn *function, entry *locks, quiet bool) *locks {
	var exit *locks
	f := newFlow(w.info, fn.body)
	entry = &locks{held: entry.held, defers: make(map[*ast.DeferStmt]bool)}
	solve(f, entry, func(n ast.Node, l *locks) { w.step(fn, n, l, true) }, func(b *cfg.Block, at *locks) {
		l := at.clone()
		for _, n := range f.nodes(b) {
			w.step(fn, n, l, quiet)
		}
		if b.Return() == nil {
			return
		}
		w.runDefers(fn, l, quiet)
		if exit == nil {
			exit = l
		} else {
			exit.merge(l)
		}
	})
	if exit == nil { // it never returns: its defers run when it panics
		exit = newLocks()
		inspectOwn(fn.node, func(n ast.Node) bool {
			if d, ok := n.(*ast.DeferStmt); ok {
				exit.defers[d] = true
			}
			return true
		})
		w.runDefers(fn, exit, quiet)
	}
	return exit
}

// runDefers performs the deferred calls in their order, the last one first.
func (w *lockWalk) runDefers(fn *function, l *locks, quiet bool) {
	for len(l.defers) > 0 {
		var last *ast.DeferStmt
		for d := range l.defers {
			if last == nil || d.Pos() > last.Pos() {
				last = d
			}
		}
		delete(l.defers, last)
		w.see(fn, last.Call, l, quiet)
		w.call(last.Call, l, quiet)
	}
}

func (w *lockWalk) see(fn *function, n ast.Node, l *locks, quiet bool) {
	if !quiet {
		w.visit(fn, n, l)
	}
}

// step visits a node with what is in it and applies what that does to the locks.
func (w *lockWalk) step(fn *function, root ast.Node, l *locks, quiet bool) {
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil:
			return false
		case *ast.FuncLit: // kept for later
			w.literal(n, newLocks(), quiet)
			return false
		case *ast.SelectStmt:
			w.see(fn, n, l, quiet)
			return false
		case *ast.RangeStmt:
			w.see(fn, n, l, quiet)
			if n.Key != nil {
				w.step(fn, n.Key, l, quiet)
			}
			if n.Value != nil {
				w.step(fn, n.Value, l, quiet)
			}
			return false
		case *ast.DeferStmt:
			l.defers[n] = true
			w.operands(fn, n.Call, l, quiet)
			return false
		case *ast.GoStmt:
			w.operands(fn, n.Call, l, quiet)
			if lit, ok := ast.Unparen(n.Call.Fun).(*ast.FuncLit); ok {
				w.literal(lit, newLocks(), quiet)
			}
			return false
		case *ast.CallExpr:
			w.see(fn, n, l, quiet)
			w.operands(fn, n, l, quiet)
			w.call(n, l, quiet)
			return false
		}
		w.see(fn, n, l, quiet)
		return true
	})
}

// operands visits what is evaluated before a call.
func (w *lockWalk) operands(fn *function, call *ast.CallExpr, l *locks, quiet bool) {
	if _, ok := ast.Unparen(call.Fun).(*ast.FuncLit); !ok {
		w.step(fn, call.Fun, l, quiet)
	}
	elsewhere, _ := spawned(w.info, call)
	for _, arg := range call.Args {
		lit, ok := ast.Unparen(arg).(*ast.FuncLit)
		switch {
		case !ok:
			w.step(fn, arg, l, quiet)
		case lit == elsewhere:
			w.literal(lit, newLocks(), quiet)
		default:
			w.literal(lit, l.clone(), quiet)
		}
	}
}

// call applies what a call does to the locks.
func (w *lockWalk) call(call *ast.CallExpr, l *locks, quiet bool) {
	if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		l.held = w.walk(w.byLit[lit], l.clone(), quiet).held
		return
	}
	switch key, name, method := lockCall(w.info, call); method {
	case "Lock", "RLock":
		l.held[key] = hold{name: name, at: call.Pos(), sure: true, write: method == "Lock"}
	case "Unlock", "RUnlock":
		delete(l.held, key)
	}
}

// literal visits a literal that does not change the locks of the function it stands in.
func (w *lockWalk) literal(lit *ast.FuncLit, entry *locks, quiet bool) {
	if !quiet {
		w.walk(w.byLit[lit], entry, false)
	}
}
