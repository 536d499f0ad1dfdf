package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
)

// isEquationTable tells of a table in which LaTeXML aligns the parts of equations.
func (r *Renderer) isEquationTable(table dom.ID) bool {
	return strings.Contains(r.doc.Value(table, dom.AttrClass), "ltx_eqn_table")
}

// row renders a row of a table that is no grid. One of LaTeXML's equations is a formula, whose parts are in its cells, with its
// number behind it.
func (r *Renderer) row(id dom.ID) leaving {
	if !strings.Contains(r.doc.Value(id, dom.AttrClass), "ltx_eqn_row") {
		return r.box(id)
	}
	r.boundary()
	r.scratch = r.scratch[:0]
	for part := range r.equationParts(id) {
		if f := r.formulaOf(part); f.hasTeX() {
			f.display = true
			r.scratch = append(append(r.scratch, r.texOf(f)...), ' ')
		}
	}
	r.tex = append(r.tex[:0], r.scratch...)
	r.addFormula(cleanTeX(r.tex, r.phrasing == blocks), true)
	r.boundary()
	for part := range r.equationParts(id) {
		if f := r.formulaOf(part); !f.hasTeX() {
			r.node(part)
		}
	}
	r.boundary()
	return rendered
}

// equationParts are what is in the cells of a row.
func (r *Renderer) equationParts(row dom.ID) func(yield func(dom.ID) bool) {
	return func(yield func(dom.ID) bool) {
		for cell := r.doc.Node(row).First; cell != 0; cell = r.doc.Node(cell).Next {
			for part := r.doc.Node(cell).First; part != 0; part = r.doc.Node(part).Next {
				if !yield(part) {
					return
				}
			}
		}
	}
}
