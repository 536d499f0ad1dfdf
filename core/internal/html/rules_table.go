package html

import (
	"strings"

	"tidemark/core/internal/dom"
)

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intable
func (p *Parser) inTable() bool {
	switch p.token.kind {
	case characters:
		if tag := p.open.current().tag; fostersOut(tag) || tag == dom.TagTemplate {
			p.pendingTable = p.pendingTable[:0]
			p.originalMode = p.mode
			p.mode = inTableText
			return false
		}
	case comment:
		p.insertComment()
		return true
	case doctype:
		return true
	case startTag:
		switch p.token.tag {
		case dom.TagCaption:
			p.clearTo(&tableContext)
			p.pushMarker()
			p.insertElement()
			p.mode = inCaption
			return true
		case dom.TagColgroup:
			p.clearTo(&tableContext)
			p.insertElement()
			p.mode = inColumnGroup
			return true
		case dom.TagCol:
			p.clearTo(&tableContext)
			p.insertImplied(dom.TagColgroup)
			p.mode = inColumnGroup
			return false
		case dom.TagTbody, dom.TagTfoot, dom.TagThead:
			p.clearTo(&tableContext)
			p.insertElement()
			p.mode = inTableBody
			return true
		case dom.TagTd, dom.TagTh, dom.TagTr:
			p.clearTo(&tableContext)
			p.insertImplied(dom.TagTbody)
			p.mode = inTableBody
			return false
		case dom.TagTable:
			if !p.closeTable() {
				return p.ignore()
			}
			return false
		case dom.TagStyle, dom.TagScript, dom.TagTemplate:
			return p.inHead()
		case dom.TagInput:
			if p.isHiddenInput() {
				p.insertVoid()
				return true
			}
		case dom.TagForm:
			if p.form != 0 || p.open.isOpen(dom.TagTemplate) {
				return p.ignore()
			}
			p.form = p.insertElement()
			p.open.pop()
			return true
		}
	case endTag:
		switch p.token.tag {
		case dom.TagTable:
			p.closeTable()
			return true
		case dom.TagBody, dom.TagCaption, dom.TagCol, dom.TagColgroup, dom.TagHtml, dom.TagTbody, dom.TagTd, dom.TagTfoot,
			dom.TagTh, dom.TagThead, dom.TagTr:
			return true
		case dom.TagTemplate:
			p.endTemplate()
			return true
		}
	case endOfFile:
		return p.inBody()
	}
	p.fosterParenting = true
	done := p.inBody()
	p.fosterParenting = false
	return done
}

// The elements up to which the stack is cleared, to be back in a table, in its body or in a row.
// https://html.spec.whatwg.org/multipage/parsing.html#clear-the-stack-back-to-a-table-context
var (
	tableContext     = tagsOf(dom.TagTable, dom.TagTemplate, dom.TagHtml)
	tableBodyContext = tagsOf(dom.TagTbody, dom.TagTfoot, dom.TagThead, dom.TagTemplate, dom.TagHtml)
	tableRowContext  = tagsOf(dom.TagTr, dom.TagTemplate, dom.TagHtml)
)

func (p *Parser) clearTo(context *tagSet) {
	for !context[p.open.current().tag] {
		p.open.pop()
	}
}

func (p *Parser) closeTable() bool {
	place := p.open.inTableScope(dom.TagTable)
	if place == 0 {
		return false
	}
	p.open.popUntil(place)
	p.resetMode()
	return true
}

func (p *Parser) isHiddenInput() bool {
	kind, _ := p.doc.Pending(p.token.attrs, dom.AttrType)
	return strings.EqualFold(kind, "hidden")
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intabletext
func (p *Parser) inTableText() bool {
	if p.token.kind == characters {
		p.dropNUL()
		p.pendingTable = append(p.pendingTable, p.takeCharacters())
		return true
	}
	blank := true
	for _, c := range p.pendingTable {
		blank = blank && p.isBlank(c)
	}
	p.fosterParenting = !blank
	for _, c := range p.pendingTable {
		if !blank {
			p.reconstruct()
		}
		p.insertText(c)
	}
	p.fosterParenting = false
	p.mode = p.originalMode
	return false
}

// isBlank reports whether characters are white space.
func (p *Parser) isBlank(c textRange) bool {
	text := p.src[c.start:c.end]
	if c.decoded {
		text = p.doc.Decoded(c.text)
	}
	return spaceEnd(text, 0, len(text)) == len(text)
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incaption
func (p *Parser) inCaption() bool {
	closes := false
	switch p.token.kind {
	case startTag:
		closes = endsCaption[p.token.tag]
	case endTag:
		switch p.token.tag {
		case dom.TagCaption:
			p.closeCaption()
			return true
		case dom.TagTable:
			closes = true
		case dom.TagBody, dom.TagCol, dom.TagColgroup, dom.TagHtml, dom.TagTbody, dom.TagTd, dom.TagTfoot, dom.TagTh, dom.TagThead,
			dom.TagTr:
			return true
		}
	}
	if !closes {
		return p.inBody()
	}
	if !p.closeCaption() {
		return p.ignore()
	}
	return false
}

// endsCaption are the tags that can only begin a part of a table.
var endsCaption = tagsOf(dom.TagCaption, dom.TagCol, dom.TagColgroup, dom.TagTbody, dom.TagTd, dom.TagTfoot, dom.TagTh, dom.TagThead,
	dom.TagTr)

func (p *Parser) closeCaption() bool {
	place := p.open.inTableScope(dom.TagCaption)
	if place == 0 {
		return false
	}
	p.open.popUntil(place)
	p.clearToLastMarker()
	p.mode = inTable
	return true
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incolgroup
func (p *Parser) inColumnGroup() bool {
	switch p.token.kind {
	case characters:
		if !p.current(dom.TagColgroup) {
			p.insertOnlySpace() // All else is ignored, character by character.
			return true
		}
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
		case dom.TagCol:
			p.insertVoid()
			return true
		case dom.TagTemplate:
			return p.inHead()
		}
	case endTag:
		switch p.token.tag {
		case dom.TagColgroup:
			if p.current(dom.TagColgroup) {
				p.open.pop()
				p.mode = inTable
			}
			return true
		case dom.TagCol:
			return true
		case dom.TagTemplate:
			p.endTemplate()
			return true
		}
	case endOfFile:
		return p.inBody()
	}
	if !p.current(dom.TagColgroup) {
		return p.token.kind != startTag || p.ignore()
	}
	p.open.pop()
	p.mode = inTable
	return false
}
