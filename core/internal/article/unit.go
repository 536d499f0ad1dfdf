package article

import "tidemark/core/internal/dom"

// prose is how much a unit reads like prose: its words outside of links, if there are enough.
func (u *unit) prose() uint32 {
	const long, sentence = 12 * halves, 8 * halves
	if u.inControl || u.linkWords*3 > u.words || u.words < sentence || u.words < long && u.sentences == 0 {
		return 0
	}
	return u.words - u.linkWords
}

// placeOf orders the elements that units stand in.
var placeOf = [256]uint8{
	dom.TagH1: 1, dom.TagH2: 2, dom.TagH3: 3, dom.TagH4: 4, dom.TagH5: 4, dom.TagH6: 4,
	dom.TagDiv: 5, dom.TagSection: 5, dom.TagArticle: 5, dom.TagMain: 5,
	dom.TagA: 6, dom.TagSpan: 6,
	dom.TagTd: 7, dom.TagTh: 7, dom.TagLi: 8, dom.TagDd: 9, dom.TagDt: 9, dom.TagP: 10, dom.TagBlockquote: 11, dom.TagPre: 12,
	dom.TagFigcaption: 13, dom.TagCaption: 13,
}

// firstOf returns the first of the nodes of a unit, which are children of its box.
func (f *Finder) firstOf(u *unit) dom.ID {
	around, id := f.boxes[u.box].node, u.first
	for f.doc.Node(id).Parent != around {
		id = f.doc.Node(id).Parent
	}
	return id
}

// nextOf returns the next of them, or 0.
func (f *Finder) nextOf(id dom.ID) dom.ID {
	next := f.doc.Node(id).Next
	if next != 0 && f.doc.Node(next).Kind == dom.KindElement && f.isBox(next, f.doc.Node(next)) {
		return 0
	}
	return next
}
