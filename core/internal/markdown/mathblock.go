package markdown

import (
	"bytes"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// writeMathBlocks writes the displayed formulas of a run as blocks.
func (r *Renderer) writeMathBlocks() {
	for tex, next := r.inline.NextFormula(0); tex != nil; tex, next = r.inline.NextFormula(next) {
		r.writeMathBlock(tex, next-1)
	}
}

// writeMathBlock writes a displayed formula, which is that token of the run: between lines of two dollars, or as code of the language
// math where Markdown would find something in it.
func (r *Renderer) writeMathBlock(tex []byte, token int) {
	r.place(inline.ParagraphLines, false)
	if !r.inline.IsFormulaBlock(token) {
		r.writeCode(tex, "math")
		return
	}
	r.w.open(paragraph)
	r.w.text("$$")
	r.w.newLine()
	for line, rest, more := bytes.Cut(tex, []byte("\n")); ; line, rest, more = bytes.Cut(rest, []byte("\n")) {
		r.w.bytes(line)
		switch {
		case !more:
			r.w.newLine()
			r.w.text("$$")
			return
		case r.inline.EndsParagraph(rest):
			r.w.text(" ")
		default:
			r.w.newLine()
		}
	}
}

// writeHTMLFormula writes a formula where there is HTML, in which Markdown finds nothing, or gives the element with what is to be
// seen of it. It tells whether the element is a formula.
func (r *Renderer) writeHTMLFormula(id dom.ID) (shown dom.ID, isFormula bool) {
	f := r.formulaOf(id)
	switch f.source {
	case noFormula, textBetween:
		return 0, false
	case otherCopy:
		return 0, true
	}
	tex := r.texOf(f)
	switch {
	case r.settings.DropMath:
	case f.source == shownText:
		return f.element, true
	case f.source == spokenText:
		r.w.html(f.value)
	case len(tex) == 0:
		return 0, false
	default:
		dollars := "$$"
		if !f.display {
			dollars = "$"
		}
		r.w.text(dollars)
		r.w.htmlBytes(tex)
		r.w.text(dollars)
	}
	return 0, true
}
