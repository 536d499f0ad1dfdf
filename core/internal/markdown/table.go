package markdown

import (
	"bytes"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// table renders <table>.
func (r *Renderer) table(id dom.ID) leaving {
	r.boundary()
	switch {
	case r.phrasing != blocks:
		return r.unwrapTable(id)
	case r.settings.TableMode == HTML && !r.settings.DropHTML:
		r.writeHTMLTable(id)
	case !r.settings.Tables || r.settings.TableMode == Auto && r.isLayout(id):
		return r.unwrapTable(id)
	default:
		return r.writeTable(id)
	}
	return rendered
}

// unwrapTable renders what is in a table as if there was none. The rows of its foot are shown at the end, wherever they stand.
func (r *Renderer) unwrapTable(id dom.ID) leaving {
	if !r.hasFootAbove(id) {
		return inside | endsBox
	}
	return r.beginWay(inBody, 0)
}

// stepParts goes on in a table whose foot is shown at the end, behind the child that it is at.
func (r *Renderer) stepParts(e entered, at *dom.ID) (next dom.ID, goesOn bool) {
	c := r.doc.Node(e.id).First
	if *at != 0 {
		c = r.doc.Node(*at).Next
	}
	for ; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		if r.doc.Is(c, dom.TagTfoot) == (e.leaving == inFoot) {
			*at = c
			return c, true
		}
	}
	if e.leaving == inBody {
		r.entered[len(r.entered)-1].leaving, *at = inFoot, 0
		return 0, true
	}
	r.boundary()
	return 0, false
}

// hasFootAbove tells of a table that has its foot before other rows.
func (r *Renderer) hasFootAbove(table dom.ID) bool {
	foot := false
	for c := r.doc.Node(table).First; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		switch r.doc.Node(c).Tag {
		case dom.TagTfoot:
			foot = true
		case dom.TagThead, dom.TagTbody, dom.TagTr:
			if foot {
				return true
			}
		}
	}
	return false
}

// flatCell renders a cell of a table that is no grid: as blocks, or a word apart from the one before where there is room for
// inline content only.
func (r *Renderer) flatCell(id dom.ID) leaving {
	if r.phrasing == blocks {
		return r.box(id)
	}
	r.run.addSpace()
	return inside | endsSpace
}

// isLayout tells of a table that only lays out a page: it says so, or it has no headers and one column or row, or holds what
// no cell of a GFM table can, or it frames other tables.
func (r *Renderer) isLayout(table dom.ID) bool {
	switch strings.ToLower(r.doc.Value(table, dom.AttrRole)) {
	case "presentation", "none":
		return true
	}
	if r.isEquationTable(table) {
		return true
	}
	columns, rows, rich, lists := 0, 0, false, false
	for id := r.doc.Node(table).First; id != 0 && !r.stopped(); {
		switch n := r.doc.Node(id); n.Tag {
		case dom.TagTh, dom.TagThead, dom.TagCaption:
			return r.framesTables(table)
		case dom.TagTr:
			rows++
			cells := 0
			for c := n.First; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
				if r.doc.Is(c, dom.TagTd) || r.doc.Is(c, dom.TagTh) {
					cells++
				}
			}
			columns = max(columns, cells)
		case dom.TagTable:
			rich = true
			id = r.doc.FollowingSkipped(id, table)
			continue
		case dom.Unknown:
			rich = rich || r.isElement(id) && r.isDisplayed(id)
		default:
			e := page.Of(n.Tag)
			rich, lists = rich || e.Is(page.InLayout), lists || e.Is(page.InLayoutRow)
		}
		id = r.doc.Following(id, table)
	}
	return rich || columns <= 1 || rows == 1 && lists
}

// framesTables tells of a table that has titles, but only frames other tables: it holds some, and has one column.
func (r *Renderer) framesTables(table dom.ID) bool {
	holds := false
	for id := r.doc.Node(table).First; id != 0 && !r.stopped(); {
		switch r.doc.Node(id).Tag {
		case dom.TagTable:
			holds = true
			id = r.doc.FollowingSkipped(id, table)
			continue
		case dom.TagTd, dom.TagTh:
			if r.hasCellBehind(id) {
				return false
			}
		}
		id = r.doc.Following(id, table)
	}
	return holds
}

func (r *Renderer) hasCellBehind(id dom.ID) bool {
	for c := r.doc.Node(id).Next; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		if r.doc.Is(c, dom.TagTd) || r.doc.Is(c, dom.TagTh) {
			return true
		}
	}
	return false
}

// writeTable writes a table of GFM. One that has no header row gets an empty one.
// https://github.github.com/gfm/#tables-extension-
func (r *Renderer) writeTable(table dom.ID) leaving {
	r.layGrid(table)
	switch {
	case r.grid.columns == 0:
		return r.unwrapTable(table)
	case r.grid.caption != 0:
		return r.beginWay(inCaption, r.grid.caption)
	}
	r.writeGrid(table)
	return rendered
}

// stepCaption renders the caption of a table that it is at, and then the table.
func (r *Renderer) stepCaption(table dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	if caption := *at; caption != 0 {
		*at = 0
		r.enter(caption, inside)
		return 0, true
	}
	r.flush()
	r.layGrid(table) // again: there may have been a table in the caption
	r.writeGrid(table)
	return 0, false
}

// writeGrid writes the table that has been laid out. Cells hold no tables, so one grid is enough.
func (r *Renderer) writeGrid(table dom.ID) {
	g := &r.grid
	r.w.open(tableBlock)
	body := g.rows
	if g.header {
		r.writeRow(g.rows[0], g.columns)
		body = body[1:]
	} else {
		r.writeRow(gridRow{}, g.columns)
	}
	r.w.newLine()
	r.writeDelimiterRow(table)
	for _, row := range body {
		if r.stopped() {
			return
		}
		r.w.newLine()
		r.writeRow(row, 1)
	}
	r.newRun()
}

// writeRow writes a row of at least so many cells; renderers add what a row lacks.
func (r *Renderer) writeRow(row gridRow, columns int) {
	r.w.text("|")
	col := 0
	for _, c := range r.grid.cells[row.start:row.end] {
		if r.stopped() {
			return
		}
		for ; col < int(c.col); col++ {
			r.w.text("  |")
		}
		r.w.text(" ")
		r.writeCell(c.id)
		r.w.text(" |")
		col++
	}
	for ; col < columns; col++ {
		r.w.text("  |")
	}
}

// writeCell writes what is in a cell on one line.
//
//tidemark:recurses once: in a cell other tables are no tables
func (r *Renderer) writeCell(id dom.ID) {
	if r.hidden(id) { // But it has its place.
		return
	}
	r.newRun()
	r.phrasing = cellLines
	r.children(id)
	r.phrasing = blocks
	if !r.finishRun() {
		return
	}
	start := len(r.w.out)
	r.writeRun(cellLine)
	r.escapePipes(start)
}

// escapePipes escapes what would end the cell. A renderer takes these escapes away before it reads the cell, so that they
// hold in code, too.
func (r *Renderer) escapePipes(start int) {
	pipes := bytes.Count(r.w.out[start:], []byte("|"))
	if pipes == 0 {
		return
	}
	from := len(r.w.out)
	r.w.out = append(r.w.out, make([]byte, pipes)...)
	for to := len(r.w.out); from > start; {
		from--
		to--
		c := r.w.out[from]
		r.w.out[to] = c
		if c == '|' {
			to--
			r.w.out[to] = '\\'
		}
	}
}

func (r *Renderer) writeDelimiterRow(table dom.ID) {
	r.alignColumns(table)
	r.w.text("|")
	for _, c := range r.grid.aligned {
		if r.stopped() {
			return
		}
		r.w.text(delimiterCells[c.alignment()])
	}
}
