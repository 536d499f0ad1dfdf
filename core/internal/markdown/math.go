package markdown

import (
	"math"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/page/formula"
)

// formula renders an element that shows a formula, and reports whether it is one. This comes before the question what is
// unseen: the source of a formula mostly is.
func (r *Renderer) formula(id dom.ID) (how step, isFormula bool) {
	tag := r.doc.Node(id).Tag
	switch {
	case !page.Of(tag).Is(page.Formula) && r.page.Formulas.Marks == 0:
		return done, false
	case tag == dom.TagHead:
		r.formulasOfHead(id)
		return done, false
	case !r.page.Formulas.MayBeFormula(id):
		return done, false
	}
	f := r.page.FormulaOf(id)
	switch f.Source {
	case formula.None:
		return done, false
	case formula.Between:
		r.page.Formulas.Delimiters = f.Delimiters // until the element is left
		return r.beginElement(id), true
	}
	isBlock := tag == dom.TagDiv || tag == dom.TagP || tag == dom.TagPre
	if isBlock {
		r.boundary()
	}
	if f.Source == formula.Shown && !r.settings.Page.DropMath {
		how = r.beginWay(inShownFormula, f.Element)
		if isBlock {
			how |= endsBox
		}
		return how, true
	}
	shown := r.showFormula(f)
	if isBlock {
		r.boundary()
	}
	return done, shown
}

// stepShownFormula renders what is to be seen of a formula, which is in the element that it is at.
func (r *Renderer) stepShownFormula(e openElement, at *dom.ID) (next dom.ID, goesOn bool) {
	if shown := *at; shown != 0 {
		*at = 0
		r.enter(shown, descend)
		return 0, true
	}
	r.end(e.id, e.step&endsBox)
	return 0, false
}

// showFormula renders a formula of which not only what is to be seen is known, and reports whether there was anything to render.
func (r *Renderer) showFormula(f formula.Formula) bool {
	switch {
	case r.settings.Page.DropMath, f.Source == formula.Copy:
		r.inline.AddSilentBreak()
	case f.Source == formula.Spoken:
		r.inline.AddText(f.Value)
	default:
		tex := r.texOf(f)
		if len(tex) == 0 {
			return false
		}
		r.addFormula(tex, f.Display)
	}
	return true
}

// addFormula adds TeX to the inline content.
func (r *Renderer) addFormula(tex []byte, display bool) {
	if r.settings.Page.DropMath {
		r.inline.AddSilentBreak()
		return
	}
	if r.phrasing == cellLines {
		r.scratch = appendForCell(r.scratch[:0], tex)
		tex = r.scratch
	}
	apart := display && r.phrasing == blocks && !r.inline.IsOpen(inline.LinkFormat) && !r.inline.IsLiteralTeX(tex)
	if apart {
		r.boundary() // In a paragraph it would be code, which is never displayed.
	}
	r.inline.AddMath(tex, display)
	if apart {
		r.boundary()
	}
}

// texOf returns the TeX of a formula, which holds until the next is asked for.
func (r *Renderer) texOf(f formula.Formula) []byte {
	tex, isWhole := r.page.Formulas.TeX(f, f.Display && r.phrasing == blocks, r.left())
	r.w.full = r.w.full || !isWhole
	return tex
}

// left is how many bytes more there is room for under the limit: what is over it could not be written.
func (r *Renderer) left() int {
	return max(0, min(r.w.limit-len(r.w.out)-r.inline.Len(), math.MaxInt32))
}

// formulasOfHead renders the formulas that a page begins with: a script that comes first is in the head.
func (r *Renderer) formulasOfHead(head dom.ID) {
	for c := r.doc.Node(head).First; c != 0; c = r.doc.Node(c).Next {
		if r.doc.Is(c, dom.TagScript) {
			if f := r.page.FormulaOf(c); f.Source != formula.None {
				r.showFormula(f)
			}
		}
	}
}

// textWithFormulas collects text in which formulas are between delimiters. Pieces of one text are looked at together, when it
// is the turn of the first.
func (r *Renderer) textWithFormulas(id dom.ID) {
	if r.page.IsText(r.doc.Node(id).Prev) {
		return
	}
	s := r.doc.Text(id)
	if next := r.doc.Node(id).Next; r.page.IsText(next) {
		r.scratch = append(r.scratch[:0], s...)
		for ; r.page.IsText(next); next = r.doc.Node(next).Next {
			r.scratch = append(r.scratch, r.doc.Text(next)...)
		}
		s = string(r.scratch)
	}
	var ends formula.NoEnds
	done := 0
	for {
		m, ok := formula.Next(s, done, r.page.Formulas.Delimiters, &ends)
		if !ok {
			break
		}
		r.inline.AddText(s[done:m.Start])
		r.addFormula(r.page.Formulas.MarkedTeX(m, m.Display && r.phrasing == blocks), m.Display)
		done = m.End
	}
	r.inline.AddText(s[done:])
}

// appendForCell appends TeX so that no bar stands after a backslash: in a table cell a bar has an escape, and there it could
// not have one.
func appendForCell(dst, tex []byte) []byte {
	for i := 0; i < len(tex); i++ {
		if tex[i] != '\\' || i+1 == len(tex) {
			dst = append(dst, tex[i])
			continue
		}
		if i++; tex[i] == '|' {
			dst = append(dst, `\Vert`...)
			if i+1 < len(tex) && ascii.IsLetter(tex[i+1]) {
				dst = append(dst, ' ')
			}
			continue
		}
		dst = append(dst, '\\', tex[i])
		if i+1 < len(tex) && tex[i+1] == '|' {
			dst = append(dst, ' ')
		}
	}
	return dst
}
