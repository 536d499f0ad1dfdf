package crossing

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// callback says whose code a call runs that cannot be seen from here: a function value's, or that of whatever type is behind
// an interface. "" if it is known. Such code may want a lock that its caller holds, or wait.
func (x *index) callback(info *types.Info, call *ast.CallExpr) string {
	if info.Types[ast.Unparen(call.Fun)].IsType() {
		return "" // a conversion
	}
	switch target := typeutil.Callee(info, call).(type) {
	case *types.Builtin:
		return ""
	case *types.Func:
		if recv := target.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) && !isHarmless(target) {
			return "call of " + target.Name() + " through an interface"
		}
		if x.traits(target).CallsBack {
			return "call of " + target.Name() + ", which calls back,"
		}
		return ""
	}
	if _, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok || isListed(info.TypeOf(call.Fun)) {
		return ""
	}
	return "call of the function value " + types.ExprString(call.Fun)
}

// isHarmless knows the interface methods that are documented to take no lock of others and not to wait.
func isHarmless(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return fn.Name() == "Error"
	}
	for _, name := range []string{"Done", "Err", "Value", "Deadline"} {
		if isFunc(fn, "context", "Context."+name) {
			return true
		}
	}
	return isFunc(fn, "sync", "Locker.Lock") || isFunc(fn, "sync", "Locker.Unlock")
}

// callsBack looks for callbacks in the body of a function, but not for calls of its parameters: their values are named where
// it is called, and a literal is followed there.
func (x *index) callsBack(info *types.Info, decl *ast.FuncDecl) bool {
	found := false
	inspectRun(info, decl.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && x.callback(info, call) != "" {
			v := variable(info, call.Fun)
			found = found || v == nil || !within(v.Pos(), decl.Type.Params)
		}
		return !found
	})
	return found
}
