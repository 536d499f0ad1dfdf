package html

import (
	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inframeset
func (p *Parser) inFrameset() bool {
	switch p.token.kind {
	case characters:
		p.insertOnlySpace()
	case comment:
		p.insertComment()
	case startTag:
		switch p.token.tag {
		case dom.TagHtml:
			return p.inBody()
		case dom.TagFrameset:
			p.insertElement()
		case dom.TagFrame:
			p.insertVoid()
		case dom.TagNoframes:
			return p.inHead()
		default:
			return p.ignore()
		}
	case endTag:
		if p.token.tag == dom.TagFrameset && p.open.top != bottom {
			p.open.pop()
			if !p.fragment && !p.current(dom.TagFrameset) {
				p.mode = afterFrameset
			}
		}
	case endOfFile:
		p.stopped = true
	}
	return true
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-afterframeset
func (p *Parser) afterFrameset() bool {
	switch p.token.kind {
	case characters:
		p.insertOnlySpace()
	case comment:
		p.insertComment()
	case startTag:
		return p.startTagAfterFrameset()
	case endTag:
		if p.token.tag == dom.TagHtml {
			p.mode = afterAfterFrameset
		}
	case endOfFile:
		p.stopped = true
	}
	return true
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-after-after-frameset-insertion-mode
func (p *Parser) afterAfterFrameset() bool {
	switch p.token.kind {
	case characters:
		p.insertOnlySpace()
	case comment:
		p.insertCommentIn(dom.Root)
	case startTag:
		return p.startTagAfterFrameset()
	case endOfFile:
		p.stopped = true
	}
	return true
}

func (p *Parser) startTagAfterFrameset() bool {
	switch p.token.tag {
	case dom.TagHtml:
		return p.inBody()
	case dom.TagNoframes:
		return p.inHead()
	}
	return p.ignore()
}

// insertOnlySpace inserts the white space of the token, and nothing else of it.
func (p *Parser) insertOnlySpace() {
	for {
		text := p.characterBytes()
		n := spaceEnd(text, 0, len(text))
		if n > 0 {
			p.insertText(p.splitCharacters(n))
			text = text[n:]
		}
		other := 0
		for other < len(text) && !ascii.IsSpace(text[other]) {
			other++
		}
		if other == len(text) {
			return
		}
		p.splitCharacters(other)
	}
}
