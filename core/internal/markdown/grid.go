package markdown

import (
	"math"
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// cell is a place in the grid of a table.
type cell struct {
	id  dom.ID // 0 where there is none
	row int32
	col int32
}

// grid is a table with its cells laid out in rows and columns.
// https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
type grid struct {
	rows    []gridRow
	cells   []cell
	columns int
	header  bool // the first row is the header
	caption dom.ID
	aligned []column

	ahead []int32 // by column: so many rows more are taken by a cell from above
	fill  int     // so many places may yet be taken by spans
}

type gridRow struct {
	id         dom.ID
	inHead     bool
	start, end int32 // in grid.cells
}

// Spans may take so many places for each cell there is, and some to spare, so that no table grows out of all proportion. A
// span beyond that is taken for one place.
const (
	fillPerCell = 8
	spareFill   = 4096
)

// layGrid lays out the rows of a table that can be seen.
func (r *Renderer) layGrid(table dom.ID) {
	g, d := &r.grid, r.doc
	*g = grid{rows: g.rows[:0], cells: g.cells[:0], aligned: g.aligned[:0], ahead: g.ahead[:0], fill: spareFill}
	foot := dom.ID(0)
	for c := d.Node(table).First; c != 0; c = d.Node(c).Next {
		if r.stopped() {
			return
		}
		if r.unseen(c) {
			continue
		}
		switch d.Node(c).Tag {
		case dom.TagCaption:
			if g.caption == 0 {
				g.caption = c
			}
		case dom.TagThead, dom.TagTbody:
			r.layRows(c)
		case dom.TagTfoot:
			if foot == 0 {
				foot = c
			}
		case dom.TagTr:
			r.layRow(c, false)
		}
	}
	for c := foot; c != 0 && !r.stopped(); c = d.Node(c).Next { // Wherever they stand, they are shown at the end.
		if d.Is(c, dom.TagTfoot) && !r.unseen(c) {
			r.layRows(c)
		}
	}
	g.header = len(g.rows) > 0 && g.isHeader(d, g.rows[0])
}

// layRows lays out a group of rows. No cell reaches beyond it.
func (r *Renderer) layRows(group dom.ID) {
	r.grid.ahead = r.grid.ahead[:0]
	for row := r.doc.Node(group).First; row != 0 && !r.stopped(); row = r.doc.Node(row).Next {
		if r.doc.Is(row, dom.TagTr) && !r.hidden(row) {
			r.layRow(row, r.doc.Is(group, dom.TagThead))
		}
	}
}

func (r *Renderer) layRow(id dom.ID, inHead bool) {
	g, d := &r.grid, r.doc
	row := gridRow{id: id, inHead: inHead, start: int32(len(g.cells))}
	col := 0
	for c := d.Node(id).First; c != 0 && !r.stopped(); c = d.Node(c).Next {
		if !d.Is(c, dom.TagTd) && !d.Is(c, dom.TagTh) || r.isRemoved(c) {
			continue
		}
		g.fill += fillPerCell
		for col < len(g.ahead) && g.ahead[col] > 0 {
			col++
		}
		g.cells = hugepage.Push(&r.watch, g.cells, cell{id: c, row: int32(len(g.rows)), col: int32(col)})
		g.columns = max(g.columns, col+1)
		col += g.span(d, c, col)
	}
	if g.fill -= len(g.ahead); g.fill < 0 {
		g.ahead = g.ahead[:0]
	}
	for i := range g.ahead {
		g.ahead[i] = max(0, g.ahead[i]-1)
	}
	row.end = int32(len(g.cells))
	g.rows = hugepage.Push(&r.watch, g.rows, row)
}

// span takes the places of a cell in its row and those below, and gives its width.
func (g *grid) span(d *dom.Document, id dom.ID, col int) int {
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

// isHeader tells of a row that heads the columns: it is in <thead>, or all that is in it is <th>.
func (g *grid) isHeader(d *dom.Document, row gridRow) bool {
	if row.inHead {
		return true
	}
	heads := false
	for _, c := range g.cells[row.start:row.end] {
		if d.Is(c.id, dom.TagTh) {
			heads = true
		} else if d.Node(c.id).First != 0 {
			return false
		}
	}
	return heads
}
