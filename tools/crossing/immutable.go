package crossing

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// Immutable checks that values of an immutable type, and the fields above the mutex of a guarded one, are written by
// constructors only and hold nothing that others could write to.
var Immutable = newAnalyzer("immutable", "check that immutable types are not written to after they are made", runImmutable)

func runImmutable(pass *analysis.Pass, x *index) {
	for _, w := range x.writes(pass, functions(pass)) {
		switch {
		case w.mark.Kind == handedOver,
			w.mark.Kind == guarded && (w.field == nil || !aboveMutex(w.owner, w.mark, w.field) || isSync(w.field.Type())):
			continue
		case w.fn.constructs(w.owner, pass.Pkg):
			if made := w.fn.owns(pass.TypesInfo, w.base); made == fresh || made == copied && !w.deep {
				continue
			}
		}
		name := w.owner.Obj().Name()
		switch {
		case w.field == nil:
			pass.Reportf(w.at.Pos(), "%s is immutable: make a new value instead of overwriting this one", name)
		case w.mark.Kind == guarded:
			pass.Reportf(w.at.Pos(), "%s.%s stands above %s and is immutable: set it in a constructor, or move it below the mutex and lock",
				name, w.field.Name(), w.mark.Mutex)
		case w.counts:
			pass.Reportf(w.at.Pos(), "%s is immutable, and a count that changes without an atomic operation is an Rc: make %s a type of sync/atomic, or guard it with a mutex",
				name, w.field.Name())
		default:
			pass.Reportf(w.at.Pos(), "%s is immutable: set %s in a constructor, on a value made there and not yet shared; a field that changes later is a Cell: guard it with a mutex, or mark %s handedover",
				name, w.field.Name(), name)
		}
	}
	eachType(pass, func(spec *ast.TypeSpec, t types.Type) { checkFields(pass, x, spec, t) })
	checkImplementations(pass, x)
}

// eachType calls visit for the package-level type declarations.
func eachType(pass *analysis.Pass, visit func(*ast.TypeSpec, types.Type)) {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			decl, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range decl.Specs {
				if spec, ok := spec.(*ast.TypeSpec); ok && !spec.Assign.IsValid() {
					visit(spec, pass.TypesInfo.Defs[spec.Name].Type())
				}
			}
		}
	}
}

// checkFields looks at what a marked type is made of.
func checkFields(pass *analysis.Pass, x *index, spec *ast.TypeSpec, t types.Type) {
	m := x.mark(t)
	if m == nil || m.Kind == handedOver {
		return
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		if _, ok := t.Underlying().(*types.Interface); !ok && !x.mayHold(t.Underlying()) {
			pass.Reportf(spec.Pos(), "%s cannot be %s: wrap it in a struct with an unexported field", spec.Name.Name, m.Kind)
		}
		return
	}
	for field := range s.Fields() {
		if m.Kind == guarded && !aboveMutex(t, m, field) || x.trusts(field) {
			continue
		}
		if (isNamed(field.Type(), "sync", "Mutex") || isNamed(field.Type(), "sync", "RWMutex")) && m.Kind == immutable {
			pass.Reportf(field.Pos(), "%s has a mutex: mark it guarded %s", spec.Name.Name, field.Name())
			continue
		}
		if !x.mayHold(field.Type()) {
			pass.Reportf(field.Pos(), "%s shares %s, whose type %s is not known to be safe, %s: %s", spec.Name.Name, field.Name(),
				types.TypeString(field.Type(), types.RelativeTo(pass.Pkg)), fault(field.Type()), cure(field.Type(), true))
		}
	}
}

// checkImplementations keeps the promise of a marked interface: every type of this package that implements one keeps it.
func checkImplementations(pass *analysis.Pass, x *index) {
	var marked []*types.Named
	for _, fact := range x.pass.AllObjectFacts() {
		name, ok := fact.Object.(*types.TypeName)
		if !ok || !types.IsInterface(name.Type()) || x.mark(name.Type()) == nil {
			continue
		}
		n := named(name.Type())
		if n != nil && n.TypeParams() == nil && !n.Underlying().(*types.Interface).Empty() && (name.Exported() || name.Pkg() == pass.Pkg) {
			marked = append(marked, n)
		}
	}
	eachType(pass, func(spec *ast.TypeSpec, t types.Type) {
		n := named(t)
		if n == nil || n.TypeParams() != nil || types.IsInterface(t) || inTest(pass, spec.Pos()) {
			return
		}
		m := x.mark(t)
		for _, iface := range marked {
			if !types.Implements(types.NewPointer(t), iface.Underlying().(*types.Interface)) {
				continue
			}
			want := x.mark(iface)
			if m == nil || want.Kind != handedOver && m.Kind == handedOver {
				pass.Reportf(spec.Pos(), "%s implements %s, which is %s: mark it //tidemark:crossing too", spec.Name.Name, iface.Obj().Name(), want.Kind)
			}
		}
	})
}
