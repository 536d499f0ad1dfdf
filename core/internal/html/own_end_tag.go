package html

import "tidemark/core/internal/dom"

// ownEndTag is the end tag of an element that is the current node, as it is nearly always written. The stack of open elements
// tells what to look for: no name has to be read and looked up, and where the tag ends is known before it is loaded.
type ownEndTag struct {
	word, mask uint64 // of the name and >
	length     int    // with </
	closes     closing
}

// closing is what an end tag does.
type closing uint8

const (
	// closesElement: in the body, it pops the current node and does nothing else.
	closesElement closing = iota
	// closesFormatting: it also takes the element off the list of active formatting elements, if it is the last there.
	closesFormatting
	closesCell
	closesRow
)

var ownEndTags = func() (table [256]ownEndTag) {
	for tag := range table {
		table[tag].word = 1 // No word is this without any of its bits.
	}
	// A word has room for names of up to seven letters.
	add := func(closes closing, tags ...dom.Tag) {
		for _, tag := range tags {
			name := dom.TagName(tag) + ">"
			t := &table[tag]
			*t = ownEndTag{mask: 1<<(8*len(name)) - 1, length: len("</") + len(name), closes: closes}
			for i := len(name) - 1; i >= 0; i-- {
				t.word = t.word<<8 | uint64(name[i])
			}
		}
	}
	add(closesElement, dom.TagAbbr, dom.TagArticle, dom.TagAside, dom.TagBdi, dom.TagBdo, dom.TagButton, dom.TagCenter, dom.TagCite,
		dom.TagData, dom.TagDd, dom.TagDel, dom.TagDetails, dom.TagDfn, dom.TagDiv, dom.TagDl, dom.TagDt, dom.TagFigure,
		dom.TagFooter, dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6, dom.TagHeader, dom.TagIns,
		dom.TagKbd, dom.TagLabel, dom.TagLi, dom.TagMain, dom.TagMark, dom.TagNav, dom.TagOl, dom.TagOption, dom.TagP,
		dom.TagPicture, dom.TagPre, dom.TagQ, dom.TagRp, dom.TagRt, dom.TagRuby, dom.TagSamp, dom.TagSection, dom.TagSpan,
		dom.TagSub, dom.TagSummary, dom.TagSup, dom.TagTime, dom.TagUl, dom.TagVar)
	add(closesFormatting, dom.TagA, dom.TagB, dom.TagBig, dom.TagCode, dom.TagEm, dom.TagFont, dom.TagI, dom.TagNobr, dom.TagS,
		dom.TagSmall, dom.TagStrike, dom.TagStrong, dom.TagTt, dom.TagU)
	add(closesCell, dom.TagTd, dom.TagTh)
	add(closesRow, dom.TagTr)
	return table
}()

// endCurrent handles the end tag at i, whose name is in word, if it is the current node's own and if what is open then is still
// HTML. It returns false where the rules of the insertion mode have to look.
func (p *Parser) endCurrent(i int, word uint64) bool {
	e := p.open.current()
	end := &ownEndTags[e.tag]
	if word&end.mask != end.word {
		return false
	}
	switch end.closes {
	case closesElement:
		if p.mode != inBody && p.mode != inCell {
			return false
		}
	case closesFormatting:
		last := len(p.formatting) - 1
		if p.mode != inBody && p.mode != inCell || last < 0 || p.formatting[last].id != e.id {
			return false
		}
		p.formatting = p.formatting[:last]
	case closesCell:
		if p.mode != inCell {
			return false
		}
		p.clearToLastMarker()
		p.mode = inRow
	case closesRow:
		if p.mode != inRow {
			return false
		}
		p.mode = inTableBody
	}
	p.pos = i + end.length
	p.open.pop()
	return p.open.current().ns == dom.HTML
}
