package inline

import (
	"slices"

	"tidemark/core/internal/hugepage"
)

// lift is formatting that what is open now is kept from.
type lift struct {
	format
	at    int // where it was among the outermost
	count int // of what is open of its kind
}

// Lift keeps what comes next from the formatting of a kind, until PopStyle. It returns false where that cannot be: there is none, or it is
// around a link or formatting within its like, of which each would become two.
func (w *Writer) Lift(kind FormatKind) bool {
	at := slices.IndexFunc(w.outermost, func(f format) bool { return f.kind == kind })
	if at < 0 || len(w.open) != len(w.outermost) || slices.ContainsFunc(w.outermost[at:], func(f format) bool { return f.kind == LinkFormat }) {
		return false
	}
	hugepage.Push(w.watch, &w.lifts, lift{w.outermost[at], at, w.openKinds[kind]})
	w.reopenFrom(at, func() { w.outermost = slices.Delete(w.outermost, at, at+1) })
	hugepage.Push(w.watch, &w.formats, format{kind: liftedFormat})
	w.openKinds[kind] = 0
	return true
}

// lower ends the lift that was begun last.
func (w *Writer) lower() {
	last := len(w.lifts) - 1
	l := w.lifts[last]
	w.lifts = w.lifts[:last]
	w.openKinds[l.kind] = l.count
	w.reopenFrom(l.at, func() { w.outermost = slices.Insert(w.outermost, l.at, l.format) })
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

// PushStyle opens formatting that a style stands for, where so much has been written.
func (w *Writer) PushStyle(kind FormatKind, written int) {
	w.push(format{kind: kind, styled: true, place: int32(written)})
}

// PushLines has line ends become line breaks, until PopStyle.
func (w *Writer) PushLines() {
	hugepage.Push(w.watch, &w.formats, format{kind: linesFormat})
	w.keptLines++
}

// PopStyle ends what PushStyle, PushLines or Lift began last.
func (w *Writer) PopStyle() {
	last := len(w.formats) - 1
	switch w.formats[last].kind {
	case linesFormat:
		w.formats = w.formats[:last]
		w.keptLines--
	case liftedFormat:
		w.formats = w.formats[:last]
		w.lower()
	default:
		w.Pop()
	}
}
