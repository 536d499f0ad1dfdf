package markdown

import "tidemark/core/internal/dom"

// row renders a row of a table that is no grid. One of LaTeXML's equations is a formula, whose parts are in its cells, with its
// number after it.
func (r *Renderer) row(id dom.ID) step {
	if !r.page.IsEquation(id) {
		return r.box(id)
	}
	r.boundary()
	tex, isWhole := r.page.EquationTeX(id, r.phrasing == blocks, r.left())
	r.w.full = r.w.full || !isWhole
	r.addFormula(tex, true)
	r.boundary()
	return r.beginWay(inEquation, 0)
}

// stepEquation goes on in a row of an equation, after the part that it is at, with what is not part of the formula.
func (r *Renderer) stepEquation(row dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	part := *at
	if part == 0 {
		part = r.page.FirstPart(r.doc.Node(row).First)
	} else {
		part = r.page.NextPart(part)
	}
	for ; part != 0 && !r.stopped(); part = r.page.NextPart(part) {
		if f := r.page.FormulaOf(part); !f.HasTeX() {
			*at = part
			return part, true
		}
	}
	r.boundary()
	return 0, false
}
