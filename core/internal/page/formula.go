package page

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/formula"
)

// FormulaOf finds out whether an element is a formula that is seen, and where its TeX is.
func (p *Page) FormulaOf(id dom.ID) formula.Formula {
	f := p.Formulas.Find(id)
	if f.Source != formula.None && p.doc.Node(id).Tag != dom.TagScript && p.IsHidden(id) {
		return formula.Formula{}
	}
	return f
}
