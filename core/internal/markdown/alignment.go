package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// alignment is how a cell or a column is aligned.
type alignment uint8

const (
	unaligned alignment = iota
	alignedLeft
	alignedCenter
	alignedRight
)

var delimiterCells = [...]string{unaligned: " --- |", alignedLeft: " :-- |", alignedCenter: " :-: |", alignedRight: " --: |"}

// column is what the cells of a column say of its alignment.
type column struct {
	head, body alignment
	asked      bool // a cell below the header has been asked
	mixed      bool // the cells below the header do not agree
}

func (c column) alignment() alignment {
	if c.mixed || c.body == unaligned {
		return c.head
	}
	return c.body
}

// alignColumns asks all cells. Those below the header are the column, if they say the same; the header is but one cell.
func (r *Renderer) alignColumns(table dom.ID) {
	g := &r.grid
	g.aligned = g.aligned[:0]
	g.aligned = hugepage.Grow(&r.watch, g.aligned, g.columns)
	for range g.columns {
		if r.stopped() {
			return
		}
		g.aligned = append(g.aligned, column{})
	}
	whole := styleAlignment(r.doc, table)
	for i, row := range g.rows {
		if r.stopped() {
			return
		}
		inherited := whole
		if section := r.doc.Node(row.id).Parent; section != table {
			inherited = alignmentOf(r.doc, section, inherited)
		}
		inherited = alignmentOf(r.doc, row.id, inherited)
		for _, cell := range g.cells[row.start:row.end] {
			if r.stopped() {
				return
			}
			c := &g.aligned[cell.col]
			switch said := alignmentOf(r.doc, cell.id, inherited); {
			case i == 0 && g.header:
				c.head = said
			case r.doc.Node(cell.id).First == 0: // There is nothing to be aligned.
			case !c.asked:
				c.asked, c.body = true, said
			case c.body != said:
				c.mixed = true
			}
		}
	}
}

// alignmentOf is what an element says, or what it inherits.
func alignmentOf(d *dom.Document, id dom.ID, inherited alignment) alignment {
	if a := styleAlignment(d, id); a != unaligned {
		return a
	}
	if a := parseAlignment(d.Value(id, dom.AttrAlign)); a != unaligned {
		return a
	}
	return inherited
}

// styleAlignment is what the style of an element says. The attribute `align` of a table says where the table is.
func styleAlignment(d *dom.Document, id dom.ID) alignment {
	if d.Node(id).Traits&dom.HasConcealing == 0 { // It has no style.
		return unaligned
	}
	return parseAlignment(styleValue(d.Value(id, dom.AttrStyle), "text-align"))
}

func parseAlignment(value string) alignment {
	if value == "" {
		return unaligned
	}
	switch value = strings.TrimSpace(value); {
	case strings.EqualFold(value, "left"), strings.EqualFold(value, "start"):
		return alignedLeft
	case strings.EqualFold(value, "center"):
		return alignedCenter
	case strings.EqualFold(value, "right"), strings.EqualFold(value, "end"):
		return alignedRight
	default:
		return unaligned
	}
}
