package crossing

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"
)

// function is a declaration or a literal with a body; a literal inside it is a function of its own.
type function struct {
	node   ast.Node      // *ast.FuncDecl or *ast.FuncLit
	decl   *ast.FuncDecl // the declaration that node is or stands in, nil in a package variable's initialiser
	recv   *ast.FieldList
	typ    *ast.FuncType
	body   *ast.BlockStmt
	result *types.Tuple
}

// functions returns those of the whole package, each before the literals in it.
func functions(pass *analysis.Pass) []*function {
	var list []*function
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fd, _ := decl.(*ast.FuncDecl)
			ast.Inspect(decl, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncDecl:
					if n.Body != nil {
						sig := pass.TypesInfo.Defs[n.Name].Type().(*types.Signature)
						list = append(list, &function{n, fd, n.Recv, n.Type, n.Body, sig.Results()})
					}
				case *ast.FuncLit:
					sig := pass.TypesInfo.TypeOf(n).(*types.Signature)
					list = append(list, &function{n, fd, nil, n.Type, n.Body, sig.Results()})
				}
				return true
			})
		}
	}
	return list
}

// inspectOwn walks a tree without entering the literals below its root.
func inspectOwn(root ast.Node, visit func(ast.Node) bool) {
	ast.Inspect(root, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		if _, ok := n.(*ast.FuncLit); ok && n != root {
			return false
		}
		return visit(n)
	})
}

// inspectRun walks what a function does by itself: without what it starts elsewhere, and without literals but those that it
// calls, or passes to a call and not to a goroutine, which are taken to run during that call.
func inspectRun(info *types.Info, root ast.Node, visit func(ast.Node) bool) {
	run := make(map[ast.Node]bool)
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil:
			return false
		case *ast.GoStmt:
			return false
		case *ast.FuncLit:
			if !run[n] {
				return false
			}
		case *ast.CallExpr:
			run[ast.Unparen(n.Fun)] = true
			elsewhere, _ := spawned(info, n)
			for _, arg := range n.Args {
				run[ast.Unparen(arg)] = arg != elsewhere
			}
		}
		return visit(n)
	})
}

// callee returns the function or method that a call names, of an interface too; nil for a function value.
func callee(info *types.Info, call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	return fn
}

// isFunc reports whether fn is the named function of a package or, for "Type.Method", a method of it.
func isFunc(fn *types.Func, pkg, name string) bool {
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != pkg {
		return false
	}
	full := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		n := named(pointee(recv.Type()))
		if n == nil {
			return false
		}
		full = n.Obj().Name() + "." + full
	}
	return full == name
}

// isBuiltin reports whether a call is one of that builtin function.
func isBuiltin(info *types.Info, call *ast.CallExpr, name string) bool {
	b, ok := typeutil.Callee(info, call).(*types.Builtin)
	return ok && b.Name() == name
}

// spawned returns the function expression that a node starts on another goroutine, and the arguments that go with it.
func spawned(info *types.Info, n ast.Node) (fun ast.Expr, args []ast.Expr) {
	switch n := n.(type) {
	case *ast.GoStmt:
		return ast.Unparen(n.Call.Fun), n.Call.Args
	case *ast.CallExpr:
		switch fn := callee(info, n); {
		case isFunc(fn, "sync", "WaitGroup.Go") && len(n.Args) == 1:
			return ast.Unparen(n.Args[0]), nil
		case (isFunc(fn, "time", "AfterFunc") || isFunc(fn, "context", "AfterFunc")) && len(n.Args) == 2:
			return ast.Unparen(n.Args[1]), nil
		}
	}
	return nil, nil
}

// variable returns the variable that a plain identifier names; fields and package variables are not meant.
func variable(info *types.Info, e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() || v.Pkg() == nil || v.Parent() == v.Pkg().Scope() {
		return nil
	}
	return v
}

func within(pos token.Pos, n ast.Node) bool { return n.Pos() <= pos && pos < n.End() }
