package html

import "tidemark/core/internal/dom"

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intbody
func (p *Parser) inTableBody() bool {
	switch p.token.kind {
	case startTag:
		switch p.token.tag {
		case dom.TagTr:
			p.clearTo(&tableBodyContext)
			p.insertElement()
			p.mode = inRow
			return true
		case dom.TagTh, dom.TagTd:
			p.clearTo(&tableBodyContext)
			p.insertImplied(dom.TagTr)
			p.mode = inRow
			return false
		case dom.TagCaption, dom.TagCol, dom.TagColgroup, dom.TagTbody, dom.TagTfoot, dom.TagThead:
			return p.endTableBody() && p.ignore()
		}
	case endTag:
		switch p.token.tag {
		case dom.TagTbody, dom.TagTfoot, dom.TagThead:
			if p.open.inTableScope(p.token.tag) != 0 {
				p.closeTableBody()
			}
			return true
		case dom.TagTable:
			return p.endTableBody()
		case dom.TagBody, dom.TagCaption, dom.TagCol, dom.TagColgroup, dom.TagHtml, dom.TagTd, dom.TagTh, dom.TagTr:
			return true
		}
	}
	return p.inTable()
}

// endTableBody closes a table body for a token that is then to be processed again. It returns true if there is none, and
// the token is for nothing.
func (p *Parser) endTableBody() bool {
	if p.open.inTableScope(dom.TagTbody) == 0 && p.open.inTableScope(dom.TagThead) == 0 && p.open.inTableScope(dom.TagTfoot) == 0 {
		return true
	}
	p.closeTableBody()
	return false
}

func (p *Parser) closeTableBody() {
	p.clearTo(&tableBodyContext)
	p.open.pop()
	p.mode = inTable
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intr
func (p *Parser) inRow() bool {
	switch p.token.kind {
	case startTag:
		switch p.token.tag {
		case dom.TagTh, dom.TagTd:
			p.clearTo(&tableRowContext)
			p.insertElement()
			p.mode = inCell
			p.pushMarker()
			return true
		case dom.TagCaption, dom.TagCol, dom.TagColgroup, dom.TagTbody, dom.TagTfoot, dom.TagThead, dom.TagTr:
			return !p.closeRow() && p.ignore()
		}
	case endTag:
		switch p.token.tag {
		case dom.TagTr:
			p.closeRow()
			return true
		case dom.TagTable:
			return !p.closeRow()
		case dom.TagTbody, dom.TagTfoot, dom.TagThead:
			return p.open.inTableScope(p.token.tag) == 0 || !p.closeRow()
		case dom.TagBody, dom.TagCaption, dom.TagCol, dom.TagColgroup, dom.TagHtml, dom.TagTd, dom.TagTh:
			return true
		}
	}
	return p.inTable()
}

// closeRow closes the row that is open, and reports whether one is.
func (p *Parser) closeRow() bool {
	if p.open.inTableScope(dom.TagTr) == 0 {
		return false
	}
	p.clearTo(&tableRowContext)
	p.open.pop()
	p.mode = inTableBody
	return true
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intd
func (p *Parser) inCell() bool {
	switch p.token.kind {
	case startTag:
		if endsCaption[p.token.tag] {
			return !p.closeCell() && p.ignore()
		}
	case endTag:
		switch p.token.tag {
		case dom.TagTd, dom.TagTh:
			if place := p.open.inTableScope(p.token.tag); place != 0 {
				p.closeCellAt(place)
			}
			return true
		case dom.TagBody, dom.TagCaption, dom.TagCol, dom.TagColgroup, dom.TagHtml:
			return true
		case dom.TagTable, dom.TagTbody, dom.TagTfoot, dom.TagThead, dom.TagTr:
			return p.open.inTableScope(p.token.tag) == 0 || !p.closeCell()
		}
	}
	return p.inBody()
}

// closeCell closes the cell that is open, and reports whether one is.
// https://html.spec.whatwg.org/multipage/parsing.html#close-the-cell
func (p *Parser) closeCell() bool {
	place := p.open.inTableScope(dom.TagTd)
	if place == 0 {
		place = p.open.inTableScope(dom.TagTh)
	}
	if place == 0 {
		return false
	}
	p.closeCellAt(place)
	return true
}

func (p *Parser) closeCellAt(place int32) {
	p.open.popUntil(place)
	p.clearToLastMarker()
	p.mode = inRow
}
