package page

import (
	"math"
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// GridCell is a place in the grid of a table.
type GridCell struct {
	ID  dom.ID // 0 where there is none
	Col int32
}

// Grid is a table with its cells laid out in rows and columns.
// https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
type Grid struct {
	Rows    []GridRow
	Cells   []GridCell
	Columns int
	Header  bool // the first row is the header
	Caption dom.ID
	Aligned []Column

	held  []bool  // by column: there is something to be seen in it
	ahead []int32 // by column: so many rows more are taken by a cell from above
	fill  int     // so many places may yet be taken by spans
}

// GridRow is a row of a grid.
type GridRow struct {
	Start, End int32  // in Grid.Cells
	ID         dom.ID // of its element
	inHead     bool
	held       bool // there is something to be seen in it
}

// Spans may take so many places for each cell there is, and some to spare, so that no table grows out of all proportion. A
// span beyond that is taken for one place.
const (
	fillPerCell = 8
	spareFill   = 4096
)

// LayOut lays out the rows of a table that can be seen, without those that are empty, and without empty columns.
func (p *Page) LayOut(g *Grid, table dom.ID) {
	p.LayOutAll(g, table)
	p.prune(g)
	g.Header = len(g.Rows) > 0 && g.isHeader(p.doc, g.Rows[0])
}

// LayOutAll is LayOut with the rows and columns that are empty.
func (p *Page) LayOutAll(g *Grid, table dom.ID) {
	d := p.doc
	*g = Grid{Rows: g.Rows[:0], Cells: g.Cells[:0], Aligned: g.Aligned[:0], held: g.held[:0], ahead: g.ahead[:0], fill: spareFill}
	foot := dom.ID(0)
	for c := d.Node(table).First; c != 0; c = d.Node(c).Next {
		p.step()
		if p.IsUnseen(c) {
			continue
		}
		switch d.Node(c).Tag {
		case dom.TagCaption:
			if g.Caption == 0 {
				g.Caption = c
			}
		case dom.TagThead, dom.TagTbody:
			p.layRows(g, c)
		case dom.TagTfoot:
			if foot == 0 {
				foot = c
			}
		case dom.TagTr:
			p.layRow(g, c, false)
		}
	}
	for c := foot; c != 0; c = d.Node(c).Next { // Wherever they stand, they are shown at the end.
		p.step()
		if d.Is(c, dom.TagTfoot) && !p.IsUnseen(c) {
			p.layRows(g, c)
		}
	}
	g.Header = len(g.Rows) > 0 && g.isHeader(d, g.Rows[0])
}

// layRows lays out a group of rows. No cell reaches beyond it.
func (p *Page) layRows(g *Grid, group dom.ID) {
	g.ahead = g.ahead[:0]
	for row := p.doc.Node(group).First; row != 0; row = p.doc.Node(row).Next {
		p.step()
		if p.doc.Is(row, dom.TagTr) && !p.IsHidden(row) {
			p.layRow(g, row, p.doc.Is(group, dom.TagThead))
		}
	}
}

func (p *Page) layRow(g *Grid, id dom.ID, inHead bool) {
	d := p.doc
	if heading := p.membersHeading(id); heading != 0 && g.Caption == 0 && len(g.Rows) == 0 {
		g.Caption = heading
		return
	}
	row := GridRow{ID: id, inHead: inHead, Start: int32(len(g.Cells))}
	col := 0
	for c := d.Node(id).First; c != 0; c = d.Node(c).Next {
		p.step()
		if !d.Is(c, dom.TagTd) && !d.Is(c, dom.TagTh) || p.isRemoved(c) {
			continue
		}
		g.fill += fillPerCell
		for col < len(g.ahead) && g.ahead[col] > 0 {
			col++
		}
		hugepage.Push(p.watch, &g.Cells, GridCell{ID: c, Col: int32(col)})
		g.Columns = max(g.Columns, col+1)
		col += g.span(d, c, col)
	}
	if g.fill -= len(g.ahead); g.fill < 0 {
		g.ahead = g.ahead[:0]
	}
	for i := range g.ahead {
		g.ahead[i] = max(0, g.ahead[i]-1)
	}
	row.End = int32(len(g.Cells))
	hugepage.Push(p.watch, &g.Rows, row)
}

// span takes the places of a cell in its row and those below, and returns its width.
func (g *Grid) span(d *dom.Document, id dom.ID, col int) int {
	width, height := spanOf(d, id, dom.AttrColspan, 1, 1000), spanOf(d, id, dom.AttrRowspan, math.MaxInt32, 65534)
	if width > g.fill {
		width = 1
	}
	g.fill -= width
	if height > 1 || col < len(g.ahead) {
		for len(g.ahead) < col+width {
			g.ahead = append(g.ahead, 0)
		}
		for i := col; i < col+width; i++ {
			g.ahead[i] = int32(height)
		}
	}
	return width
}

// Spans returns how many columns and rows a cell takes.
func (p *Page) Spans(cell dom.ID) (columns, rows int) {
	return spanOf(p.doc, cell, dom.AttrColspan, 1, 1000), spanOf(p.doc, cell, dom.AttrRowspan, math.MaxInt32, 65534)
}

// Group is the part of the table that a row is in: no cell reaches beyond it.
func (p *Page) Group(row GridRow) dom.ID { return p.doc.Node(row.ID).Parent }

// spanOf reads the span of a cell. What zero stands for is given: for rows, all that are left of the group.
func spanOf(d *dom.Document, id dom.ID, name dom.AttrKey, zero, most int) int {
	value, ok := d.Attr(id, name)
	if !ok {
		return 1
	}
	switch n, err := strconv.Atoi(strings.TrimSpace(value)); {
	case err != nil || n < 0:
		return 1
	case n == 0:
		return zero
	default:
		return min(n, most)
	}
}

// isHeader reports whether a row heads the columns: it is in <thead>, or all that is in it is <th>.
func (g *Grid) isHeader(d *dom.Document, row GridRow) bool {
	if row.inHead {
		return true
	}
	heads := false
	for _, c := range g.Cells[row.Start:row.End] {
		if d.Is(c.ID, dom.TagTh) {
			heads = true
		} else if d.Node(c.ID).First != 0 {
			return false
		}
	}
	return heads
}

// HasTitles reports whether there are header cells in a grid.
func (p *Page) HasTitles(g *Grid) bool {
	for _, row := range g.Rows {
		for _, c := range g.Cells[row.Start:row.End] {
			p.step()
			if p.doc.Is(c.ID, dom.TagTh) {
				return true
			}
		}
	}
	return false
}

// HasHead reports whether a table begins with a head that has a header cell, if only an empty one.
func (p *Page) HasHead(table dom.ID) bool {
	head := p.firstElement(table)
	if head != 0 && p.doc.Is(head, dom.TagCaption) {
		head = p.nextElement(head)
	}
	if head == 0 || !p.doc.Is(head, dom.TagThead) {
		return false
	}
	row := p.firstElement(head)
	if row == 0 {
		return false
	}
	cell := p.firstElement(row)
	return cell != 0 && p.doc.Is(cell, dom.TagTh)
}

// Room is how many bytes there is room for in the grid.
func (g *Grid) Room() int {
	return hugepage.Room(g.Rows) + hugepage.Room(g.Cells) + hugepage.Room(g.Aligned) + hugepage.Room(g.held) + hugepage.Room(g.ahead)
}
