package page

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/formula"
)

// isEquationTable reports whether LaTeXML aligns the parts of equations in a table.
func (p *Page) isEquationTable(table dom.ID) bool {
	return strings.Contains(p.doc.Value(table, dom.AttrClass), "ltx_eqn_table")
}

// FirstPart is the first of the parts of an equation, which are what is in the cells of a row, from a cell on.
func (p *Page) FirstPart(cell dom.ID) dom.ID {
	for ; cell != 0; cell = p.doc.Node(cell).Next {
		if first := p.doc.Node(cell).First; first != 0 {
			return first
		}
	}
	return 0
}

// NextPart is the part after one, or 0.
func (p *Page) NextPart(part dom.ID) dom.ID {
	n := p.doc.Node(part)
	if n.Next != 0 {
		return n.Next
	}
	return p.FirstPart(p.doc.Node(n.Parent).Next)
}

// IsEquation reports whether a row of a table is an equation of LaTeXML's: a formula, whose parts are in its cells, with its number after it.
func (p *Page) IsEquation(row dom.ID) bool {
	return strings.Contains(p.doc.Value(row, dom.AttrClass), "ltx_eqn_row")
}

// EquationTeX returns the TeX of an equation, which holds until that of another formula is asked for. It is not whole if a part is longer
// than limit.
func (p *Page) EquationTeX(row dom.ID, lines bool, limit int) (tex []byte, isWhole bool) {
	tex, isWhole = p.scratch[:0], true
	for part := p.FirstPart(p.doc.Node(row).First); part != 0; part = p.NextPart(part) {
		p.step()
		if f := p.FormulaOf(part); f.HasTeX() {
			f.Display = true
			more, whole := p.Formulas.TeX(f, lines, limit)
			tex, isWhole = append(append(tex, more...), ' '), isWhole && whole
		}
	}
	p.scratch = tex
	return formula.Clean(tex, lines), isWhole
}
