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
	whole  bool  // it is that of a block: what is in it is no more of it
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
	w.push(format{kind: kind, stress: stress, nested: stress && w.openKinds[kind] > 0 && !w.isWhole(kind), place: int32(written)})
}

// PushWhole opens the formatting that a whole block has.
func (w *Writer) PushWhole(kind FormatKind, written int) {
	w.push(format{kind: kind, whole: true, place: int32(written)})
}

// isWhole reports whether the outermost formatting of a kind is that of a block.
func (f *formatting) isWhole(kind FormatKind) bool {
	for _, o := range f.outermost {
		if o.kind == kind {
			return o.whole
		}
	}
	return false
}

// PushLink opens a link where so much has been written.
func (w *Writer) PushLink(l *Link, written int) {
	w.push(format{kind: LinkFormat, link: w.links.push(l), place: int32(written)})
}

func (w *Writer) push(f format) {
	f.serial = w.serial
	hugepage.Push(w.watch, &w.formats, f)
	w.openKinds[f.kind]++
	if w.openKinds[f.kind] == 1 {
		hugepage.Push(w.watch, &w.outermost, f)
		w.begin(f)
	} else if f.nested {
		w.begin(f)
	}
}

// Pop closes the formatting that was opened last. What holds nothing goes.
func (w *Writer) Pop() { w.pop(false) }

// IsLinkEmpty reports whether the link that was opened last shows nothing where so much has been written.
func (w *Writer) IsLinkEmpty(written int) bool {
	f := &w.formats[len(w.formats)-1]
	return f.place == int32(written) && w.openKinds[LinkFormat] == 1 && int(w.open[len(w.open)-1]) == len(w.tokens)-1
}

// LeadsToPlace reports whether the link that was opened last leads to a place in this page.
func (w *Writer) LeadsToPlace() bool {
	return strings.HasPrefix(w.links.at(w.formats[len(w.formats)-1].link).Address, "#")
}

// NameLink gives the link that was opened last a text, which its title need not say again.
func (w *Writer) NameLink(name string) {
	if l := w.links.at(w.formats[len(w.formats)-1].link); l.Title == name {
		l.Title = ""
	}
	w.AddText(name)
}

// PopLink closes the link that was opened last where so much has been written. One that shows nothing is kept if it is to be, unless it
// leads to a place in this page.
func (w *Writer) PopLink(keepEmpty bool, written int) {
	f := w.formats[len(w.formats)-1]
	w.pop(keepEmpty && f.place == int32(written) && !w.LeadsToPlace())
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

// NewHeadingRun begins the content of a heading, which needs no formatting of the block that it is in.
func (w *Writer) NewHeadingRun() {
	for _, f := range w.outermost {
		if f.whole {
			w.run.reset()
			w.reopenInHeading()
			return
		}
	}
}

func (w *Writer) reopenInHeading() {
	for _, f := range w.outermost {
		if !f.whole {
			w.begin(f)
		}
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
	if w.mark != 0 {
		w.dropMark()
	}
	if !w.options.KeepPadding {
		w.trimEdges()
	}
	for i := range w.tokens {
		if t := &w.tokens[i]; t.kind != textToken || hasSeen(w.text[t.start:t.end]) {
			return true
		}
	}
	return false
}

// hasSeen reports whether there is anything to be seen in text.
func hasSeen(text []byte) bool {
	return len(text) > 0 && text[0] > ' ' && text[0] < 0x7f || leadingSpaces(text) < len(text)
}
