package html

import "tidemark/core/internal/dom"

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
//
//tidemark:recurses twice: rules hand a token to others by its kind and tag, and those that get it from these do not hand it back
func (p *Parser) inBody() bool {
	switch p.token.kind {
	case characters:
		p.charactersInBody()
	case startTag:
		return p.startTagInBody()
	case endTag:
		return p.endTagInBody()
	case comment:
		p.insertComment()
	case endOfFile:
		if len(p.templateModes) > 0 {
			return p.inTemplate()
		}
		p.stopped = true
	}
	return true
}

func (p *Parser) charactersInBody() {
	if p.mayHoldNUL() && !p.dropNUL() {
		p.leaveOut(p.takeCharacters())
		return
	}
	if len(p.formatting) > 0 {
		p.reconstruct()
	}
	if p.framesetOK {
		if _, space := p.leadingSpace(); !space {
			p.framesetOK = false
		}
	}
	if p.fosterParenting || p.token.decoded {
		p.insertCharacters()
	} else {
		p.doc.AppendText(p.open.current().id, uint32(p.token.start), uint32(p.token.end))
	}
}

// mergeAttrs returns an open element the attributes of the start tag that it does not have.
func (p *Parser) mergeAttrs(place int32) {
	if p.firstTags {
		p.doc.DropAttrs(p.token.attrs)
		return
	}
	p.doc.MergeAttrs(p.open.at(place).id, p.token.attrs)
}

func (p *Parser) startTagInBody() bool {
	switch tag := p.token.tag; tag {
	case dom.TagHtml:
		if p.open.isOpen(dom.TagTemplate) {
			return p.ignore()
		}
		p.mergeAttrs(bottom)
	case dom.TagBase, dom.TagBasefont, dom.TagBgsound, dom.TagLink, dom.TagMeta, dom.TagNoframes, dom.TagScript, dom.TagStyle,
		dom.TagTemplate, dom.TagTitle:
		return p.inHead()
	case dom.TagBody:
		body := p.openBody()
		if body == 0 || p.open.isOpen(dom.TagTemplate) {
			return p.ignore()
		}
		p.framesetOK = false
		p.mergeAttrs(body)
	case dom.TagFrameset:
		body := p.openBody()
		if body == 0 || !p.framesetOK {
			return p.ignore()
		}
		p.doc.Remove(p.open.at(body).id)
		p.open.popUntil(body)
		p.insertElement()
		p.mode = inFrameset
	case dom.TagAddress, dom.TagArticle, dom.TagAside, dom.TagBlockquote, dom.TagCenter, dom.TagDetails, dom.TagDialog, dom.TagDir,
		dom.TagDiv, dom.TagDl, dom.TagFieldset, dom.TagFigcaption, dom.TagFigure, dom.TagFooter, dom.TagHeader, dom.TagHgroup,
		dom.TagMain, dom.TagMenu, dom.TagNav, dom.TagOl, dom.TagP, dom.TagSearch, dom.TagSection, dom.TagSummary, dom.TagUl:
		p.closeP()
		p.insertElement()
	case dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6:
		p.closeP()
		if current := p.open.current().tag; current >= dom.TagH1 && current <= dom.TagH6 {
			p.open.pop()
		}
		p.insertElement()
	case dom.TagPre, dom.TagListing:
		p.closeP()
		p.insertElement()
		p.ignoreLF = true
		p.framesetOK = false
	case dom.TagForm:
		p.startForm()
	case dom.TagLi:
		p.startItem(dom.TagLi, dom.TagLi)
	case dom.TagDd, dom.TagDt:
		p.startItem(dom.TagDd, dom.TagDt)
	case dom.TagPlaintext:
		p.closeP()
		p.insertElement()
		p.state = plaintextState
	case dom.TagButton:
		p.closeInScope(dom.TagButton)
		p.reconstruct()
		p.insertElement()
		p.framesetOK = false
	case dom.TagA:
		p.closeA()
		p.reconstruct()
		p.insertElement()
		p.pushFormatting()
	case dom.TagB, dom.TagBig, dom.TagCode, dom.TagEm, dom.TagFont, dom.TagI, dom.TagS, dom.TagSmall, dom.TagStrike, dom.TagStrong,
		dom.TagTt, dom.TagU:
		p.reconstruct()
		p.insertElement()
		p.pushFormatting()
	case dom.TagNobr:
		p.reconstruct()
		if p.open.inScope(dom.TagNobr) != 0 {
			p.closeFormatting()
			p.reconstruct()
		}
		p.insertElement()
		p.pushFormatting()
	case dom.TagApplet, dom.TagMarquee, dom.TagObject:
		p.reconstruct()
		p.insertElement()
		p.pushMarker()
		p.framesetOK = false
	case dom.TagTable:
		if !p.doc.Quirks {
			p.closeP()
		}
		p.insertElement()
		p.framesetOK = false
		p.mode = inTable
	case dom.TagImage:
		p.token.tag, p.token.name = dom.TagImg, dom.Name(dom.TagImg)
		return false
	case dom.TagArea, dom.TagBr, dom.TagEmbed, dom.TagImg, dom.TagKeygen, dom.TagWbr:
		p.reconstruct()
		p.insertVoid()
		p.framesetOK = false
	case dom.TagInput:
		if p.selectContext() {
			return p.ignore()
		}
		p.closeInScope(dom.TagSelect)
		p.reconstruct()
		p.framesetOK = p.framesetOK && p.isHiddenInput()
		p.insertVoid()
	case dom.TagParam, dom.TagSource, dom.TagTrack:
		p.insertVoid()
	case dom.TagHr:
		p.closeP()
		if p.open.inScope(dom.TagSelect) != 0 {
			p.generateImpliedEndTags(dom.Unknown)
		}
		p.insertVoid()
		p.framesetOK = false
	case dom.TagTextarea:
		p.insertRawText(rcdataState)
		p.ignoreLF = true
		p.framesetOK = false
	case dom.TagXmp:
		p.closeP()
		p.reconstruct()
		p.framesetOK = false
		p.insertRawText(rawtextState)
	case dom.TagIframe:
		p.framesetOK = false
		p.insertRawText(rawtextState)
	case dom.TagNoembed:
		p.insertRawText(rawtextState)
	case dom.TagNoscript:
		if p.scripting {
			p.insertRawText(rawtextState)
			return true
		}
		p.reconstruct()
		p.insertElement()
	case dom.TagSelect:
		if p.selectContext() || p.closeInScope(dom.TagSelect) {
			return p.ignore()
		}
		p.reconstruct()
		p.insertElement()
		p.framesetOK = false
	case dom.TagOption:
		p.startOption(dom.TagOptgroup)
	case dom.TagOptgroup:
		p.startOption(dom.Unknown)
	case dom.TagRb, dom.TagRtc:
		p.startRuby(dom.Unknown)
	case dom.TagRp, dom.TagRt:
		p.startRuby(dom.TagRtc)
	case dom.TagMath:
		p.reconstruct()
		p.insertForeign(dom.MathML)
	case dom.TagSvg:
		p.reconstruct()
		p.insertForeign(dom.SVG)
	case dom.TagCaption, dom.TagCol, dom.TagColgroup, dom.TagFrame, dom.TagHead, dom.TagTbody, dom.TagTd, dom.TagTfoot, dom.TagTh,
		dom.TagThead, dom.TagTr:
		return p.ignore()
	default:
		p.reconstruct()
		p.startUnknown()
	}
	return true
}

// openBody returns the place of the body element if that is the second on the stack.
func (p *Parser) openBody() int32 {
	if place := p.open.topmost.tags[dom.TagBody]; place != 0 && p.open.at(place).below == bottom {
		return place
	}
	return 0
}

func (p *Parser) startForm() {
	inTemplate := p.open.isOpen(dom.TagTemplate)
	if p.form != 0 && !inTemplate {
		p.ignore()
		return
	}
	p.closeP()
	form := p.insertElement()
	if !inTemplate {
		p.form = form
	}
}

// startItem inserts a list item, or part of a definition list, after it has closed one that is open. The two tags are of
// those that it closes.
func (p *Parser) startItem(one, other dom.Tag) {
	p.framesetOK = false
	for _, tag := range [...]dom.Tag{one, other} {
		if place := p.open.within(tag, barrier); place != 0 {
			p.open.popUntil(place)
			break
		}
	}
	p.closeP()
	p.insertElement()
}

// closeA closes an a element, since there can be none in another.
func (p *Parser) closeA() {
	index := p.findFormatting(dom.Name(dom.TagA))
	if index < 0 {
		return
	}
	a := p.formatting[index]
	p.closeFormatting()
	if index := p.indexFormatting(a.id); index >= 0 {
		p.removeFormatting(index)
	}
	if p.isOpenFormatting(&a) {
		p.open.remove(a.place)
	}
}

// selectContext reports whether the fragment is that of a select element.
func (p *Parser) selectContext() bool { return p.fragment && p.context.tag == dom.TagSelect }

// startOption inserts an option or a group of them. In a select element it closes what may be open, but not the tag
// except.
func (p *Parser) startOption(except dom.Tag) {
	if p.open.inScope(dom.TagSelect) != 0 {
		p.generateImpliedEndTags(except)
	} else if p.current(dom.TagOption) {
		p.open.pop()
	}
	p.reconstruct()
	p.insertElement()
}

func (p *Parser) startRuby(except dom.Tag) {
	if p.open.inScope(dom.TagRuby) != 0 {
		p.generateImpliedEndTags(except)
	}
	p.insertElement()
}
