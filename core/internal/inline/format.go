package inline

import (
	"strings"

	"tidemark/core/internal/hugepage"
)

// FormatKind is a kind of inline formatting.
type FormatKind uint8

const (
	noFormat FormatKind = iota
	LinkFormat
	EmFormat
	StrongFormat
	DelFormat
	SubFormat
	SupFormat
	KbdFormat
	MarkFormat
	InsFormat

	formatKinds

	linesFormat  // line ends are line breaks: nothing is written for it
	liftedFormat // see Writer.Lift
)

// formatTags are the elements that formatting is written as where Markdown has no form for it.
var formatTags = [formatKinds]string{
	EmFormat: "em", StrongFormat: "strong", DelFormat: "del",
	SubFormat: "sub", SupFormat: "sup", KbdFormat: "kbd", MarkFormat: "mark", InsFormat: "ins",
}

// CanWrite reports whether these options leave a form for formatting.
func (o *Options) CanWrite(kind FormatKind) bool {
	switch kind {
	case EmFormat, StrongFormat:
		return true
	case DelFormat:
		return o.Strikethrough || !o.DropHTML
	default:
		return !o.DropHTML
	}
}

// format is formatting that is open.
type format struct {
	kind   FormatKind
	styled bool  // a style stands for it: it goes on after white space
	stress bool  // it is <em> or <strong>
	nested bool  // the same kind is open outside already
	link   int32 // of a link: its index in Writer.links
	serial int32 // of the run that nested formatting was begun in; it does not go on in the next
	place  int32 // where in the output it was begun
}

// formatting is what is open. Blocks in it take it over: each begins it anew. Formatting within the same formatting says nothing
// new, but where it is stressed: there it is more emphasis.
type formatting struct {
	formats   []format // outermost first
	outermost []format // those that are not in one of their kind
	openKinds [formatKinds]int
	lifts     []lift
}

func (f *formatting) reset() {
	f.formats, f.outermost, f.openKinds, f.lifts = f.formats[:0], f.outermost[:0], [formatKinds]int{}, f.lifts[:0]
}

func (f *formatting) room() int {
	return hugepage.Room(f.formats) + hugepage.Room(f.outermost) + hugepage.Room(f.lifts)
}

// IsOpen reports whether there is formatting of that kind around what comes next.
func (f *formatting) IsOpen(kind FormatKind) bool { return f.openKinds[kind] > 0 }

// IsIdle reports whether there is neither formatting that is open nor anything in the run.
func (w *Writer) IsIdle() bool { return len(w.tokens) == 0 && len(w.formats) == 0 }

// Push opens formatting where so much has been written. It is stressed if it stands for emphasis in any case.
func (w *Writer) Push(kind FormatKind, stress bool, written int) {
	w.push(format{kind: kind, stress: stress, nested: stress && w.openKinds[kind] > 0, place: int32(written)})
}

// PushLink opens a link where so much has been written.
func (w *Writer) PushLink(l *Link, written int) {
	w.push(format{kind: LinkFormat, link: w.links.push(l), place: int32(written)})
}

func (w *Writer) push(f format) {
	f.serial = w.serial
	w.formats = append(hugepage.Move(w.watch, w.formats, 1), f)
	w.openKinds[f.kind]++
	if w.openKinds[f.kind] == 1 {
		w.outermost = append(hugepage.Move(w.watch, w.outermost, 1), f)
		w.begin(f)
	} else if f.nested {
		w.begin(f)
	}
}

// Pop closes the formatting that was opened last. What holds nothing goes.
func (w *Writer) Pop() { w.pop(false) }

// PopLink closes the link that was opened last where so much has been written. One that shows nothing still leads somewhere, unless it
// is but a place in this page.
func (w *Writer) PopLink(written int) {
	f := w.formats[len(w.formats)-1]
	w.pop(f.place == int32(written) && !strings.HasPrefix(w.links.at(f.link).Address, "#"))
}

func (w *Writer) pop(keepEmpty bool) {
	f := w.formats[len(w.formats)-1]
	w.formats = w.formats[:len(w.formats)-1]
	if w.openKinds[f.kind]--; w.openKinds[f.kind] == 0 {
		w.outermost = w.outermost[:len(w.outermost)-1]
	}
	if f.nested && f.serial == w.serial || !f.nested && w.openKinds[f.kind] == 0 {
		w.end(keepEmpty)
	}
}

// NewRun begins the content of a block with the formatting that is open.
func (w *Writer) NewRun() {
	w.run.reset()
	if len(w.outermost) > 0 {
		w.reopen()
	}
}

func (w *Writer) reopen() {
	for _, f := range w.outermost {
		w.begin(f)
	}
}

// Finish closes what is open in the run, and reports whether there is anything to be seen.
func (w *Writer) Finish() bool {
	for len(w.open) > 0 {
		w.end(false)
	}
	if !w.content {
		return false
	}
	for _, t := range w.tokens {
		if t.kind != textToken || len(w.text[t.start:t.end]) > leadingSpaces(w.text[t.start:t.end]) {
			return true
		}
	}
	return false
}
