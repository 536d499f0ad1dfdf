package markdown

import (
	"context"

	"tidemark/core/internal/dom"
)

// progress is how far a document has been rendered that is not whole yet.
type progress struct {
	started bool
	last    dom.ID // the node that was rendered last, in the element that was entered last
	textEnd dom.ID // the last of some pieces of text, if they are known to be whole
	before  int    // how much Markdown there was before that node
	gone    int    // how much of the Markdown is not in the writer any more
	taken   int    // how much of it has been taken

	concealed   bool // the Markdown from concealedAt on may be another if the page hides more than it shows
	concealedAt int
}

// Begin begins to render a document that is not whole yet: it is rendered as it grows.
func (r *Renderer) Begin(doc *dom.Document, s *Settings) {
	r.start(doc, s, true)
	r.progress = progress{}
	r.beginDocument(nil, false)
}

// Advance renders what is certain of a document that the parser is at a place of, and all if it is whole. Of the open elements,
// what is in them may change; there must be a body that stays.
func (r *Renderer) Advance(ctx context.Context, open []dom.ID, parsed int, whole bool) (err error) {
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	r.doc.Watch(&r.watch)
	if !r.started {
		r.started = true
		r.readHead()
		r.page.Scan()
	}
	if !r.page.Undecided && r.isSettled && r.taken == r.shown() {
		r.gone += r.w.drop()
	}
	r.doc.MarkUnfinished(open, true)
	if r.page.Undecided && (whole || parsed >= int(r.page.LookaheadLimit()) && r.isDecided(open)) {
		r.decide()
	}
	r.found.Forget() // What is written from now on is written the first time.
	r.depth = 0
	for r.advance(whole) {
	}
	r.doc.MarkUnfinished(open, false)
	switch {
	case r.err == nil && r.w.full:
		return ErrTooLong
	default:
		return r.err
	}
}

// advance renders as far as can be, and returns true if it is to be done again: from the beginning.
func (r *Renderer) advance(whole bool) bool {
	for r.err == nil && !(r.page.Undecided && r.page.Doubted) && r.step(whole) {
	}
	if whole && r.err == nil {
		r.endDocument()
	}
	if r.err == errHidesMost {
		r.err = nil
		r.again(true)
		return true
	}
	return false
}

// step renders the next node, enters it, or leaves the element that was entered last. It returns false where that has to wait.
func (r *Renderer) step(whole bool) bool {
	parent := dom.Root
	if n := len(r.openElements); n > 0 {
		parent = r.openElements[n-1].id
	}
	next := r.doc.Node(parent).First
	if r.last != 0 {
		next = r.doc.Node(r.last).Next
	}
	if next != 0 && r.settings.Selectors != nil {
		r.chooseNext(next)
	}
	switch {
	case next != 0 && (whole || r.isReady(next)):
		r.before = r.shown()
		r.last = next
		bottom := len(r.openElements)
		if how := r.visit(next); how != done {
			if how.isBlock() {
				r.completeTop(bottom)
			} else {
				r.last = 0
			}
		}
		r.noteLeftOut()
	case next != 0 || len(r.openElements) == 0 || r.doc.Unfinished(parent):
		return false
	default:
		r.last = parent
		r.leave()
	}
	return !r.stopped()
}

// again begins again, with what is known now. Nothing must have been dropped.
func (r *Renderer) again(showHidden bool) {
	r.beginDocument(r.w.out[:0], showHidden)
	r.depth, r.last, r.textEnd = 0, 0, 0
	r.page.Doubted, r.page.LeftOut, r.concealed = false, false, false
}

// isDecided reports whether all that the document says about itself is known: nothing can change in what began before the
// horizon.
func (r *Renderer) isDecided(open []dom.ID) bool {
	for _, id := range open {
		if r.doc.Node(id).Start < r.page.LookaheadLimit() && !r.page.IsOpenBox(id) {
			return false
		}
	}
	return true
}

// decide finds out what the document says about itself.
func (r *Renderer) decide() {
	r.page.Undecided, r.attends = false, r.w.record != nil
	if r.settings.Selectors != nil {
		r.chooseIn(dom.Root)
	}
	r.page.Scan()
	if r.page.Doubted {
		r.again(r.page.ShowHidden)
	} else {
		r.page.FindFootnotes()
	}
	for i := range r.openElements {
		r.openElements[i].outside = r.page.Formulas.Delimiters
	}
}

// noteLeftOut notes from where on the Markdown may be another.
func (r *Renderer) noteLeftOut() {
	if r.page.LeftOut && !r.concealed {
		r.concealed, r.concealedAt = true, r.before
	}
}

// Take returns the Markdown that is certain and has not been taken. It holds until the document goes on.
func (r *Renderer) Take() []byte {
	end := r.shown()
	if r.page.Undecided && r.page.Doubted {
		end = min(end, r.before)
	}
	if !r.isSettled && r.concealed {
		end = min(end, r.concealedAt)
	}
	if end <= r.taken {
		return nil
	}
	out := r.w.out[r.taken-r.gone : end-r.gone]
	r.taken = end
	return out
}

// DropRendered takes what has been rendered, and is not needed for what follows, out of the document. It returns false if that
// cannot be done now.
func (r *Renderer) DropRendered() bool {
	if r.page.Undecided || !r.isSettled || !r.inline.IsIdle() || r.settings.Selectors != nil && r.settings.Selectors.LooksBeside() {
		return false
	}
	for _, e := range r.openElements {
		r.doc.DropBefore(e.id)
	}
	if r.last != 0 {
		// Some elements look back at what was before them, past white space.
		first := r.last
		for r.doc.IsBlank(first) && r.doc.Node(first).Prev != 0 {
			first = r.doc.Node(first).Prev
		}
		r.doc.DropBefore(first)
	}
	r.inline.DropLinks()
	return true
}

// Moved takes note of the new IDs of nodes, by their IDs before.
func (r *Renderer) Moved(moved []dom.ID) {
	r.last, r.textEnd = moved[r.last], moved[r.textEnd]
	for i := range r.openElements {
		r.openElements[i].id = moved[r.openElements[i].id]
	}
	r.page.Moved(moved)
	r.matcher.Forget()
	r.found.Forget()
}

// End ends the document and drops what belongs to it.
func (r *Renderer) End() { r.release() }
