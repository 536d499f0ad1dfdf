package markdown

import "tidemark/core/internal/dom"

// quotation renders <q> with quotation marks as browsers show them: single ones in a quotation in a quotation.
func (r *Renderer) quotation(id dom.ID) {
	marks := quotationMarks[r.quotations%2]
	r.quotations++
	r.run.addWord(marks.open)
	r.children(id)
	r.run.addWord(marks.close)
	r.quotations--
}

var quotationMarks = [2]struct{ open, close string }{{"“", "”"}, {"‘", "’"}}
