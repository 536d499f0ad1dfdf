package markdown

import "tidemark/core/internal/dom"

// quotation renders <q> with quotation marks as browsers show them: single ones in a quotation in a quotation.
func (r *Renderer) quotation(dom.ID) step {
	r.inline.AddWord(quotationMarks[r.quotations%2].open)
	r.quotations++
	return descend | endsQuotation
}

func (r *Renderer) endQuotation() {
	r.quotations--
	r.inline.AddWord(quotationMarks[r.quotations%2].close)
}

var quotationMarks = [2]struct{ open, close string }{{"“", "”"}, {"‘", "’"}}
