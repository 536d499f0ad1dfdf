package markdown

import (
	"context"
	"errors"
	"math"

	"tidemark/core/internal/article"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/htmlwriter"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/rule"
	"tidemark/core/internal/selector"
	"tidemark/core/internal/watch"
)

// ErrTooLong says that the Markdown would be longer than Settings.MaxOutputBytes.
var ErrTooLong = errors.New("the Markdown is too long")

// Renderer renders documents one after another, and keeps its memory from one to the next. The zero Renderer is ready.
type Renderer struct {
	// Reader is shown each document that has been rendered, if it is not nil.
	Reader Reader

	// Main says that the main content is all that is converted, whatever the settings say.
	Main bool

	watch     watch.Watch
	recording recording
	doc       *dom.Document
	settings  *Settings
	handlers  *[256]handler // of the settings

	output
	suspended     []output // what goes on when a fragment has been rendered, outermost first
	spare         []output // what fragments were written to
	depth         int      // nesting of recursively rendered blocks
	inAlert       bool
	inHeader      bool // of a table: its cells are bold
	openFootnotes int  // number of footnotes that are being written, in each other
	quotations    int  // number of open <q>
	scratch       []byte

	attends bool // nodes are looked at before they are rendered: see attend
	asking  bool // what is rendered is asked for, and the document is not

	leftNotice bool   // what was left out is all that a page says without its scripts, if it shows nothing
	hiddenText int    // the length of what was left out since the page hides it
	isSettled  bool   // whether it is
	settlesAt  uint32 // where in the source that is settled at the latest

	progress

	steps int // until the next look at the context
	err   error

	cleaning cleaning

	// These are large. They come last so that what each step of the walk uses lies together.
	page    page.Page
	html    htmlwriter.Writer
	matcher selector.Matcher
	found   rule.Found
	article *article.Finder // nil until the main content of a document is asked for
	chosen  *article.Choice // the main content, nil if that is not all that is written
}

// output is Markdown that is being written, and what is open in it.
type output struct {
	w            writer
	inline       inline.Writer
	openElements []openElement // entered iteratively, outermost first
	ways         []dom.ID      // where those are that have a way of their own through what is in them
	lists        []openList
	run          listRun // of the last of them
	containers   []openContainer
	phrasing     phrasing
	itemStart    bool // the next run is the first of a list item
	grid         page.Grid
	notes        []int32 // footnotes that stand where they are referred to, and are still to be written
	inNotes      bool    // they are being written
}

// Render appends the Markdown of doc to dst. With an error, what is appended is not a document.
func (r *Renderer) Render(ctx context.Context, dst []byte, doc *dom.Document, s *Settings) (out []byte, err error) {
	defer r.release()
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	r.start(doc, s, false)
	dst = r.w.expect(dst, len(doc.Source()), s.MaxOutputBytes)
	r.readHead()
	if s.Selectors != nil {
		r.choose()
	}
	r.chooseMain()
	if s.ReferRepeated {
		r.countLinks()
	}
	r.page.Scan()
	if s.WritesHTML {
		r.htmlDocument(dst)
	} else {
		r.document(dst, r.page.ShowHidden)
		if r.err == errHidesMost {
			r.err = nil
			r.document(dst, true)
		}
	}
	r.read()
	if r.err == nil && r.w.full {
		return r.w.out, ErrTooLong
	}
	return r.w.out, r.err
}

func (r *Renderer) start(doc *dom.Document, s *Settings, grows bool) {
	r.doc, r.settings, r.handlers = doc, s, s.handlers
	doc.Watch(&r.watch)
	r.w.watch = &r.watch
	r.inline.Start(&r.watch, &s.Options, r, grows)
	r.startRecording()
	r.attends = grows || r.w.record != nil
	r.steps, r.err, r.asking = checkEvery, nil, false
	r.page.Begin(&r.watch, doc, &s.Page, grows)
	if s.Selectors != nil {
		r.matcher.Begin(&r.watch, doc, s.Selectors)
	}
	if s.Rules != nil {
		r.found.Begin(&r.watch, s.Rules)
	}
}

// document writes the document, with or without what is hidden in it.
func (r *Renderer) document(dst []byte, showHidden bool) {
	r.beginDocument(dst, showHidden)
	r.children(dom.Root)
	r.endDocument()
}

func (r *Renderer) beginDocument(dst []byte, showHidden bool) {
	mode := r.settings.Page.Hidden
	r.hiddenText, r.leftNotice, r.page.ShowHidden = 0, false, showHidden || mode == page.HiddenKeep
	r.isSettled, r.settlesAt = showHidden || mode != page.HiddenAuto || r.settings.Main, r.page.LookaheadLimit()
	if r.isSettled {
		r.settlesAt = math.MaxUint32
	}
	r.w.reset(dst, r.settings.MaxOutputBytes)
	r.suspended = r.suspended[:0]
	r.openElements, r.depth = r.openElements[:0], -1 // The document is no block.
	r.ways, r.lists, r.containers = r.ways[:0], r.lists[:0], r.containers[:0]
	r.phrasing, r.itemStart, r.inAlert, r.inHeader, r.quotations = blocks, false, false, false, 0
	r.openFootnotes, r.notes, r.inNotes = 0, r.notes[:0], false
	r.run = listRun{levels: r.run.levels[:0]}
	r.page.FindFootnotes()
	r.inline.Reset()
	r.beginCleaning()
	r.found.Forget()
	r.recording.run.first, r.recording.run.last = 0, 0
}

func (r *Renderer) endDocument() {
	r.flush()
	if !r.isSettled {
		r.settle()
	}
	r.writeDefinitions()
	r.w.check() // what was written last
	if r.w.record != nil {
		r.w.record.EndLeaf(len(r.w.out))
	}
}

// release drops what belongs to the caller and the strings of the document, so that a renderer that lies idle holds neither.
func (r *Renderer) release() {
	r.doc, r.settings, r.handlers, r.w.out = nil, nil, nil, nil
	r.progress = progress{}
	r.page.Release()
	r.matcher.Release()
	r.found.Release()
	if r.chosen = nil; r.article != nil {
		r.article.Release()
	}
	r.inline.End()
	r.endRecording()
}

// checkEvery is the number of steps between two looks at the context.
const checkEvery = 256

// stopped reports whether rendering is to end early; it is asked once per node, and once per piece of long text.
func (r *Renderer) stopped() bool {
	if r.steps--; r.steps > 0 && !r.w.full {
		return false
	}
	return r.mustStop()
}

// mustStop looks at the context and at the limit of the output. It must not be inlined, so that stopped always is.
//
//go:noinline
func (r *Renderer) mustStop() bool {
	if r.err == nil {
		r.err = r.watch.Err()
	}
	if r.err != nil || r.w.full {
		return true // steps is not set again: every question after this one comes here.
	}
	r.steps = checkEvery
	return false
}
