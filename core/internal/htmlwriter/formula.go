package htmlwriter

import (
	"math"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/formula"
)

// formula writes a formula between dollars, or returns the element with what is to be seen of it. It reports whether the element is a formula.
func (w *Writer) formula(id dom.ID) (shown dom.ID, isFormula bool) {
	f := w.page.FormulaOf(id)
	switch f.Source {
	case formula.None, formula.Between:
		return 0, false
	case formula.Copy:
		return 0, true
	}
	tex, isWhole := w.page.Formulas.TeX(f, f.Display, max(0, min(w.limit-len(w.out), math.MaxInt32)))
	w.full = w.full || !isWhole
	switch {
	case w.page.Options().DropMath:
	case f.Source == formula.Shown:
		return f.Element, true
	case f.Source == formula.Spoken:
		w.out = appendText(w.out, f.Value)
	case len(tex) == 0:
		return 0, false
	default:
		dollars := "$$"
		if !f.Display {
			dollars = "$"
		}
		w.text(dollars)
		w.out = appendText(w.out, tex)
		w.text(dollars)
	}
	return 0, true
}
