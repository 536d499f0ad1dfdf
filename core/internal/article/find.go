package article

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

// Choice is what has been found to be the main content of a document.
type Choice struct {
	// Containers are the elements that hold it, in the order of the document, none in another.
	Containers []dom.ID
	// Left is all that does not belong to it, in the containers and outside of them: elements, none in another, and text.
	Left []dom.ID
	// Kind is what kind of page it is.
	Kind Kind
	// Confidence is from 0 to 1: how much of what is kept belongs to the content, and of the content is kept, in all likelihood.
	Confidence float64
	// Fallback tells what was kept where nothing was likely. It is empty where something was.
	Fallback Fallback
}

// Fallback is what is kept of a page of which nothing is likely to be its main content.
type Fallback string

const (
	NoFallback Fallback = ""
	WholePage  Fallback = "page"
)

// Find finds the main content of a document. The page has been begun with it; whether it shows what is hidden may be changed. The choice
// holds until the next.
func (f *Finder) Find(w *watch.Watch, doc *dom.Document, p *page.Page, prefer Prefer) *Choice {
	f.Read(w, doc, p)
	f.survey()
	f.judge()
	f.agree()
	c := &f.choice
	*c = Choice{Containers: c.Containers[:0], Left: c.Left[:0]}
	balanced, measure := f.threshold()
	least := balanced
	c.Confidence = measure
	switch prefer {
	case Precision:
		least = (least + 255) / 2
	case Recall:
		least /= 2
	}
	f.decide(least)
	f.count()
	if prefer == Precision && f.keptIn(&f.boxes[0]) == 0 {
		f.decide(balanced)
		f.count()
	}
	if f.keptIn(&f.boxes[0]) == 0 {
		c.Fallback, c.Confidence = WholePage, 0
		f.keepAll()
	}
	c.Kind = f.kind()
	f.gather()
	return c
}

// keepAll keeps all of the page.
func (f *Finder) keepAll() {
	for i := range f.keep {
		f.keep[i] = true
	}
	for i := range f.choices {
		f.choices[i].keeps = true
	}
	f.count()
}

// count counts the units that are kept: before each how many there are.
func (f *Finder) count() {
	f.counts = hugepage.Renew(f.watch, f.counts[:0], len(f.units)+1)[:0]
	var n tally
	for i, keep := range f.keep {
		f.counts = append(f.counts, n)
		if keep {
			n.units++
			n.words += f.units[i].words
		}
	}
	f.counts = append(f.counts, n)
}

// tally is what is kept of all units before one.
type tally struct {
	units int32
	words uint32
}

// keptIn is how many units are kept in a box.
func (f *Finder) keptIn(b *box) int32 { return f.counts[b.to].units - f.counts[b.from].units }

// keptWords is how many words are kept in a box, in halves.
func (f *Finder) keptWords(b *box) uint32 { return f.counts[b.to].words - f.counts[b.from].words }

// gather puts the choice together.
func (f *Finder) gather() {
	c := &f.choice
	for i := range f.units {
		if f.keep[i] {
			f.choices[f.units[i].box].holds = true
		}
	}
	within := int32(0) // the end of the container
	for i := int32(1); i < int32(len(f.boxes)); i++ {
		b := &f.boxes[i]
		switch {
		case f.isLeft(i):
			hugepage.Push(f.watch, &c.Left, b.node)
			i = b.end - 1
		case i >= within && f.isContainer(i):
			hugepage.Push(f.watch, &c.Containers, b.node)
			within = b.end
		}
	}
	for i := range f.units {
		if u := &f.units[i]; !f.keep[i] && !f.isLeftWith(u) {
			f.leaveUnit(u)
		}
	}
}

// isContainer reports whether a box holds what is kept without much else, and no box in it holds all of that.
func (f *Finder) isContainer(i int32) bool {
	b := &f.boxes[i]
	kept := f.keptIn(b)
	if f.choices[i].holds || kept == 0 {
		return kept > 0
	}
	for c := i + 1; c < b.end; c = f.boxes[c].end {
		if in := f.keptIn(&f.boxes[c]); in > 0 {
			return in < kept && 2*f.keptWords(b) >= f.of(b).words
		}
	}
	return false
}

// isLeft reports whether nothing in a box is kept.
func (f *Finder) isLeft(i int32) bool {
	b := &f.boxes[i]
	return f.keptIn(b) == 0 && (b.to > b.from || !f.choices[i].keeps) && !f.isTop(b.node)
}

// isLeftWith reports whether a unit is left out with its box, or with one around that.
func (f *Finder) isLeftWith(u *unit) bool {
	return f.keptIn(&f.boxes[u.box]) == 0 && !f.isTop(f.boxes[u.box].node)
}

// isTop reports whether an element is the body, or around it: these are what a document always has.
func (f *Finder) isTop(id dom.ID) bool {
	return id == dom.Root || f.doc.Is(id, dom.TagHtml) || f.doc.Is(id, dom.TagBody)
}

// leaveUnit leaves out the nodes of a unit.
func (f *Finder) leaveUnit(u *unit) {
	for id := f.firstOf(u); id != 0; id = f.nextOf(id) {
		if kind := f.doc.Node(id).Kind; kind == dom.KindText || kind == dom.KindElement {
			hugepage.Push(f.watch, &f.choice.Left, id)
		}
	}
}

// Apply leaves out of the document all that does not belong to its main content.
func (f *Finder) Apply() {
	for _, id := range f.noscripts {
		f.doc.Unwrap(id)
	}
	for _, id := range f.choice.Left {
		if n := f.doc.Node(id); n.Kind == dom.KindText {
			f.doc.CutText(id, 0, 0)
		} else {
			n.Traits |= dom.Excluded
		}
	}
}

// Release lets go of the document.
func (f *Finder) Release() { f.doc, f.page, f.watch = nil, nil, nil }

// Room is how many bytes there is room for.
func (f *Finder) Room() int {
	return hugepage.Room(f.boxes) + hugepage.Room(f.units) + hugepage.Room(f.blocky) + hugepage.Room(f.sums) +
		hugepage.Room(f.around) + hugepage.Room(f.density) + hugepage.Room(f.groups.slots) + hugepage.Room(f.likely) + hugepage.Room(f.choices) + hugepage.Room(f.keep) +
		hugepage.Room(f.counts) + hugepage.Room(f.masses) + hugepage.Room(f.places) + hugepage.Room(f.noscripts) + hugepage.Room(f.choice.Containers) + hugepage.Room(f.choice.Left) + f.known.Room() + cap(f.title)
}
