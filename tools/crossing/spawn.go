package crossing

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// Spawn checks that goroutines are started where it is written why they stop, and that a panic in one is recovered, which
// would otherwise end the whole process. It also refuses time.Sleep.
var Spawn = newAnalyzer("spawn", "check that goroutines have a stop and a recover, and that nothing sleeps", runSpawn)

func runSpawn(pass *analysis.Pass, x *index) {
	for _, fn := range functions(pass) {
		if inTest(pass, fn.node.Pos()) {
			continue
		}
		inspectOwn(fn.node, func(n ast.Node) bool {
			if fun, _ := spawned(pass.TypesInfo, n); fun != nil {
				if fn.decl == nil || !x.traits(pass.TypesInfo.Defs[fn.decl.Name].(*types.Func)).Spawns {
					pass.Reportf(n.Pos(), "mark the function that starts this goroutine //tidemark:spawns <why it stops>")
				}
				if !x.recovers(pass.TypesInfo, fun) {
					pass.Reportf(n.Pos(), "begin the goroutine's function with a defer of a function that calls recover")
				}
			}
			if id, ok := n.(*ast.Ident); ok {
				if f, ok := pass.TypesInfo.Uses[id].(*types.Func); ok && isFunc(f, "time", "Sleep") {
					pass.Reportf(n.Pos(), "wait for an event or a timer's channel instead of time.Sleep: nothing can cut a sleep short")
				}
			}
			return true
		})
	}
}

// recovers reports whether a function that is started on a goroutine is seen to begin with a recover.
func (x *index) recovers(info *types.Info, fun ast.Expr) bool {
	switch fun := fun.(type) {
	case *ast.FuncLit:
		return x.beginsWithRecover(info, fun.Body)
	case *ast.Ident:
		fn, _ := info.Uses[fun].(*types.Func)
		return x.traits(fn).BeginsWithRecover
	case *ast.SelectorExpr:
		fn, _ := info.Uses[fun.Sel].(*types.Func)
		return x.traits(fn).BeginsWithRecover
	case *ast.IndexExpr:
		return x.recovers(info, ast.Unparen(fun.X))
	case *ast.IndexListExpr:
		return x.recovers(info, ast.Unparen(fun.X))
	}
	return false
}
