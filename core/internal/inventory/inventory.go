package inventory

import (
	"net/url"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

// Inventory is what was asked for of a document, in its order.
type Inventory struct {
	Headings  []Heading
	Links     []Link
	Images    []Image
	Tables    []Table
	Code      []CodeBlock
	Footnotes []Footnote
}

// Wanted says what is asked for.
type Wanted struct {
	Headings, Links, Images, Tables, Code, Footnotes bool

	Chosen bool // the content of the page has been chosen, and nothing else was written
}

// Any reports whether something is asked for.
func (w Wanted) Any() bool {
	return w.Headings || w.Links || w.Images || w.Tables || w.Code || w.Footnotes
}

// Range is a part of a text, from a place to another.
type Range [2]int

// Reader reads inventories, one after another. The zero Reader is ready.
type Reader struct {
	watch    *watch.Watch
	doc      *dom.Document
	page     *page.Page
	places   *Places
	wanted   Wanted
	hasNotes bool
	site     string // the host that internal links lead to, empty where it is not known

	found   Inventory
	regions []region
	path    []heading // the headings around, outermost first
	inside  [kinds]dom.ID
	grid    page.Grid
	caption caption
	scratch []byte
	held    int // about how many bytes are in what has been found
	steps   int
}

// kind is what an element can be listed as. Of those in one of its kind nothing is listed: each part of a document is read for one at most.
type kind uint8

const (
	aHeading kind = iota
	aLink
	aTable
	aCode
	aNote
	kinds
)

// Read reads the inventory of a document whose Markdown has been written. Its address is nil where it is not known.
func (r *Reader) Read(on *watch.Watch, doc *dom.Document, p *page.Page, places *Places, address *url.URL, wanted Wanted) Inventory {
	r.watch, r.doc, r.page, r.places, r.wanted = on, doc, p, places, wanted
	r.site, r.found = siteOf(address), Inventory{}
	r.held, r.caption, r.hasNotes = 0, caption{}, p.HasFootnotes()
	r.regions, r.path, r.inside = r.regions[:0], r.path[:0], [kinds]dom.ID{}
	r.walk()
	found := r.found
	r.watch, r.doc, r.page, r.places, r.found, r.held = nil, nil, nil, nil, Inventory{}, 0
	return found
}

func (r *Reader) walk() {
	for id := r.doc.Node(dom.Root).First; id != 0; {
		r.step()
		if r.enter(id) {
			if first := r.doc.Node(id).First; first != 0 {
				id = first
				continue
			}
		}
		for r.leave(id); r.doc.Node(id).Next == 0; r.leave(id) {
			if id = r.doc.Node(id).Parent; id == dom.Root {
				return
			}
		}
		id = r.doc.Node(id).Next
	}
}

// step looks now and then at whether the work is to go on.
func (r *Reader) step() {
	if r.steps--; r.steps <= 0 {
		r.steps = watch.EverySteps
		r.watch.Look()
	}
}

// enter lists a node, and reports whether what is in it may be listed too.
func (r *Reader) enter(id dom.ID) bool {
	n := r.doc.Node(id)
	if n.Kind != dom.KindElement {
		return false
	}
	if r.page.IsUnseen(id) {
		return false
	}
	r.enterRegion(id)
	switch page.Of(n.Tag).Role {
	case page.Heading:
		r.list(aHeading, true, id, r.heading)
	case page.Link:
		r.list(aLink, r.wanted.Links, id, r.link)
	case page.Image:
		if r.wanted.Images {
			r.image(id)
		}
	case page.Table:
		r.list(aTable, r.wanted.Tables, id, r.table)
	}
	if r.hasNotes {
		if f := r.page.FootnoteIn(id); f != nil && r.inside[aNote] == 0 {
			r.inside[aNote] = id // What leads back from it is no link.
			r.footnote(id, f.Label)
		}
	}
	if r.wanted.Code && mayBeCode(n) {
		r.list(aCode, true, id, r.code)
	}
	return true
}

func (r *Reader) list(k kind, wanted bool, id dom.ID, read func(dom.ID)) {
	if wanted && r.inside[k] == 0 {
		r.inside[k] = id
		read(id)
	}
}

func (r *Reader) leave(id dom.ID) {
	if r.doc.Node(id).Kind != dom.KindElement {
		return
	}
	if r.leaveRegion(id); r.inside == ([kinds]dom.ID{}) {
		return
	}
	for k := range r.inside {
		if r.inside[k] == id {
			r.inside[k] = 0
		}
	}
}

// text is the text that is seen of an element.
func (r *Reader) text(id dom.ID) string {
	const ofEntry = 256 // about what the rest of an entry takes
	r.scratch = r.page.AppendShown(r.scratch[:0], id)
	r.held += ofEntry + len(r.scratch)
	return string(r.scratch)
}

// Room is how many bytes there is room for in what the reader has, about that of what has been found.
func (r *Reader) Room() int { return cap(r.scratch) + r.grid.Room() + r.held }
