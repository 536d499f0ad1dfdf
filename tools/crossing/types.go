package crossing

import "go/types"

// shareableTypes lists types of other people with the reason why they are safe to share.
var shareableTypes = map[string]bool{
	"context.Context":                            true, // documented as safe for simultaneous use
	"context.CancelFunc":                         true, // likewise
	"context.CancelCauseFunc":                    true, // likewise
	"time.Time":                                  true, // immutable, its Location too
	"time.Location":                              true, // immutable once loaded
	"regexp.Regexp":                              true, // documented as safe but for Longest, which nobody here calls
	"net/url.URL":                                true, // not safe by its type: here it is parsed once and then only resolved against
	"golang.org/x/net/html/atom.Atom":            true, // an integer
	"golang.org/x/text/encoding.Encoding":        true, // stateless: decoders and encoders are made from it per use
	"golang.org/x/text/encoding/charmap.Charmap": true, // likewise
}

func isNamed(t types.Type, pkg, name string) bool {
	n := named(t)
	return n != nil && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == pkg && n.Obj().Name() == name
}

// isSync reports whether t is a type of sync or sync/atomic: those guard themselves.
func isSync(t types.Type) bool {
	n := named(t)
	if n == nil || n.Obj().Pkg() == nil {
		return false
	}
	path := n.Obj().Pkg().Path()
	return path == "sync" || path == "sync/atomic"
}

// isListed reports whether t is a type of other people that may be shared, by value or through a pointer.
func isListed(t types.Type) bool {
	n := named(t)
	return isSync(t) || n != nil && n.Obj().Pkg() != nil && shareableTypes[n.Obj().Pkg().Path()+"."+n.Obj().Name()]
}

func isChan(t types.Type) bool {
	_, ok := t.Underlying().(*types.Chan)
	return ok
}

// safeByItself reports whether t may be shared without a mark.
func safeByItself(t types.Type) bool {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		return isListed(p.Elem())
	}
	if isListed(t) || types.Identical(t, types.Universe.Lookup("error").Type()) {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return !isRawPointer(u)
	case *types.Chan:
		return true
	case *types.Struct:
		return u.NumFields() == 0
	}
	return false
}

// mayCross reports whether a value of type t may be sent, captured or passed to another goroutine.
func (x *index) mayCross(t types.Type) bool {
	return x.mark(pointee(t)) != nil || safeByItself(t)
}

// mayHold reports whether a field of type t keeps its immutable owner safe to share. Unlike mayCross it admits containers
// of safe values, as nothing writes into them, and refuses what has one owner at a time.
func (x *index) mayHold(t types.Type) bool { return x.holds(t, make(map[types.Type]bool)) }

func (x *index) holds(t types.Type, seen map[types.Type]bool) bool {
	t = types.Unalias(t)
	if seen[t] {
		return true
	}
	seen[t] = true
	if m := x.mark(pointee(t)); m != nil {
		return m.Kind != handedOver
	}
	if safeByItself(t) {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return x.holds(u.Elem(), seen)
	case *types.Array:
		return x.holds(u.Elem(), seen)
	case *types.Map:
		return x.holds(u.Key(), seen) && x.holds(u.Elem(), seen)
	case *types.Struct:
		for field := range u.Fields() {
			if !x.trusts(field) && !x.holds(field.Type(), seen) {
				return false
			}
		}
		return true
	}
	return false
}
