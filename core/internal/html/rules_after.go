package html

import "tidemark/core/internal/dom"

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-afterbody
func (p *Parser) afterBody() bool {
	switch p.token.kind {
	case characters:
		if _, all := p.leadingSpace(); all {
			return p.inBody()
		}
	case comment:
		p.insertCommentIn(p.open.at(bottom).id)
		return true
	case doctype:
		return true
	case startTag:
		if p.token.tag == dom.TagHtml {
			return p.inBody()
		}
	case endTag:
		if p.token.tag == dom.TagHtml {
			if !p.fragment {
				p.mode = afterAfterBody
			}
			return true
		}
	case endOfFile:
		p.stopped = true
		return true
	}
	p.mode = inBody
	return false
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-after-after-body-insertion-mode
func (p *Parser) afterAfterBody() bool {
	switch p.token.kind {
	case characters:
		if _, all := p.leadingSpace(); all {
			return p.inBody()
		}
	case comment:
		p.insertCommentIn(dom.Root)
		return true
	case doctype:
		return true
	case startTag:
		if p.token.tag == dom.TagHtml {
			return p.inBody()
		}
	case endOfFile:
		p.stopped = true
		return true
	}
	p.mode = inBody
	return false
}
