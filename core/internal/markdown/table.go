package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/page"
)

// table renders <table>.
func (r *Renderer) table(id dom.ID) step {
	r.boundary()
	switch {
	case r.page.IsCodeTable(id):
		return r.codeBlock(id)
	case r.phrasing != blocks, r.page.HasFootnoteBlocks() && r.page.IsFootnoteTable(id):
		return r.unwrapTable(id)
	case r.page.IsCalloutList(id):
		return r.beginWay(inCallouts, 0)
	case r.settings.TableMode == HTML && !r.settings.DropHTML:
		r.recordBlock(id)
		r.w.open(htmlBlock)
		r.w.html(&r.html, r.doc, &r.page, id)
	case r.settings.TableMode == Auto && r.page.IsSignature(id):
		return r.signature(id)
	case !r.settings.Tables || r.settings.TableMode == Auto && r.page.IsLayout(id):
		return r.unwrapTable(id)
	default:
		return r.writeTable(id)
	}
	return done
}

// writesGrid reports whether a table that is none to HTML may be written as one here.
func (r *Renderer) writesGrid() bool {
	return r.phrasing == blocks && r.settings.Tables && r.settings.TableMode == Auto
}

// boxTable writes a table whose cells are boxes.
func (r *Renderer) boxTable(id dom.ID) step {
	r.boundary()
	r.page.LayOutBoxes(&r.grid, id)
	r.writeGrid(id)
	return done
}

// roleTable writes a table that is made of roles, and has been laid out.
func (r *Renderer) roleTable(id dom.ID) step {
	caption := r.grid.Caption
	r.boundary()
	if caption != 0 {
		return r.beginWay(inCaption, caption)
	}
	r.writeGrid(id)
	return done
}

// isLaidOut reports whether what is left of a table without its empty rows and columns is one row or column without headers, which only
// lays out what is in it. A head without text is that of a table of data, as Markdown has it.
func (r *Renderer) isLaidOut(table dom.ID) bool {
	g := &r.grid
	return r.settings.TableMode == Auto && !g.Header && g.Caption == 0 && (g.Columns == 1 || len(g.Rows) == 1) &&
		!r.page.IsOfData(table) && !r.page.HasTitles(g) && !r.page.HasHead(table)
}

// signature renders a declaration that a table lays out: in one line.
//
//tidemark:recurses once: in a line tables are no tables
func (r *Renderer) signature(table dom.ID) step {
	r.phrasing = oneLine
	r.children(table)
	r.phrasing = blocks
	r.flush()
	return done
}

// unwrapTable renders what is in a table as if there was none. The rows of its foot are shown at the end, wherever they stand.
func (r *Renderer) unwrapTable(id dom.ID) step {
	if !r.page.HasFootFirst(id) {
		return descend | endsBox
	}
	return r.beginWay(inBody, 0)
}

// stepParts goes on in a table whose foot is shown at the end, after the child that it is at.
func (r *Renderer) stepParts(e openElement, at *dom.ID) (next dom.ID, goesOn bool) {
	c := r.doc.Node(e.id).First
	if *at != 0 {
		c = r.doc.Node(*at).Next
	}
	for ; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		if r.doc.Is(c, dom.TagTfoot) == (e.step == inFoot) {
			*at = c
			return c, true
		}
	}
	if e.step == inBody {
		r.openElements[len(r.openElements)-1].step, *at = inFoot, 0
		return 0, true
	}
	r.boundary()
	return 0, false
}

// flatCell renders a cell of a table that is no grid: as blocks, or a word apart from the one before where there is room for
// inline content only.
func (r *Renderer) flatCell(id dom.ID) step {
	if r.phrasing == blocks {
		return r.box(id)
	}
	r.inline.AddSpace()
	return descend | endsSpace
}

// writeTable writes a table of GFM. One that has no header row gets an empty one.
// https://github.github.com/gfm/#tables-extension-
func (r *Renderer) writeTable(table dom.ID) step {
	g := &r.grid
	r.page.LayOut(g, table)
	switch {
	case g.Columns == 0 && g.Caption == 0, r.isLaidOut(table):
		return r.unwrapTable(table)
	case g.Caption != 0:
		return r.beginWay(inCaption, g.Caption)
	}
	r.writeGrid(table)
	return done
}

// stepCaption renders the caption of a table that it is at, and then the table.
func (r *Renderer) stepCaption(table dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	if caption := *at; caption != 0 {
		*at = 0
		if !r.isPlaced(caption) {
			r.enter(caption, descend)
		}
		return 0, true
	}
	r.flush()
	if r.doc.Is(table, dom.TagTable) { // again: there may have been a table in the caption
		r.page.LayOut(&r.grid, table)
	} else {
		r.page.LayOutRoles(&r.grid, table)
	}
	r.writeGrid(table)
	return 0, false
}

// writeGrid writes the table that has been laid out. Cells hold no tables, so one grid is enough.
func (r *Renderer) writeGrid(table dom.ID) {
	g := &r.grid
	if g.Columns == 0 {
		return
	}
	switch r.settings.HeaderRow {
	case FirstRow:
		g.Header = true
	case EmptyRow:
		g.Header = false
	}
	r.recordBlock(table)
	if r.settings.Plain {
		r.plainGrid(g)
		return
	}
	r.w.open(tableBlock)
	body := g.Rows
	if g.Header {
		r.inHeader = true
		r.writeRow(g, g.Rows[0], g.Columns)
		r.inHeader = false
		body = body[1:]
	} else {
		r.writeRow(g, page.GridRow{}, g.Columns)
	}
	r.w.newLine()
	r.writeDelimiterRow(table, g)
	for _, row := range body {
		if r.stopped() {
			return
		}
		r.w.newLine()
		r.writeRow(g, row, 1)
	}
	r.inline.NewRun()
	r.writeNotes()
}

// writeRow writes a row of at least so many cells; renderers add what a row lacks.
func (r *Renderer) writeRow(g *page.Grid, row page.GridRow, columns int) {
	span := r.beginRow(g, row)
	r.w.text("|")
	col := 0
	for _, c := range g.Cells[row.Start:row.End] {
		if r.stopped() {
			return
		}
		for ; col < int(c.Col); col++ {
			r.w.text("  |")
		}
		r.w.text(" ")
		span := r.beginSpan(outline.Cell, c.ID)
		r.writeCell(c.ID)
		r.endSpan(span)
		r.w.text(" |")
		col++
	}
	for ; col < columns; col++ {
		r.w.text("  |")
	}
	r.endSpan(span)
}

// writeCell writes what is in a cell on one line.
//
//tidemark:recurses once: in a cell other tables are no tables
func (r *Renderer) writeCell(id dom.ID) {
	if r.page.IsHidden(id) { // Hidden, but it still occupies a column.
		return
	}
	r.inline.NewRun()
	r.phrasing = cellLines
	how := r.styleOfCell(id)
	if !r.isPlaced(id) {
		r.children(id)
	}
	r.end(id, how)
	r.phrasing = blocks
	if !r.inline.Finish() {
		return
	}
	r.writeRun(inline.CellLine, false)
}

var delimiterCells = [...]string{page.Unaligned: " --- |", page.AlignedLeft: " :-- |", page.AlignedCenter: " :-: |", page.AlignedRight: " --: |"}

func (r *Renderer) writeDelimiterRow(table dom.ID, g *page.Grid) {
	r.page.AlignColumns(g, table)
	r.w.text("|")
	for _, c := range g.Aligned {
		if r.stopped() {
			return
		}
		r.w.text(delimiterCells[c.Alignment()])
	}
}
