package recursion

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"
)

// graph is what the functions of a package may call, as far as that is in the package.
type graph struct {
	functions []*ssa.Function // in the order of the source
	calls     map[*ssa.Function][]*ssa.Function

	pkg    *ssa.Package
	taken  []taken
	values []valueCall
	types  []types.Type // those of the package that are not interfaces, and pointers to them
}

// taken is a function whose value is made.
type taken struct {
	fn  *ssa.Function
	typ *types.Signature
}

// valueCall is a call of a function value.
type valueCall struct {
	caller *ssa.Function
	typ    *types.Signature
}

func newGraph(fset *token.FileSet, built *buildssa.SSA) *graph {
	g := &graph{calls: map[*ssa.Function][]*ssa.Function{}, pkg: built.Pkg}
	add := func(fn *ssa.Function) {
		if !strings.HasSuffix(fset.Position(fn.Pos()).Filename, "_test.go") {
			g.functions = append(g.functions, fn)
			g.calls[fn] = nil
		}
	}
	for _, fn := range built.SrcFuncs {
		add(fn)
	}
	variables := []*ssa.Function{built.Pkg.Func("init")} // which sets them, and the literals in it
	for i := 0; i < len(variables); i++ {
		add(variables[i])
		variables = append(variables, variables[i].AnonFuncs...)
	}
	g.findTypes()
	for _, fn := range g.functions {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				g.instruction(fn, instr)
			}
		}
	}
	for _, call := range g.values {
		for _, t := range g.taken {
			if mayBe(call, t) {
				g.call(call.caller, t.fn)
			}
		}
	}
	return g
}

// findTypes lists the types of the package, those that a function declares included.
func (g *graph) findTypes() {
	scopes := []*types.Scope{g.pkg.Pkg.Scope()}
	for i := 0; i < len(scopes); i++ {
		for _, name := range scopes[i].Names() {
			if t, ok := scopes[i].Lookup(name).(*types.TypeName); ok && !types.IsInterface(t.Type()) {
				g.types = append(g.types, t.Type(), types.NewPointer(t.Type()))
			}
		}
		for child := range scopes[i].Children() {
			scopes = append(scopes, child)
		}
	}
}

// instruction notes what one instruction of a function may call.
func (g *graph) instruction(fn *ssa.Function, instr ssa.Instruction) {
	var callee *ssa.Value
	if call, ok := instr.(ssa.CallInstruction); ok {
		common := call.Common()
		callee = &common.Value
		switch value := common.Value.(type) {
		case *ssa.Builtin:
		case *ssa.Function:
			g.callNamed(fn, value)
		default:
			if common.IsInvoke() {
				g.callMethod(fn, common.Method, value.Type())
			} else {
				g.values = append(g.values, valueCall{fn, common.Signature()})
			}
		}
	}
	if made, ok := instr.(*ssa.MakeInterface); ok {
		g.callMethodsOf(fn, made.X.Type(), made.Type())
	}
	for _, operand := range instr.Operands(nil) {
		value, ok := (*operand).(*ssa.Function)
		if !ok || operand == callee {
			continue
		}
		g.callNamed(fn, value)
		for _, own := range g.own(value) {
			g.taken = append(g.taken, taken{own, value.Signature})
		}
	}
}

func (g *graph) call(from, to *ssa.Function) {
	for _, known := range g.calls[from] {
		if known == to {
			return
		}
	}
	g.calls[from] = append(g.calls[from], to)
}

func (g *graph) callNamed(from, to *ssa.Function) {
	for _, fn := range g.own(to) {
		g.call(from, fn)
	}
}

// own returns the functions of this package behind one: what is instantiated, or bound to a value, or reached through what
// embeds it. Behind a method of an interface there may be many.
func (g *graph) own(fn *ssa.Function) []*ssa.Function {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if method, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" {
		if recv := method.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			return g.implementations(method, recv.Type())
		}
		fn = g.pkg.Prog.FuncValue(method.Origin())
	}
	if _, ok := g.calls[fn]; !ok {
		return nil
	}
	return []*ssa.Function{fn}
}

func (g *graph) callMethod(from *ssa.Function, method *types.Func, of types.Type) {
	for _, fn := range g.implementations(method, of) {
		g.call(from, fn)
	}
}

// implementations returns the methods that a method of an interface may be.
func (g *graph) implementations(method *types.Func, of types.Type) []*ssa.Function {
	var list []*ssa.Function
	i, ok := of.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	for _, t := range g.types {
		if !types.Implements(t, i) && !isGeneric(t) {
			continue
		}
		list = append(list, g.method(t, method.Name())...)
	}
	return list
}

// method returns the method of that name that a type has in this package.
func (g *graph) method(t types.Type, name string) []*ssa.Function {
	obj, _, _ := types.LookupFieldOrMethod(t, false, g.pkg.Pkg, name)
	fn, ok := obj.(*types.Func)
	if !ok {
		return nil
	}
	if value := g.pkg.Prog.FuncValue(fn.Origin()); value != nil {
		return g.own(value)
	}
	return nil
}

// callMethodsOf notes that the methods of a value may be called by whoever is given it as an interface.
func (g *graph) callMethodsOf(from *ssa.Function, of, as types.Type) {
	i := as.Underlying().(*types.Interface)
	set := types.NewMethodSet(of)
	for j := range set.Len() {
		method := set.At(j).Obj()
		in, _, _ := types.LookupFieldOrMethod(as, false, g.pkg.Pkg, method.Name())
		if in == nil && !(i.NumMethods() == 0 && asked[method.Name()]) {
			continue
		}
		for _, fn := range g.method(of, method.Name()) {
			g.call(from, fn)
		}
	}
}

// asked are the methods that the standard library finds in a value of any type.
var asked = map[string]bool{
	"Error": true, "Format": true, "GoString": true, "MarshalJSON": true, "MarshalText": true, "String": true, "UnmarshalJSON": true,
	"UnmarshalText": true,
}

// isGeneric reports whether a type, or what it points at, has type parameters.
func isGeneric(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := t.(*types.Named)
	return ok && n.TypeParams().Len() > 0
}

// mayBe reports whether a function may be what is called.
func mayBe(call valueCall, t taken) bool {
	return call.typ.Variadic() == t.typ.Variadic() && mayMatch(call.typ.Params(), t.typ.Params()) &&
		mayMatch(call.typ.Results(), t.typ.Results())
}

// mayMatch reports whether parameters or results are of the same types, or may be: those of generic functions are not known.
func mayMatch(a, b *types.Tuple) bool {
	if a.Len() != b.Len() {
		return false
	}
	for i := range a.Len() {
		a, b := a.At(i).Type(), b.At(i).Type()
		if !types.Identical(a, b) && !isOpen(a) && !isOpen(b) {
			return false
		}
	}
	return true
}

// isOpen reports whether a type is, or is made of, a type parameter.
func isOpen(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Pointer:
		return isOpen(t.Elem())
	case *types.Slice:
		return isOpen(t.Elem())
	case *types.Array:
		return isOpen(t.Elem())
	case *types.Chan:
		return isOpen(t.Elem())
	case *types.Map:
		return isOpen(t.Key()) || isOpen(t.Elem())
	case *types.Signature:
		return slices.ContainsFunc(slices.Concat(slices.Collect(t.Params().Variables()), slices.Collect(t.Results().Variables())),
			func(v *types.Var) bool { return isOpen(v.Type()) })
	case *types.Named:
		return slices.ContainsFunc(slices.Collect(t.TypeArgs().Types()), isOpen)
	}
	return false
}
