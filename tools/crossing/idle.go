package crossing

import (
	"go/ast"
	"go/types"
	"strings"
)

// checkIdle reports directives that are about nothing: what they guarded may have been renamed, or have gone, and then they guard
// nothing while they seem to.
func checkIdle(r *directiveReader) {
	called := calledInC(r.pass.TypesInfo)
	for _, d := range r.waitsInC {
		if name := strings.TrimPrefix(d.arg, "C."); !called[name] {
			r.pass.Reportf(d.pos, "this package calls no C.%s: name a C function that it calls", name)
		}
	}
	for _, f := range r.functions {
		switch f.word {
		case "handsover":
			if !r.takesHandedOver(f.fn) {
				r.pass.Reportf(f.pos, "%s takes no value of a handedover type: it has none to keep", f.fn.Name())
			}
		case "crosses":
			if f.fn.Signature().Params().Len() == 0 {
				r.pass.Reportf(f.pos, "%s has no argument that could cross", f.fn.Name())
			}
		case "spawns":
			if f.body != nil && !spawns(r.pass.TypesInfo, f.body) {
				r.pass.Reportf(f.pos, "%s starts no goroutine", f.fn.Name())
			}
		}
	}
}

// calledInC returns the names of the C functions that a package calls or uses, from what cgo made of them.
func calledInC(info *types.Info) map[string]bool {
	called := make(map[string]bool)
	for id := range info.Uses {
		for _, prefix := range []string{"_Cfunc_", "_C2func_"} {
			if name, ok := strings.CutPrefix(id.Name, prefix); ok {
				called[name] = true
			}
		}
	}
	return called
}

func (r *directiveReader) takesHandedOver(fn *types.Func) bool {
	sig := fn.Signature()
	if recv := sig.Recv(); recv != nil && r.index.isA(recv.Type(), handedOver) {
		return true
	}
	for param := range sig.Params().Variables() {
		t := param.Type()
		if slice, ok := t.Underlying().(*types.Slice); ok {
			t = slice.Elem()
		}
		if r.index.isA(t, handedOver) {
			return true
		}
	}
	return false
}

func spawns(info *types.Info, body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if n != nil {
			fun, _ := spawned(info, n)
			found = found || fun != nil
		}
		return !found
	})
	return found
}
