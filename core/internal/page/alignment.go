package page

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// Alignment is how a cell or a column is aligned.
type Alignment uint8

const (
	Unaligned Alignment = iota
	AlignedLeft
	AlignedCenter
	AlignedRight
)

// Column is what the cells of a column say of its alignment.
type Column struct {
	head, body Alignment
	asked      bool // a cell below the header has been asked
	mixed      bool // the cells below the header do not agree
}

// Alignment is that of the column.
func (c Column) Alignment() Alignment {
	if c.mixed || c.body == Unaligned {
		return c.head
	}
	return c.body
}

// AlignColumns asks all cells. Those below the header are the column, if they say the same; the header is but one cell.
func (p *Page) AlignColumns(g *Grid, table dom.ID) {
	g.Aligned = g.Aligned[:0]
	g.Aligned = hugepage.Grow(p.watch, g.Aligned, g.Columns)
	for range g.Columns {
		p.step()
		g.Aligned = append(g.Aligned, Column{})
	}
	whole := styleAlignment(p.doc, table)
	for i, row := range g.Rows {
		p.step()
		inherited := whole
		if section := p.doc.Node(row.ID).Parent; section != table {
			inherited = alignmentOf(p.doc, section, inherited)
		}
		inherited = alignmentOf(p.doc, row.ID, inherited)
		for _, cell := range g.Cells[row.Start:row.End] {
			p.step()
			c := &g.Aligned[cell.Col]
			switch said := alignmentOf(p.doc, cell.ID, inherited); {
			case i == 0 && g.Header:
				c.head = said
			case p.doc.Node(cell.ID).First == 0: // There is nothing to be aligned.
			case !c.asked:
				c.asked, c.body = true, said
			case c.body != said:
				c.mixed = true
			}
		}
	}
}

// alignmentOf is what an element says, or what it inherits.
func alignmentOf(d *dom.Document, id dom.ID, inherited Alignment) Alignment {
	if a := styleAlignment(d, id); a != Unaligned {
		return a
	}
	if a := parseAlignment(d.Value(id, dom.AttrAlign)); a != Unaligned {
		return a
	}
	return inherited
}

// styleAlignment is what the style of an element says. The attribute `align` of a table says where the table is.
func styleAlignment(d *dom.Document, id dom.ID) Alignment {
	if d.Node(id).Traits&dom.HasStyle == 0 {
		return Unaligned
	}
	return parseAlignment(styleValue(d.Value(id, dom.AttrStyle), "text-align"))
}

func parseAlignment(value string) Alignment {
	if value == "" {
		return Unaligned
	}
	switch value = strings.TrimSpace(value); {
	case strings.EqualFold(value, "left"), strings.EqualFold(value, "start"):
		return AlignedLeft
	case strings.EqualFold(value, "center"):
		return AlignedCenter
	case strings.EqualFold(value, "right"), strings.EqualFold(value, "end"):
		return AlignedRight
	default:
		return Unaligned
	}
}
