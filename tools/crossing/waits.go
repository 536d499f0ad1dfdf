package crossing

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Waits checks that no lock is held where a function may wait or calls what it cannot see.
var Waits = newAnalyzer("waits", "check that no lock is held over a wait or a callback", runWaits)

func runWaits(pass *analysis.Pass, x *index) {
	report := reporter(pass)
	comms := communications(pass.Files)
	walkLocks(pass, x, func(_ *function, n ast.Node, l *locks) {
		if len(l.held) == 0 {
			return
		}
		what, remedy := x.wait(pass.TypesInfo, comms, n), "unlock first"
		if call, ok := n.(*ast.CallExpr); ok && what == "" {
			what, remedy = x.callback(pass.TypesInfo, call), "whoever is called may want it too, or wait: unlock first"
		}
		if call, ok := n.(*ast.CallExpr); ok && isFunc(callee(pass.TypesInfo, call), "sync", "Cond.Wait") && len(l.held) == 1 {
			what = "" // the lock held is the one that Wait gives up
		}
		if what == "" {
			return
		}
		for _, key := range slices.Sorted(maps.Keys(l.held)) {
			h := l.held[key]
			since := "by the caller"
			if h.at.IsValid() {
				since = fmt.Sprintf("at line %d", pass.Fset.Position(h.at).Line)
			}
			report(n.Pos(), "%s while %s is locked (%s): %s", what, h.name, since, remedy)
		}
	})
}

// communications returns the channel operations that are cases of a select, which waits for all of them together.
func communications(files []*ast.File) map[ast.Node]bool {
	comms := make(map[ast.Node]bool)
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			clause, ok := n.(*ast.CommClause)
			if !ok {
				return true
			}
			switch comm := clause.Comm.(type) {
			case *ast.SendStmt:
				comms[comm] = true
			case *ast.ExprStmt:
				comms[ast.Unparen(comm.X)] = true
			case *ast.AssignStmt:
				comms[ast.Unparen(comm.Rhs[0])] = true
			}
			return true
		})
	}
	return comms
}

// wait says how a node may wait by itself, whatever is in it; "" if it does not.
func (x *index) wait(info *types.Info, comms map[ast.Node]bool, n ast.Node) string {
	switch n := n.(type) {
	case *ast.SendStmt:
		if !comms[n] {
			return "channel send"
		}
	case *ast.UnaryExpr:
		if n.Op == token.ARROW && !comms[n] {
			return "channel receive"
		}
	case *ast.RangeStmt:
		if isChan(info.TypeOf(n.X)) {
			return "range over a channel"
		}
	case *ast.SelectStmt:
		for _, clause := range n.Body.List {
			if clause.(*ast.CommClause).Comm == nil {
				return ""
			}
		}
		return "select without default"
	case *ast.CallExpr:
		fn := callee(info, n)
		if fn == nil {
			return ""
		}
		if isWait(fn) || x.traits(fn).Blocks {
			return "call of " + fn.Name() + ", which waits,"
		}
		for _, prefix := range []string{"_Cfunc_", "_C2func_"} { // what cgo makes of C.name
			if name, ok := strings.CutPrefix(fn.Name(), prefix); ok && x.blocks[name] {
				return "call of C." + name + ", which waits,"
			}
		}
	}
	return ""
}

// isWait knows the functions of the standard library that wait for another goroutine, for time or for a device.
func isWait(fn *types.Func) bool {
	return isFunc(fn, "sync", "WaitGroup.Wait") || isFunc(fn, "sync", "Cond.Wait") || isFunc(fn, "sync", "Once.Do") ||
		isFunc(fn, "time", "Sleep") || isFunc(fn, "io", "Copy") || isFunc(fn, "io", "ReadAll") || isFunc(fn, "io", "ReadFull") ||
		isFunc(fn, "os", "ReadFile") || isFunc(fn, "os", "WriteFile")
}
