package markdown

import (
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
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
	*g = grid{rows: g.rows[:0], cells: g.cells[:0], ahead: g.ahead[:0], fill: spareFill}
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
		case dom.TagThead, dom.TagTbody, dom.TagTfoot:
			g.ahead = g.ahead[:0] // No cell reaches beyond its group of rows.
			for row := d.Node(c).First; row != 0; row = d.Node(row).Next {
				if d.Is(row, dom.TagTr) && !r.hidden(row) {
					g.layRow(d, row, d.Is(c, dom.TagThead))
				}
			}
		case dom.TagTr:
			g.layRow(d, c, false)
		}
	}
	g.header = len(g.rows) > 0 && g.isHeader(d, g.rows[0])
}

func (g *grid) layRow(d *dom.Document, row dom.ID, inHead bool) {
	r := gridRow{id: row, inHead: inHead, start: int32(len(g.cells))}
	col := 0
	for c := d.Node(row).First; c != 0; c = d.Node(c).Next {
		if !d.Is(c, dom.TagTd) && !d.Is(c, dom.TagTh) {
			continue
		}
		g.fill += fillPerCell
		for col < len(g.ahead) && g.ahead[col] > 0 {
			col++
		}
		g.cells = append(g.cells, cell{id: c, row: int32(len(g.rows)), col: int32(col)})
		g.columns = max(g.columns, col+1)
		col += g.span(d, c, col)
	}
	if g.fill -= len(g.ahead); g.fill < 0 {
		g.ahead = g.ahead[:0]
	}
	for i := range g.ahead {
		g.ahead[i] = max(0, g.ahead[i]-1)
	}
	r.end = int32(len(g.cells))
	g.rows = append(g.rows, r)
}

// span takes the places of a cell in its row and those below, and gives its width.
func (g *grid) span(d *dom.Document, id dom.ID, col int) int {
	width, height := spanOf(d, id, dom.AttrColspan, 1000), spanOf(d, id, dom.AttrRowspan, 65534)
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

func spanOf(d *dom.Document, id dom.ID, name dom.AttrKey, most int) int {
	value, ok := d.Attr(id, name)
	if !ok {
		return 1
	}
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, most)
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
