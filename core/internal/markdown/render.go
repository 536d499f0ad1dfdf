package markdown

import (
	"context"
	"errors"
	"math"
	"net/url"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/mathml"
	"tidemark/core/internal/watch"
	"tidemark/core/internal/weburl"
)

// ErrTooLong says that the Markdown would be longer than Settings.MaxOutputBytes.
var ErrTooLong = errors.New("the Markdown is too long")

// Renderer renders documents one after another, and keeps its memory from one to the next. The zero Renderer is ready.
type Renderer struct {
	watch    watch.Watch
	doc      *dom.Document
	settings *Settings
	horizon  uint32   // Settings.Horizon
	base     *url.URL // of relative addresses, nil where there is none

	w            writer
	inline       inline.Writer
	entered      []entered // the elements that are being rendered, outermost first
	ways         []dom.ID  // where those are that have a way of their own through what is in them
	lists        []openList
	containers   []openContainer
	depth        int // of the blocks of Markdown that are nested
	phrasing     phrasing
	itemStart    bool // the next run is the first of a list item
	inAlert      bool
	footnotes    footnotes
	quotations   int            // so many <q> are open
	delimiters   mathDelimiters // of formulas in the text
	marksMath    bool           // the page says of any element whether there are formulas in its text
	markedTraits dom.Traits     // by what it does so
	grid         grid
	htmlParts    []htmlPart // that are being written, outermost first
	scratch      []byte
	tex          []byte // of the last formula
	mathML       mathml.Translator

	hiddenText int    // the length of what was left out since the page hides it
	showHidden bool   // it is not left out
	isSettled  bool   // whether it is
	settlesAt  uint32 // where in the source that is settled at the latest

	progress

	steps int // until the next look at the context
	err   error
}

// Render appends the Markdown of doc to dst. With an error, what is appended is not a document.
func (r *Renderer) Render(ctx context.Context, dst []byte, doc *dom.Document, s *Settings) (out []byte, err error) {
	defer r.release()
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	r.start(doc, s, false)
	dst = r.w.expect(dst, len(doc.Source()), s.MaxOutputBytes)
	r.base = weburl.Base(doc, s.BaseURL)
	r.survey()
	r.document(dst, false)
	if r.err == errHidesMost {
		r.err = nil
		r.document(dst, true)
	}

	if r.err == nil && r.w.full {
		return r.w.out, ErrTooLong
	}
	return r.w.out, r.err
}

// start begins a document. In one that is not whole yet nodes move.
func (r *Renderer) start(doc *dom.Document, s *Settings, nodesMove bool) {
	r.doc, r.settings = doc, s
	doc.Watch(&r.watch)
	r.w.watch = &r.watch
	r.inline.Start(&r.watch, &s.Options, r, nodesMove)
	r.steps, r.err = checkEvery, nil
	if r.horizon = s.Horizon; r.horizon == 0 {
		r.horizon = math.MaxUint32
	}
}

// document writes the document, with or without what is hidden in it.
func (r *Renderer) document(dst []byte, showHidden bool) {
	r.beginDocument(dst, showHidden)
	r.children(dom.Root)
	r.endDocument()
}

func (r *Renderer) beginDocument(dst []byte, showHidden bool) {
	r.hiddenText, r.showHidden, r.isSettled, r.settlesAt = 0, showHidden, showHidden, r.horizon
	if showHidden {
		r.settlesAt = math.MaxUint32
	}
	r.w.reset(dst, r.settings.MaxOutputBytes)
	r.entered, r.depth = r.entered[:0], -1 // The document is no block.
	r.ways, r.lists, r.containers = r.ways[:0], r.lists[:0], r.containers[:0]
	r.phrasing, r.itemStart, r.inAlert, r.quotations = blocks, false, false, 0
	r.footnotes.reset()
	r.findFootnotes()
	r.inline.Reset()
}

func (r *Renderer) endDocument() {
	r.flush()
	if !r.isSettled {
		r.settle()
	}
	r.writeDefinitions()
	r.w.check() // what was written last
}

// release drops what belongs to the caller and the strings of the document, so that a renderer that lies idle holds neither.
func (r *Renderer) release() {
	r.doc, r.settings, r.base, r.w.out = nil, nil, nil, nil
	r.progress = progress{}
	r.inline.End()
	r.footnotes.reset()
}

// checkEvery is the number of steps between two looks at the context.
const checkEvery = 256

// stopped tells whether rendering is to end early; it is asked once per node, and once per piece of long text.
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
