package markdown

import (
	"bytes"

	"tidemark/core/internal/inline"
)

// writeMathBlocks writes the displayed formulas of a run as blocks.
func (r *Renderer) writeMathBlocks() {
	if r.settings.Plain {
		r.w.open(paragraph)
		r.writeRun(inline.ParagraphLines, false)
		return
	}
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
