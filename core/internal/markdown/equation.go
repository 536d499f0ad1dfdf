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
	for part := r.firstPart(r.doc.Node(id).First); part != 0 && !r.stopped(); part = r.nextPart(part) {
		if f := r.formulaOf(part); f.hasTeX() {
			f.display = true
			r.scratch = append(append(r.scratch, r.texOf(f)...), ' ')
		}
	}
	r.tex = append(r.tex[:0], r.scratch...)
	r.addFormula(cleanTeX(r.tex, r.phrasing == blocks), true)
	r.boundary()
	return r.beginWay(inEquation, 0)
}

// stepEquation goes on in a row of an equation, behind the part that it is at, with what is not part of the formula.
func (r *Renderer) stepEquation(row dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	part := *at
	if part == 0 {
		part = r.firstPart(r.doc.Node(row).First)
	} else {
		part = r.nextPart(part)
	}
	for ; part != 0 && !r.stopped(); part = r.nextPart(part) {
		if f := r.formulaOf(part); !f.hasTeX() {
			*at = part
			return part, true
		}
	}
	r.boundary()
	return 0, false
}

// firstPart is the first of the parts of an equation, which are what is in the cells of a row, from a cell on.
func (r *Renderer) firstPart(cell dom.ID) dom.ID {
	for ; cell != 0; cell = r.doc.Node(cell).Next {
		if first := r.doc.Node(cell).First; first != 0 {
			return first
		}
	}
	return 0
}

// nextPart is the part behind one, or 0.
func (r *Renderer) nextPart(part dom.ID) dom.ID {
	n := r.doc.Node(part)
	if n.Next != 0 {
		return n.Next
	}
	return r.firstPart(r.doc.Node(n.Parent).Next)
}
