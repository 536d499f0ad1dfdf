package article

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page"
	"tidemark/core/internal/page/known"
	"tidemark/core/internal/watch"
)

// Finder finds the main content of one document after another, and keeps its memory from one to the next. The zero Finder is ready.
type Finder struct {
	walker
	watch *watch.Watch
	known known.Values[classed]

	showNoscript bool // what is in <noscript> is seen
	noscripts    []dom.ID
	title        []byte
	titled       bool // the first heading of the first level is the title
	hidden       int  // how much text the page hides
	noscript     int  // and how much is in <noscript>

	sums      []sum
	stats     pageStats
	describer describer
	lanes     lanes
	around    []around
	density   []uint32 // of the prose in each box
	groups    groupTable
	likely    []uint8 // how likely each unit is content, of 255

	places  []uint32 // of the units that stand in cards: the group of what stands at the same place
	masses  []mass
	bounds  bounds
	choices []choice
	keep    []bool
	counts  []tally
	choice  Choice
}

// Read collects the content of a document.
func (f *Finder) Read(w *watch.Watch, doc *dom.Document, p *page.Page) {
	f.watch, f.doc, f.page = w, doc, p
	f.showNoscript = false
	f.collectOnce()
	shown := f.shownText()
	const leastHidden = 256
	if p.Options().Noscript == page.HiddenAuto && f.noscript > shown && (f.noscript > leastHidden || shown == 0) {
		f.showNoscript = true
		f.collectOnce()
	}
	if !p.ShowHidden && p.Options().Hidden == page.HiddenAuto && f.hidden > max(f.shownText(), leastHidden) {
		p.ShowHidden = true
		f.collectOnce()
	}
}

func (f *Finder) collectOnce() {
	f.hidden, f.noscript, f.noscripts = 0, 0, f.noscripts[:0]
	f.collect()
}

func (f *Finder) shownText() int {
	n := 0
	for i := range f.units {
		n += int(f.units[i].letters) + int(f.units[i].words)/2
	}
	return n
}

// isLeftOut reports whether an element is not seen, and counts what is in it.
func (f *Finder) isLeftOut(id dom.ID) bool {
	n := f.doc.Node(id)
	if n.Tag == dom.TagNoscript && f.showNoscript && n.Traits&dom.Excluded == 0 {
		hugepage.Push(f.watch, &f.noscripts, id)
		return false
	}
	if !f.page.IsUnseen(id) {
		return false
	}
	if n.Traits&dom.Excluded == 0 {
		hidden := f.page.HiddenText(id)
		if n.Tag == dom.TagNoscript {
			f.noscript += hidden
		} else {
			f.hidden += hidden
		}
	}
	return true
}

// sum is what is in all units before one.
type sum struct {
	words, linkWords, good, units, controls uint32

	teasers uint32 // headings that lead elsewhere
}

// of returns what is in the units of a box.
func (f *Finder) of(b *box) sum { return f.between(b.from, b.to) }

func (f *Finder) between(from, to int32) sum {
	a, b := &f.sums[from], &f.sums[to]
	return sum{b.words - a.words, b.linkWords - a.linkWords, b.good - a.good, b.units - a.units, b.controls - a.controls, b.teasers - a.teasers}
}

func (f *Finder) sumUp() {
	f.sums = hugepage.Renew(f.watch, f.sums[:0], len(f.units)+1)[:0]
	var s sum
	for i := range f.units {
		u := &f.units[i]
		f.sums = append(f.sums, s)
		s.words += u.words
		s.linkWords += u.linkWords
		s.good += u.good
		s.units++
		s.controls += uint32(u.controls)
		if u.level > 0 && 2*u.linkWords > u.words {
			s.teasers++
		}
	}
	f.sums = append(f.sums, s)
}
