package html

import "tidemark/core/internal/dom"

func (p *Parser) endTagInBody() bool {
	switch tag := p.token.tag; tag {
	case dom.TagTemplate:
		p.endTemplate()
	case dom.TagBody:
		if p.open.inScope(dom.TagBody) != 0 {
			p.mode = afterBody
		}
	case dom.TagHtml:
		if p.open.inScope(dom.TagBody) == 0 {
			return true
		}
		p.mode = afterBody
		return false
	case dom.TagAddress, dom.TagArticle, dom.TagAside, dom.TagBlockquote, dom.TagButton, dom.TagCenter, dom.TagDetails,
		dom.TagDialog, dom.TagDir, dom.TagDiv, dom.TagDl, dom.TagFieldset, dom.TagFigcaption, dom.TagFigure, dom.TagFooter,
		dom.TagHeader, dom.TagHgroup, dom.TagListing, dom.TagMain, dom.TagMenu, dom.TagNav, dom.TagOl, dom.TagPre,
		dom.TagSearch, dom.TagSection, dom.TagSelect, dom.TagSummary, dom.TagUl:
		p.endBlock(tag)
	case dom.TagForm:
		p.endForm()
	case dom.TagP:
		place := p.open.inButtonScope(dom.TagP)
		if place == 0 {
			p.insertImplied(dom.TagP)
			place = p.open.top
		}
		p.open.popUntil(place)
	case dom.TagLi:
		if place := p.open.inListItemScope(dom.TagLi); place != 0 {
			p.open.popUntil(place)
		}
	case dom.TagDd, dom.TagDt:
		p.closeInScope(tag)
	case dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6:
		if place := p.open.highestInScope(dom.TagH1, dom.TagH6); place != 0 {
			p.open.popUntil(place)
		}
	case dom.TagA, dom.TagB, dom.TagBig, dom.TagCode, dom.TagEm, dom.TagFont, dom.TagI, dom.TagNobr, dom.TagS, dom.TagSmall,
		dom.TagStrike, dom.TagStrong, dom.TagTt, dom.TagU:
		p.closeFormatting()
	case dom.TagApplet, dom.TagMarquee, dom.TagObject:
		if p.closeInScope(tag) {
			p.clearToLastMarker()
		}
	case dom.TagBr:
		p.reconstruct()
		p.insertImplied(dom.TagBr)
		p.open.pop()
		p.framesetOK = false
	default:
		p.anyOtherEndTag()
	}
	return true
}

// endBlock closes a block. Implied end tags need no step of their own: all that is open in it is popped.
func (p *Parser) endBlock(tag dom.Tag) {
	if p.current(tag) {
		p.open.pop()
		return
	}
	p.closeInScope(tag)
}

func (p *Parser) endForm() {
	if p.open.isOpen(dom.TagTemplate) {
		p.closeInScope(dom.TagForm)
		return
	}
	form := p.form
	p.form = 0
	place := p.open.topmost.tags[dom.TagForm]
	for place != 0 && p.open.at(place).id != form {
		place = p.open.at(place).sameBelow
	}
	if place == 0 || p.open.at(place).order < p.open.enderOrder(scopeEnd) {
		return
	}
	p.generateImpliedEndTags(dom.Unknown)
	p.open.remove(place)
}

// anyOtherEndTag closes the topmost element with that name, if no special element is above it.
func (p *Parser) anyOtherEndTag() {
	place := *p.open.topmost.of(p.token.name)
	if place == 0 || p.open.at(place).order < p.open.enderOrder(special) {
		return
	}
	p.open.popUntil(place)
}
