package markdown

import (
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
)

// What follows writes plain text in the place of Markdown: it is to be read, or read out. Inline content is written by the Writer of package
// inline.

// plainHeading writes a heading as a line of its own.
func (r *Renderer) plainHeading() {
	r.w.open(heading)
	r.writeRun(inline.HeadingLine, false)
}

// plainCode writes the lines of code as they are.
func (r *Renderer) plainCode(code []byte) {
	r.w.open(fencedCode)
	r.writeLines(code, "")
}

// plainQuote begins a quotation between marks.
func (r *Renderer) plainQuote() step {
	before := r.w.mark()
	r.w.open(quote)
	r.w.text(quotationMarks[0].open)
	r.enterContainer(before, "")
	return descend | endsBlockquote
}

// alertWords are what alerts begin with.
var alertWords = [...]string{page.Note: "Note:", page.Tip: "Tip:", page.Important: "Important:", page.Warning: "Warning:", page.Caution: "Caution:"}

// longestLabels is how long the headers of a table may be, all together, to be said again with each row.
const longestLabels = 256

// plainGrid writes a table that has been laid out: a line for each row, in which each cell has the header of its column before it.
func (r *Renderer) plainGrid(g *page.Grid) {
	r.w.open(tableBlock)
	body, labels := g.Rows, r.plainLabels(g)
	if labels != nil {
		body = body[1:]
	}
	for i, row := range body {
		if r.stopped() {
			return
		}
		if i > 0 {
			r.w.newLine()
		}
		r.plainRow(g, row, labels)
	}
	r.inline.NewRun()
	r.writeNotes()
}

// plainLabels returns the headers of the columns, nil where there are none that can be said with each row.
func (r *Renderer) plainLabels(g *page.Grid) []string {
	if !g.Header || len(g.Rows) < 2 {
		return nil
	}
	labels, start, length := make([]string, g.Columns), len(r.w.out), 0
	r.inHeader = true
	for _, c := range g.Cells[g.Rows[0].Start:g.Rows[0].End] {
		if length > longestLabels || r.stopped() {
			break
		}
		r.writeCell(c.ID)
		labels[c.Col] = string(r.w.out[start:])
		length += len(labels[c.Col])
		r.w.out = r.w.out[:start]
	}
	r.inHeader = false
	if length > longestLabels {
		return nil
	}
	return labels
}

func (r *Renderer) plainRow(g *page.Grid, row page.GridRow, labels []string) {
	first := true
	for _, c := range g.Cells[row.Start:row.End] {
		if r.stopped() {
			return
		}
		start := len(r.w.out)
		if !first {
			r.w.text("; ")
		}
		if labels != nil && labels[c.Col] != "" {
			r.w.text(labels[c.Col])
			r.w.text(": ")
		}
		text := len(r.w.out)
		r.writeCell(c.ID)
		if len(r.w.out) == text {
			r.w.out = r.w.out[:start] // It says nothing.
			continue
		}
		first = false
	}
}
