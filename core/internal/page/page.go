package page

import (
	"math"
	"net/url"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/class"
	"tidemark/core/internal/page/formula"
	"tidemark/core/internal/style"
	"tidemark/core/internal/watch"
	"tidemark/core/internal/weburl"
)

// Page is a document with what it says about all of itself. It serves one document after another, and keeps its memory from one to the
// next. The zero Page is ready.
type Page struct {
	Formulas formula.Finder

	ShowHidden bool // what the page hides is seen
	LeftOut    bool // something is not, since the page hides it
	Undecided  bool // the document may still say something about all of itself
	Doubted    bool // what has been asked may be answered otherwise then

	watch          *watch.Watch
	classes        class.Reader
	doc            *dom.Document
	options        *Options
	base           *url.URL // of relative addresses, nil where there is none
	lookaheadLimit uint32   // Options.LookaheadLimit
	moves          bool     // nodes may get other IDs, and their text another place
	footnotes      footnotes
	sheets         style.Sheets
	styles         styles
	images         [8]imageSource // some that were asked for last
	scratch        []byte
	steps          int // until the next look at whether the work is to go on
}

// Begin begins a document that is whole, or one that grows while it is read: of that nothing is decided yet.
func (p *Page) Begin(w *watch.Watch, doc *dom.Document, o *Options, grows bool) {
	p.watch, p.doc, p.options = w, doc, o
	p.Undecided, p.Doubted, p.LeftOut, p.moves = grows, false, false, grows
	if p.lookaheadLimit = o.LookaheadLimit; p.lookaheadLimit == 0 {
		p.lookaheadLimit = math.MaxUint32
	}
	p.classes.Begin(doc, vocabulary)
	p.styles.last, p.images = 0, [8]imageSource{}
	p.Formulas.Begin(w, doc, &p.classes, o.KeepUnsafeLinks)
}

// Options are those that the document was begun with.
func (p *Page) Options() *Options { return p.options }

// FindBase finds out what relative addresses are relative to.
func (p *Page) FindBase() { p.base = weburl.Base(p.doc, p.options.BaseURL) }

// HasBase reports whether relative addresses are resolved.
func (p *Page) HasBase() bool { return p.base != nil }

// LookaheadLimit is how far into the source is looked for what the document says about all of itself.
func (p *Page) LookaheadLimit() uint32 { return p.lookaheadLimit }

// Release drops what belongs to the caller and the strings of the document, so that a page that lies idle holds neither.
func (p *Page) Release() {
	p.doc, p.options, p.base = nil, nil, nil
	p.Formulas.Release()
	p.classes.Release()
	p.images = [8]imageSource{}
	p.footnotes.reset()
	p.sheets.Reset()
}

// Room is how many bytes there is room for in what the page has beside the document. Of maps it is about that.
func (p *Page) Room() int {
	return cap(p.scratch) + p.Formulas.Room() + p.footnotes.room() + p.sheets.Room() + p.styles.room() + p.classes.Room()
}

// Keep returns a string of the document that holds when nodes have moved.
func (p *Page) Keep(s string) string {
	if p.moves {
		return strings.Clone(s)
	}
	return s
}

// checkEvery is the number of steps between two looks at whether the work is to go on.
const checkEvery = 256

// step is called once per node that is looked at. It unwinds the work that is to end.
func (p *Page) step() {
	if p.steps--; p.steps <= 0 {
		p.look()
	}
}

// look must not be inlined, so that step always is.
//
//go:noinline
func (p *Page) look() {
	p.steps = checkEvery
	p.watch.Look()
}

// IsText reports whether a node is text.
func (p *Page) IsText(id dom.ID) bool { return id != 0 && p.doc.Node(id).Kind == dom.KindText }

// IsElement reports whether a node is an element.
func (p *Page) IsElement(id dom.ID) bool { return id != 0 && p.doc.Node(id).Kind == dom.KindElement }
