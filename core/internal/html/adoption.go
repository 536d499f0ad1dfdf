package html

import (
	"slices"

	"tidemark/core/internal/dom"
)

// closeFormatting closes the formatting element that the tag names.
func (p *Parser) closeFormatting() {
	if last := len(p.formatting) - 1; last >= 0 && p.formatting[last].place == p.open.top && p.formatting[last].name == p.token.name &&
		p.isOpenFormatting(&p.formatting[last]) {
		// What the algorithm comes to when the element is the current node, and the last in the list.
		p.open.pop()
		p.formatting = p.formatting[:last]
		return
	}
	if !p.adoptionAgency(p.token.name) {
		p.anyOtherEndTag()
	}
}

// adoptionAgency closes a formatting element whose end tag, or another start tag, came before the ends of what is open in
// it. It returns false if the tag is to be handled as any other end tag.
// https://html.spec.whatwg.org/multipage/parsing.html#adoption-agency-algorithm
func (p *Parser) adoptionAgency(subject dom.Name) bool {
	if e := p.open.current(); e.ns == dom.HTML && e.name == subject && p.indexFormatting(e.id) < 0 {
		p.open.pop()
		return true
	}
	for range 8 {
		index := p.findFormatting(subject)
		if index < 0 {
			return false
		}
		f := p.formatting[index]
		if !p.isOpenFormatting(&f) {
			p.removeFormatting(index)
			return true
		}
		order := p.open.at(f.place).order
		if order < p.open.enderOrder(scopeEnd) {
			return true
		}
		furthest := p.furthestBlock(order)
		if furthest == 0 {
			p.open.popUntil(f.place)
			p.removeFormatting(index)
			return true
		}
		p.adopt(f, furthest)
	}
	return true
}

// furthestBlock returns the lowest special element above a formatting element, or 0.
func (p *Parser) furthestBlock(order uint64) int32 {
	if i := p.open.search(order); i < len(p.open.enders) {
		return p.open.enders[i][special]
	}
	return 0
}

// adopt moves what is in the furthest block into a copy of the formatting element, and the block out of the formatting
// element.
func (p *Parser) adopt(f formattingElement, furthest int32) {
	ancestor := p.open.at(f.place).below
	bookmark := p.indexFormatting(f.id) // where the copy of the formatting element comes
	block := p.open.at(furthest).id
	last := block
	for inner, place := 1, p.open.at(furthest).below; place != f.place; inner++ {
		node := *p.open.at(place)
		index := p.indexFormatting(node.id)
		if inner > 3 && index >= 0 {
			p.removeFormatting(index)
			if index < bookmark {
				bookmark--
			}
			index = -1
		}
		if index < 0 {
			p.open.remove(place)
			place = node.below
			continue
		}
		clone := p.doc.Clone(node.id)
		p.open.replace(place, clone)
		p.formatting[index].id = clone
		if last == block {
			bookmark = index + 1
		}
		p.doc.Remove(last)
		p.doc.AppendChild(clone, last)
		last = clone
		place = node.below
	}
	p.doc.Remove(last)
	p.attachTo(ancestor, last)

	clone := p.doc.Clone(f.id)
	p.doc.MoveChildren(block, clone)
	p.doc.AppendChild(block, clone)

	index := p.indexFormatting(f.id)
	p.removeFormatting(index)
	if index < bookmark {
		bookmark--
	}
	p.open.remove(f.place)
	place := p.open.insertAbove(furthest, clone, f.name)
	f.id, f.place = clone, place
	p.formatting = slices.Insert(p.formatting, bookmark, f)
}
