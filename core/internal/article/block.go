package article

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// keepBlocks keeps tables of data and code that stand among what is kept: they are told from other things by less than text is. Notes are kept
// below what they may be notes of.
func (f *Finder) keepBlocks(least float32) {
	f.count()
	for i := int32(1); i < int32(len(f.boxes)); i++ {
		b := &f.boxes[i]
		switch {
		case b.from == b.to:
			continue
		case b.signs>>saysNotes&1 != 0 && f.counts[b.from].units > 0:
		case f.isBlock(i) && f.keptIn(b) == 0 && f.isAmong(i) && float32(f.chanceOf(b))*unlikelierBlock >= least:
		default:
			continue
		}
		for k := b.from; k < b.to; k++ {
			f.keep[k] = true
		}
		i = b.end - 1
	}
}

// unlikelierBlock is how much less likely than other content a table or code among it may be.
const unlikelierBlock = 4

// isBlock reports whether a box is a table of data or code, or a figure of one.
func (f *Finder) isBlock(i int32) bool {
	if !f.choices[i].whole || f.choices[f.boxes[i].parent].whole {
		return false
	}
	if in := i + 1; f.doc.Is(f.boxes[i].node, dom.TagFigure) && in < f.boxes[i].end {
		i = in
	}
	role := page.Of(f.doc.Node(f.boxes[i].node).Tag).Role
	return role == page.Table || role == page.Preformatted
}

// isArticle reports whether an element is what its author takes for an article, or for all of the content.
func (f *Finder) isArticle(id dom.ID) bool {
	return f.doc.Is(id, dom.TagArticle) || f.doc.Is(id, dom.TagMain)
}

// isAmong reports whether something is kept before a box, in the first around it that holds any, and something after it there or not far around. At
// the end of an article nothing has to come after.
func (f *Finder) isAmong(i int32) bool {
	b, at := &f.boxes[i], i
	for range near {
		at = f.boxes[at].parent
		up := &f.boxes[at]
		if f.keptIn(up) == 0 {
			continue
		}
		if f.counts[b.from].units == f.counts[up.from].units {
			return false
		}
		if f.counts[up.to].units > f.counts[b.to].units || f.isArticle(up.node) {
			return true
		}
	}
	return false
}

// near is how many boxes up is looked.
const near = 4

// chanceOf is how likely the words in a box are, of 255.
func (f *Finder) chanceOf(b *box) uint8 {
	words, sum := uint64(0), uint64(0)
	for k := b.from; k < b.to; k++ {
		w := uint64(f.units[k].words)
		words, sum = words+w, sum+w*uint64(f.likely[k])
	}
	return uint8(sum / max(words, 1))
}
