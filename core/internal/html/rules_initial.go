package html

import "tidemark/core/internal/dom"

// https://html.spec.whatwg.org/multipage/parsing.html#the-initial-insertion-mode
func (p *Parser) initial() bool {
	switch p.token.kind {
	case characters:
		if p.skipSpace() {
			return true
		}
	case comment:
		p.insertCommentIn(dom.Root)
		return true
	case doctype:
		p.insertDoctype()
		p.mode = beforeHTML
		return true
	}
	p.doc.Quirks = true
	p.mode = beforeHTML
	return false
}

// skipSpace drops white space at the beginning of the token, and reports whether that was all of it.
func (p *Parser) skipSpace() bool {
	n, all := p.leadingSpace()
	if !all && n > 0 {
		p.splitCharacters(n)
	}
	return all
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-before-html-insertion-mode
func (p *Parser) beforeHTML() bool {
	t := &p.token
	switch t.kind {
	case characters:
		if p.skipSpace() {
			return true
		}
	case comment:
		p.insertCommentIn(dom.Root)
		return true
	case doctype:
		return true
	case startTag:
		if t.tag == dom.TagHtml {
			p.insertRoot(p.doc.NewElement(dom.HTML, t.name, uint32(t.start), uint32(t.end), t.attrs))
			p.mode = beforeHead
			return true
		}
	case endTag:
		switch t.tag {
		case dom.TagHead, dom.TagBody, dom.TagHtml, dom.TagBr:
		default:
			return true
		}
	}
	p.insertRoot(p.impliedRoot())
	p.mode = beforeHead
	return false
}

// impliedRoot makes an html element for a start tag that is not there, in front of the attributes of the one that is.
func (p *Parser) impliedRoot() dom.ID {
	return p.doc.NewElement(dom.HTML, dom.Name(dom.TagHtml), 0, 0, p.doc.AttrCount())
}

func (p *Parser) insertRoot(id dom.ID) {
	p.doc.AppendChild(dom.Root, id)
	p.open.push(id, dom.Name(dom.TagHtml), dom.TagHtml)
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-before-head-insertion-mode
func (p *Parser) beforeHead() bool {
	switch p.token.kind {
	case characters:
		if p.skipSpace() {
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
		case dom.TagHead:
			p.head = p.insertElement()
			p.mode = inHead
			return true
		}
	case endTag:
		switch p.token.tag {
		case dom.TagHead, dom.TagBody, dom.TagHtml, dom.TagBr:
		default:
			return true
		}
	}
	p.head = p.insertImplied(dom.TagHead)
	p.mode = inHead
	return false
}
