package html

import "tidemark/core/internal/dom"

// insertionMode is the name of the rules that build the tree.
// https://html.spec.whatwg.org/multipage/parsing.html#the-insertion-mode
type insertionMode uint8

const (
	initial insertionMode = iota
	beforeHTML
	beforeHead
	inHead
	inHeadNoscript
	afterHead
	inBody
	text
	inTable
	inTableText
	inCaption
	inColumnGroup
	inTableBody
	inRow
	inCell
	inTemplate
	afterBody
	inFrameset
	afterFrameset
	afterAfterBody
	afterAfterFrameset
	modeCount
)

// rules handle the token in an insertion mode. They return false if it is to be processed again, in the mode there is then.
var rules [modeCount]func(*Parser) bool

func init() {
	rules = [modeCount]func(*Parser) bool{
		initial:            (*Parser).initial,
		beforeHTML:         (*Parser).beforeHTML,
		beforeHead:         (*Parser).beforeHead,
		inHead:             (*Parser).inHead,
		inHeadNoscript:     (*Parser).inHeadNoscript,
		afterHead:          (*Parser).afterHead,
		inBody:             (*Parser).inBody,
		text:               (*Parser).inText,
		inTable:            (*Parser).inTable,
		inTableText:        (*Parser).inTableText,
		inCaption:          (*Parser).inCaption,
		inColumnGroup:      (*Parser).inColumnGroup,
		inTableBody:        (*Parser).inTableBody,
		inRow:              (*Parser).inRow,
		inCell:             (*Parser).inCell,
		inTemplate:         (*Parser).inTemplate,
		afterBody:          (*Parser).afterBody,
		inFrameset:         (*Parser).inFrameset,
		afterFrameset:      (*Parser).afterFrameset,
		afterAfterBody:     (*Parser).afterAfterBody,
		afterAfterFrameset: (*Parser).afterAfterFrameset,
	}
}

// resetMode sets the insertion mode by what is open.
// https://html.spec.whatwg.org/multipage/parsing.html#reset-the-insertion-mode-appropriately
func (p *Parser) resetMode() {
	place := p.open.topmostEnder(modeSetter)
	last := place == bottom
	e := p.open.at(place)
	if last && p.fragment {
		e = &p.context
	}
	p.mode = inBody
	if e.ns != dom.HTML {
		return
	}
	switch e.tag {
	case dom.TagTd, dom.TagTh:
		if !last {
			p.mode = inCell
		}
	case dom.TagTr:
		p.mode = inRow
	case dom.TagTbody, dom.TagThead, dom.TagTfoot:
		p.mode = inTableBody
	case dom.TagCaption:
		p.mode = inCaption
	case dom.TagColgroup:
		p.mode = inColumnGroup
	case dom.TagTable:
		p.mode = inTable
	case dom.TagTemplate:
		p.mode = p.templateModes[len(p.templateModes)-1]
	case dom.TagHead:
		if !last {
			p.mode = inHead
		}
	case dom.TagFrameset:
		p.mode = inFrameset
	case dom.TagHtml:
		p.mode = afterHead
		if p.head == 0 {
			p.mode = beforeHead
		}
	}
}
