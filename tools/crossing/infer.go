package crossing

import (
	"go/ast"
	"go/types"
)

// inferTraits completes the facts about this package's functions by what their bodies show: whether they wait, call back,
// recover, or begin with a recover. A wait or a callback is passed on from function to function, and by the facts from package
// to package.
func inferTraits(x *index) {
	info := x.pass.TypesInfo
	comms := communications(x.pass.Files)
	decls := make(map[*types.Func]*ast.FuncDecl)
	for _, file := range x.pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && decl.Body != nil {
				if fn, ok := info.Defs[decl.Name].(*types.Func); ok {
					decls[fn] = decl
				}
			}
		}
	}
	for fn, decl := range decls {
		if callsRecover(info, decl.Body) {
			x.learn(fn, func(t *traits) { t.Recovers = true })
		}
	}
	for fn, decl := range decls {
		if x.beginsWithRecover(info, decl.Body) {
			x.learn(fn, func(t *traits) { t.BeginsWithRecover = true })
		}
	}
	for again := x.inOwnModule(); again; {
		again = false
		for fn, decl := range decls {
			if !x.traits(fn).Blocks && x.mayWait(info, comms, decl.Body) {
				x.learn(fn, func(t *traits) { t.Blocks = true })
				again = true
			}
			if !x.traits(fn).CallsBack && x.callsBack(info, decl) {
				x.learn(fn, func(t *traits) { t.CallsBack = true })
				again = true
			}
		}
	}
}

// inOwnModule tells the module under check from its dependencies, of which only the directives count: fmt.Sprintf, say, may
// wait for another goroutine somewhere deep down, and that is no concern here. The standard library has no module.
func (x *index) inOwnModule() bool {
	m := x.pass.Module
	return m != nil && m.Path != "" && m.Version == ""
}

func (x *index) learn(fn *types.Func, change func(*traits)) {
	t := *x.traits(fn)
	change(&t)
	x.pass.ExportObjectFact(fn, &t)
}

func (x *index) mayWait(info *types.Info, comms map[ast.Node]bool, body *ast.BlockStmt) bool {
	waits := false
	inspectRun(info, body, func(n ast.Node) bool {
		waits = waits || x.wait(info, comms, n) != ""
		return !waits
	})
	return waits
}

// callsRecover reports whether a function with that body, when deferred, stops a panic: recover works only there.
func callsRecover(info *types.Info, body *ast.BlockStmt) bool {
	found := false
	inspectOwn(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && isBuiltin(info, call, "recover") {
			found = true
		}
		return !found
	})
	return found
}

// beginsWithRecover reports whether one of the defers that a body begins with stops a panic.
func (x *index) beginsWithRecover(info *types.Info, body *ast.BlockStmt) bool {
	for _, stmt := range body.List {
		d, ok := stmt.(*ast.DeferStmt)
		if !ok {
			return false
		}
		if lit, ok := ast.Unparen(d.Call.Fun).(*ast.FuncLit); ok {
			if callsRecover(info, lit.Body) {
				return true
			}
		} else if x.traits(callee(info, d.Call)).Recovers {
			return true
		}
	}
	return false
}

// checkRecovers holds functions to their //tidemark:recovers; those of interfaces have no body to look at.
func checkRecovers(r *directiveReader) {
	for _, file := range r.pass.Files {
		for _, decl := range file.Decls {
			decl, ok := decl.(*ast.FuncDecl)
			if !ok || decl.Body == nil {
				continue
			}
			for _, fn := range r.recovers {
				if r.pass.TypesInfo.Defs[decl.Name] == fn && !callsRecover(r.pass.TypesInfo, decl.Body) {
					r.pass.Reportf(decl.Name.Pos(), "%s must call recover itself: it has no effect in a function called from here", fn.Name())
				}
			}
		}
	}
}
