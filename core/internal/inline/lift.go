package inline

import (
	"slices"

	"tidemark/core/internal/hugepage"
)

// Lift keeps what comes next from the formatting of a kind, until it is popped. It returns false where that cannot be: there is none, or it
// is around a link or formatting within its like, of which each would become two.
func (w *Writer) Lift(kind FormatKind) bool {
	at := slices.IndexFunc(w.outermost, func(f format) bool { return f.kind == kind })
	if at < 0 || len(w.open) != len(w.outermost) || slices.ContainsFunc(w.outermost[at:], func(f format) bool { return f.kind == LinkFormat }) {
		return false
	}
	f := w.outermost[at]
	w.reopenFrom(at, func() { w.outermost = slices.Delete(w.outermost, at, at+1) })
	f.lifted, f.link, f.serial = true, int32(at), int32(w.openKinds[kind])
	w.formats = append(hugepage.Move(w.watch, w.formats, 1), f)
	w.openKinds[kind] = 0
	return true
}

// lower ends what Lift began.
func (w *Writer) lower(f format) {
	at := int(f.link)
	w.openKinds[f.kind] = int(f.serial)
	f.lifted, f.link, f.serial = false, 0, w.serial
	w.reopenFrom(at, func() { w.outermost = slices.Insert(w.outermost, at, f) })
}

// reopenFrom ends the formatting from the given number on, and begins it again when that has been changed.
func (w *Writer) reopenFrom(at int, change func()) {
	for range w.outermost[at:] {
		w.end(false)
	}
	change()
	for _, f := range w.outermost[at:] {
		w.begin(f)
	}
}
