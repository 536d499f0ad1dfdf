package html

import "tidemark/core/internal/dom"

func (p *Parser) startTemplate() {
	p.insertElement()
	p.pushMarker()
	p.framesetOK = false
	p.mode = inTemplate
	p.templateModes = append(p.templateModes, inTemplate)
}

func (p *Parser) endTemplate() {
	place := p.open.topmost.tags[dom.TagTemplate]
	if place == 0 {
		return
	}
	p.open.popUntil(place)
	p.clearToLastMarker()
	p.templateModes = p.templateModes[:len(p.templateModes)-1]
	p.resetMode()
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intemplate
func (p *Parser) inTemplate() bool {
	switch p.token.kind {
	case startTag:
		switch p.token.tag {
		case dom.TagBase, dom.TagBasefont, dom.TagBgsound, dom.TagLink, dom.TagMeta, dom.TagNoframes, dom.TagScript, dom.TagStyle,
			dom.TagTemplate, dom.TagTitle:
			return p.inHead()
		case dom.TagCaption, dom.TagColgroup, dom.TagTbody, dom.TagTfoot, dom.TagThead:
			return p.switchTemplate(inTable)
		case dom.TagCol:
			return p.switchTemplate(inColumnGroup)
		case dom.TagTr:
			return p.switchTemplate(inTableBody)
		case dom.TagTd, dom.TagTh:
			return p.switchTemplate(inRow)
		}
		return p.switchTemplate(inBody)
	case endTag:
		if p.token.tag == dom.TagTemplate {
			p.endTemplate()
		}
		return true
	case endOfFile:
		if !p.open.isOpen(dom.TagTemplate) {
			p.stopped = true
			return true
		}
		p.endTemplate()
		return false
	}
	return p.inBody()
}

// switchTemplate changes the rules for the content of a template to those of what is first in it.
func (p *Parser) switchTemplate(mode insertionMode) bool {
	p.templateModes[len(p.templateModes)-1] = mode
	p.mode = mode
	return false
}
