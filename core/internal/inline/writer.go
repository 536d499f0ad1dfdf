package inline

import (
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Objects are what tokens refer to, and what only the document knows.
type Objects interface {
	// Image is asked once, when the image is written. The strings need not hold longer.
	Image(ref int32) Image
	// FootnoteLabel returns the label of a footnote.
	FootnoteLabel(ref int32) string
	// HasFootnote reports whether there is a footnote with a label of [LongestLabel] bytes at most.
	HasFootnote(label []byte) bool
}

// Writer collects the inline content of one block after another, and writes it. It keeps its memory from one document to the next.
type Writer struct {
	run
	formatting
	wrap       wrapper
	links      links
	references references

	options *Options
	objects Objects
	// Embedded tells that the Markdown goes into other Markdown: what could mean something beside others is escaped.
	Embedded bool

	// Marks are asked where things stand in a run that is written, nil if they are not.
	Marks *Marks

	linksMoved bool // the strings of links hold no longer than until they are written

	// At is where the run is written. It is set before it is, and its Prefix belongs to others.
	At Place

	out     []byte
	full    bool // the limit is passed: writing is to end
	steps   int  // until the next look at whether the work is to go on
	scratch []byte
}

// Place is where a run is written: what stands before it, and what it may mean there.
type Place struct {
	Lines     LineMode
	Prefix    []byte // what each line after the first begins with
	Begin     int    // where the document begins in the output
	LineStart int    // where the text of the line begins in the output, after its prefix
	Limit     int    // the length that the output may have
	Document  bool   // it is the first block of the document
	Joined    bool   // the run goes on with a block that has begun
	Quote     bool   // it is the first of a quotation, which may be an alert
	Item      bool   // it is the first of a list item, which may be a task
	Wraps     bool   // its lines may be broken
}

// Start begins a document. The strings of links have to hold until they are written, and those that are moved no longer.
func (w *Writer) Start(watch *watch.Watch, o *Options, objects Objects, linksMoved bool) {
	w.watch, w.options, w.objects, w.linksMoved = watch, o, objects, linksMoved
}

// Use goes on with other options, between two runs.
func (w *Writer) Use(o *Options) { w.options = o }

// Nest begins to write what is to be Markdown of its own, while outer is at a document. They share the definitions of links, which stay
// with w until EndNested.
func (w *Writer) Nest(outer *Writer) {
	w.Start(outer.watch, outer.options, outer.objects, outer.linksMoved)
	w.links.drop()
	w.formatting.reset()
	w.keptLines = 0
	w.references, outer.references = outer.references, w.references
	w.NewRun()
}

// EndNested ends what Nest began.
func (w *Writer) EndNested(outer *Writer) {
	w.references, outer.references = outer.references, w.references
	w.End()
}

// Reset drops what has been collected, and begins the document again.
func (w *Writer) Reset() {
	w.Release()
	w.Embedded = false
	w.formatting.reset()
	w.keptLines, w.mark = 0, 0
	w.references.next = 1
	w.NewRun()
}

// Release drops the strings of the document.
func (w *Writer) Release() {
	w.links.drop()
	w.references.release()
}

// End drops what belongs to others.
func (w *Writer) End() {
	w.Release()
	w.options, w.objects, w.out, w.At.Prefix = nil, nil, nil, nil
}

// Room is how many bytes there is room for in what the writer has. Of the output it is that while a run is written.
func (w *Writer) Room() int {
	return cap(w.out) + cap(w.scratch) + hugepage.Room(w.wrap.spaces) + w.run.room() + w.formatting.room() + w.links.room() + w.references.room()
}

// stopped reports whether the output is full. It is asked once per token and per character to be escaped, and looks a few times for many
// at whether the work is to go on.
func (w *Writer) stopped() bool {
	if w.steps--; w.steps > 0 && !w.full {
		return false
	}
	return w.mustStop()
}

// checkEvery is the number of steps between two looks.
const checkEvery = 256

// mustStop must not be inlined, so that stopped always is.
//
//go:noinline
func (w *Writer) mustStop() bool {
	w.watch.Look()
	w.steps = checkEvery
	return w.full
}

// write writes a piece of a line as it is.
func (w *Writer) write(s string) { w.out = append(w.out, s...) }

// long writes all of a long text but its end, which it returns to be appended.
func (w *Writer) long(text []byte) []byte {
	if len(text) > watch.Every { // small enough to become a part of the caller
		return w.begins(text)
	}
	return text
}

// begins must not be inlined, so that long always is.
//
//go:noinline
func (w *Writer) begins(text []byte) []byte {
	w.out, text = hugepage.AppendMost(w.watch, w.out, text)
	return text
}

// newLine ends the line and begins the next with the prefix.
func (w *Writer) newLine() {
	w.out = append(w.out, '\n')
	w.out = append(w.out, w.At.Prefix...)
	w.At.LineStart = len(w.out)
	w.check()
}

// check looks at the limit. What is over it stays, since others know places in it.
func (w *Writer) check() {
	if n := len(w.out); n > hugepage.LongOutput || n > w.At.Limit {
		w.checkLong()
	}
}

// checkLong must not be inlined, so that check always is.
//
//go:noinline
func (w *Writer) checkLong() {
	w.out = hugepage.GrowAhead(w.watch, w.out, w.At.Limit)
	if len(w.out) > w.At.Limit {
		w.full = true
	}
}
