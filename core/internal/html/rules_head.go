package html

import "tidemark/core/internal/dom"

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead
func (p *Parser) inHead() bool {
	switch p.token.kind {
	case characters:
		if p.insertSpace() {
			return true
		}
	case comment:
		p.insertComment()
		return true
	case doctype:
		return true
	case startTag:
		switch p.token.tag {
		case dom.TagHtml:
			return p.inBody()
		case dom.TagBase, dom.TagBasefont, dom.TagBgsound, dom.TagLink, dom.TagMeta:
			p.insertVoid()
			return true
		case dom.TagTitle:
			p.insertRawText(rcdataState)
			return true
		case dom.TagNoframes, dom.TagStyle:
			p.insertRawText(rawtextState)
			return true
		case dom.TagNoscript:
			if p.scripting {
				p.insertRawText(rawtextState)
				return true
			}
			p.insertElement()
			p.mode = inHeadNoscript
			return true
		case dom.TagScript:
			p.insertRawText(scriptDataState)
			return true
		case dom.TagTemplate:
			p.startTemplate()
			return true
		case dom.TagHead:
			return p.ignore()
		}
	case endTag:
		switch p.token.tag {
		case dom.TagHead:
			p.open.pop()
			p.mode = afterHead
			return true
		case dom.TagBody, dom.TagHtml, dom.TagBr:
		case dom.TagTemplate:
			p.endTemplate()
			return true
		default:
			return true
		}
	}
	p.open.pop()
	p.mode = afterHead
	return false
}

// ignore drops a start tag.
func (p *Parser) ignore() bool {
	p.doc.DropAttrs(p.token.attrs)
	return true
}

// insertRawText inserts an element whose content is text.
// https://html.spec.whatwg.org/multipage/parsing.html#generic-raw-text-element-parsing-algorithm
func (p *Parser) insertRawText(state contentModel) {
	p.insertElement()
	p.state = state
	p.originalMode = p.mode
	p.mode = text
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inheadnoscript
func (p *Parser) inHeadNoscript() bool {
	switch p.token.kind {
	case doctype:
		return true
	case characters:
		if p.insertSpace() {
			return true
		}
	case comment:
		return p.inHead()
	case startTag:
		switch p.token.tag {
		case dom.TagHtml:
			return p.inBody()
		case dom.TagBasefont, dom.TagBgsound, dom.TagLink, dom.TagMeta, dom.TagNoframes, dom.TagStyle:
			return p.inHead()
		case dom.TagHead, dom.TagNoscript:
			return p.ignore()
		}
	case endTag:
		switch p.token.tag {
		case dom.TagNoscript:
			p.open.pop()
			p.mode = inHead
			return true
		case dom.TagBr:
		default:
			return true
		}
	}
	p.open.pop()
	p.mode = inHead
	return false
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-after-head-insertion-mode
func (p *Parser) afterHead() bool {
	switch p.token.kind {
	case characters:
		if p.insertSpace() {
			return true
		}
	case comment:
		p.insertComment()
		return true
	case doctype:
		return true
	case startTag:
		switch p.token.tag {
		case dom.TagHtml:
			return p.inBody()
		case dom.TagBody:
			p.insertElement()
			p.framesetOK = false
			p.mode = inBody
			return true
		case dom.TagFrameset:
			p.insertElement()
			p.mode = inFrameset
			return true
		case dom.TagBase, dom.TagBasefont, dom.TagBgsound, dom.TagLink, dom.TagMeta, dom.TagNoframes, dom.TagScript,
			dom.TagStyle, dom.TagTemplate, dom.TagTitle:
			return p.reopenHead()
		case dom.TagHead:
			return p.ignore()
		}
	case endTag:
		switch p.token.tag {
		case dom.TagTemplate:
			return p.inHead()
		case dom.TagBody, dom.TagHtml, dom.TagBr:
		default:
			return true
		}
	}
	p.insertImplied(dom.TagBody)
	p.mode = inBody
	return false
}

// reopenHead returns the token to the rules of the head as if that were still open.
func (p *Parser) reopenHead() bool {
	p.open.changes.reopened()
	p.open.push(p.head, dom.Name(dom.TagHead), dom.TagHead)
	head := p.open.top
	done := p.inHead()
	p.open.remove(head)
	return done
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incdata
func (p *Parser) inText() bool {
	if p.token.kind == characters {
		p.insertCharacters()
		return true
	}
	if p.embeds {
		p.embed()
	}
	p.open.pop()
	p.mode = p.originalMode
	return p.token.kind == endTag
}

// insertSpace inserts white space at the beginning of the token, and reports whether that was all of it.
func (p *Parser) insertSpace() bool {
	n, all := p.leadingSpace()
	if n > 0 {
		p.insertText(p.splitCharacters(n))
	}
	return all
}
