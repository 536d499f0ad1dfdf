package crossing

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// The ways in which a value may be safe to share.
const (
	immutable  = "immutable"
	guarded    = "guarded"
	handedOver = "handedover"
)

// mark is the fact about a type that says //tidemark:crossing.
type mark struct {
	Kind  string
	Mutex string // the guarding field of a guarded type
}

func (*mark) AFact()           {}
func (m *mark) String() string { return "crossing " + m.Kind }

// trusted is the fact about a field that says //tidemark:trusted.
type trusted struct{}

func (*trusted) AFact()         {}
func (*trusted) String() string { return "trusted" }

// traits is the fact about a function or an interface method: what its directives say, and what its body shows.
type traits struct {
	HandsOver, Crosses, Spawns bool
	Blocks                     bool // said, or seen in the body
	CallsBack                  bool // the body calls what it cannot see
	Recovers                   bool // the body itself calls recover
	BeginsWithRecover          bool // the body begins with defers of which one recovers
}

func (*traits) AFact()         {}
func (*traits) String() string { return "traits" }

// index answers what is known about types, fields and functions of this package and of those it imports.
type index struct {
	pass   *analysis.Pass  // of Directives, whose facts these are
	blocks map[string]bool // names of C functions that wait
}

// named strips aliases and type arguments: the declaration is what is marked.
func named(t types.Type) *types.Named {
	n, _ := types.Unalias(t).(*types.Named)
	if n == nil {
		return nil
	}
	return n.Origin()
}

// pointee returns what a pointer type points at, and any other type as it is.
func pointee(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// mark returns the mark of a named type, nil if it has none.
func (x *index) mark(t types.Type) *mark {
	n := named(t)
	m := new(mark)
	if n == nil || n.Obj().Pkg() == nil || !x.pass.ImportObjectFact(n.Obj(), m) {
		return nil
	}
	return m
}

// isA reports whether t, or what it points at, is marked as kind.
func (x *index) isA(t types.Type, kind string) bool {
	m := x.mark(pointee(t))
	return m != nil && m.Kind == kind
}

func (x *index) trusts(field *types.Var) bool {
	return x.pass.ImportObjectFact(field.Origin(), new(trusted))
}

// traits never returns nil.
func (x *index) traits(fn *types.Func) *traits {
	t := new(traits)
	if fn != nil && fn.Pkg() != nil {
		x.pass.ImportObjectFact(fn.Origin(), t)
	}
	return t
}
