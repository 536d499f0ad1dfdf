package crossing

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
)

// hold is one lock at one point of a function.
type hold struct {
	name  string    // as the source spells it
	at    token.Pos // of the Lock call; NoPos if the caller locked
	sure  bool      // held on every way to this point; if not, on some way
	write bool      // held for writing
}

// locks is the state that lockWalk follows.
type locks struct {
	held   map[string]hold
	defers map[*ast.DeferStmt]bool // registered on some way to this point
}

func newLocks() *locks {
	return &locks{held: make(map[string]hold), defers: make(map[*ast.DeferStmt]bool)}
}

func (l *locks) clone() *locks { return &locks{maps.Clone(l.held), maps.Clone(l.defers)} }

func (l *locks) merge(from *locks) (changed bool) {
	for key, mine := range l.held {
		theirs, ok := from.held[key]
		merged := mine
		merged.sure = mine.sure && ok && theirs.sure
		merged.write = mine.write && (!ok || theirs.write)
		if merged != mine {
			l.held[key], changed = merged, true
		}
	}
	for key, theirs := range from.held {
		if _, ok := l.held[key]; !ok {
			theirs.sure = false
			l.held[key], changed = theirs, true
		}
	}
	for d := range from.defers {
		if !l.defers[d] {
			l.defers[d], changed = true, true
		}
	}
	return changed
}

// lockCall returns the key and the spelling of the mutex that a call locks or unlocks, and the method's name.
func lockCall(info *types.Info, call *ast.CallExpr) (key, name, method string) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	fn := callee(info, call)
	if !ok || fn == nil {
		return "", "", ""
	}
	switch method = fn.Name(); method {
	case "Lock", "Unlock", "RLock", "RUnlock":
	default:
		return "", "", ""
	}
	if !isFunc(fn, "sync", "Mutex."+method) && !isFunc(fn, "sync", "RWMutex."+method) && !isFunc(fn, "sync", "Locker."+method) {
		return "", "", ""
	}
	key, name = exprKey(info, sel.X), types.ExprString(sel.X)
	if list := steps(info, sel); len(list) > 0 { // an embedded mutex
		last := list[len(list)-1]
		key, name = key+last.path+"."+last.field.Name(), name+"."+last.field.Name()
	}
	return key, name, method
}

// exprKey names the value that an expression denotes, so that two expressions with one key denote the same value as long
// as nothing on the way is reassigned.
func exprKey(info *types.Info, e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		if obj := info.ObjectOf(e); obj != nil {
			return fmt.Sprintf("%s#%d", e.Name, obj.Pos()) // the position tells shadowed names apart
		}
	case *ast.ParenExpr:
		return exprKey(info, e.X)
	case *ast.StarExpr:
		return exprKey(info, e.X)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return exprKey(info, e.X)
		}
	case *ast.IndexExpr:
		return exprKey(info, e.X) + "[" + types.ExprString(e.Index) + "]"
	case *ast.SelectorExpr:
		if list := steps(info, e); len(list) > 0 {
			last := list[len(list)-1]
			return exprKey(info, e.X) + last.path + "." + last.field.Name()
		}
	}
	return types.ExprString(e)
}
