package htmlwriter

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

// Writer writes one element after another, and keeps its memory from one to the next. The zero Writer is ready.
type Writer struct {
	// Written is told where headings, links, images, tables, their cells, items of lists and blocks of code are in content, if it is not nil.
	Written func(id dom.ID, start, end int)

	watch *watch.Watch
	doc   *dom.Document
	page  *page.Page
	out   []byte
	limit int  // the length out may have
	full  bool // it is longer, or would be
	parts []part

	content bool    // what is written is a document of its own: see AppendContent
	start   int     // where that begins
	left    LeftOut // of it
	layouts []bool  // of the tables around, whether they only lay out the page
	told    []int   // where the elements around begin that are told of
	code    []byte

	keeps bool // elements are written with all that cannot run
	inRun bool // in a line of Markdown, in which text is read as that

	steps int // until the next look at whether the work is to go on
}

// Append appends an element of the page to dst, on one line. It ends early where dst would be longer than limit, and reports whether it
// did not.
func (w *Writer) Append(dst []byte, on *watch.Watch, doc *dom.Document, p *page.Page, id dom.ID, limit int) (out []byte, isWhole bool) {
	w.watch, w.doc, w.page, w.out, w.limit, w.full = on, doc, p, dst, limit, false
	inside := w.begin(id)
	if inside != 0 {
		w.children(inside)
	}
	if inside == id {
		w.end(id)
	}
	w.check()
	out = w.out
	w.watch, w.doc, w.page, w.out = nil, nil, nil, nil
	return out, !w.full
}

// AppendKept is Append for an element that is to be kept as it is, but for what would run. In a run of inline content, text says nothing
// to Markdown.
func (w *Writer) AppendKept(dst []byte, on *watch.Watch, doc *dom.Document, p *page.Page, id dom.ID, limit int, inRun bool) (out []byte, isWhole bool) {
	w.keeps, w.inRun = true, inRun
	out, isWhole = w.Append(dst, on, doc, p, id, limit)
	w.keeps, w.inRun = false, false
	return out, isWhole
}

// Room is how many bytes there is room for in what the writer has.
func (w *Writer) Room() int {
	return hugepage.Room(w.parts) + cap(w.layouts) + cap(w.code) + hugepage.Room(w.told)
}

// longOutput is from how many bytes on the output grows ahead of what is written.
const longOutput = 1 << 20

// check looks at the limit.
func (w *Writer) check() {
	if n := len(w.out); n > longOutput && cap(w.out)-n < n/16 {
		w.out = hugepage.Grow(w.watch, w.out, max(0, min(n/2, w.limit-n)))
	}
	w.full = w.full || len(w.out) > w.limit
}

// checkEvery is the number of nodes between two looks at whether the work is to go on.
const checkEvery = 256

// stopped reports whether the limit has been passed. It unwinds the work that is to end.
func (w *Writer) stopped() bool {
	if w.steps--; w.steps <= 0 {
		w.steps = checkEvery
		w.watch.Look()
	}
	return w.full
}

func (w *Writer) text(s string) { w.out = append(w.out, s...) }
