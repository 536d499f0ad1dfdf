package article

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page"
)

// Prefer tells which of two faults is the lesser one.
type Prefer uint8

const (
	Balance   Prefer = iota
	Precision        // rather something is missing
	Recall           // rather there is something too much
)

// threshold returns how likely a unit must be content at least, of 255, for the answer to be the one whose F is expected to be highest: half
// of that F, which it returns too. Where nothing is likely it is low: all that could be content stays.
func (f *Finder) threshold() (least float32, measure float64) {
	var words [256]uint64
	total := uint64(0)
	for i := range f.units {
		w := uint64(f.units[i].words)
		words[f.likely[i]] += w
		total += w * uint64(f.likely[i])
	}
	hit, kept := uint64(0), uint64(0)
	for likely := 255; likely >= 0; likely-- {
		if words[likely] == 0 {
			continue
		}
		hit += words[likely] * uint64(likely)
		kept += words[likely]
		measure = max(measure, 2*float64(hit)/float64(255*kept+total))
	}
	return float32(measure) * 255 / 2, measure
}

// choice is what is gained with a box that is kept but for what is left out in it, and with one that is left out but for what is kept in it.
type choice struct {
	kept, left float32
	whole      bool // what is in it is not parted
	keeps      bool
	holds      bool // a unit of its own is kept
	leaves     bool // if what is around it is left out, it is too
}

// What it costs to part what is together, in halves of words.
const (
	cutBox  = 2
	cutUnit = 1

	cutAdvert = 100 // what is lost with an announcement of an advertisement
)

// costOfCut is what it costs to part a box from what is around it: a part of the page that its author has set apart costs nothing.
func (f *Finder) costOfCut(id dom.ID) float32 {
	switch f.doc.Node(id).Tag {
	case dom.TagNav, dom.TagFooter, dom.TagAside, dom.TagHeader, dom.TagMain, dom.TagArticle:
		return 0
	}
	return cutBox
}

// isWhole reports whether what is in a box is kept or left out together: a table of data, code, a figure with its caption, a heading and a
// paragraph.
func (f *Finder) isWhole(id dom.ID) bool {
	switch n := f.doc.Node(id); page.Of(n.Tag).Role {
	case page.Preformatted, page.Heading, page.Paragraph:
		return true
	case page.Table:
		return !f.page.IsLayout(id)
	case page.AlertBox:
		return n.Tag == dom.TagFigure
	}
	return false
}

// decide finds which boxes and units are kept: those that gain most, where it costs to part what is together.
func (f *Finder) decide(least float32) {
	f.bounds = f.bound(least)
	n := len(f.boxes)
	f.choices = hugepage.Renew(f.watch, f.choices[:0], n)[:n]
	clear(f.choices)
	f.keep = hugepage.Renew(f.watch, f.keep[:0], len(f.units))[:len(f.units)]
	for i := range f.boxes {
		f.choices[i].whole = f.choices[f.boxes[i].parent].whole || f.isWhole(f.boxes[i].node)
	}
	for i := range f.units {
		gain, c := f.gain(i, least), &f.choices[f.units[i].box]
		if c.whole {
			c.kept += gain
		} else {
			c.kept += max(gain, -cutUnit)
			c.left += max(0, gain-cutUnit)
		}
	}
	for i := n - 1; i > 0; i-- {
		c, p := &f.choices[i], &f.choices[f.boxes[i].parent]
		if p.whole {
			p.kept += c.kept
			continue
		}
		cut := f.costOfCut(f.boxes[i].node)
		c.keeps = c.kept >= c.left-cut
		c.leaves = c.left >= c.kept-cut
		p.kept += max(c.kept, c.left-cut)
		p.left += max(c.left, c.kept-cut)
	}
	f.choices[0].keeps = f.choices[0].kept >= f.choices[0].left
	for i := 1; i < n; i++ {
		c, p := &f.choices[i], &f.choices[f.boxes[i].parent]
		switch {
		case p.whole:
			c.keeps = p.keeps
		case !p.keeps:
			c.keeps = !c.leaves
		}
	}
	for i := range f.units {
		switch gain, c := f.gain(i, least), &f.choices[f.units[i].box]; {
		case c.whole:
			f.keep[i] = c.keeps
		case c.keeps:
			f.keep[i] = gain >= -cutUnit
		default:
			f.keep[i] = gain > cutUnit
		}
	}
	_, last := f.keptEnds()
	f.keepSmall(least)
	f.keepTitle()
	if last < 0 {
		f.keepSmall(least) // beside a title that is all there is
	}
	f.keepSections()
	f.keepBlocks(least)
	f.keepPosters(least)
	f.keepPictures(least)
	f.leavePictures()
	f.keepHeadings(least)
	f.sayTitleOnce()
	f.leaveCopies()
}

// wordsOfPicture is how many words a picture without any stands for, in halves.
const wordsOfPicture = 8 * halves

// gain is what is gained by keeping a unit.
func (f *Finder) gain(i int, least float32) float32 {
	u := &f.units[i]
	if u.isAdvert() {
		return -cutAdvert
	}
	words := u.words
	if words == 0 && u.images > 0 {
		words = wordsOfPicture
	} else if int32(i) < f.bounds.from || int32(i) >= f.bounds.to {
		least = f.bounds.outside
	}
	return float32(words) * (float32(f.likely[i]) - least) / 255
}
