package markdown

import (
	"bytes"
	"strings"

	"tidemark/core/internal/dom"
)

// table renders <table>.
func (r *Renderer) table(id dom.ID) leaving {
	r.boundary()
	switch {
	case r.phrasing != blocks:
		return inside | endsBox
	case r.settings.TableMode == HTML && !r.settings.DropHTML:
		r.writeHTMLTable(id)
	case !r.settings.Tables || r.settings.TableMode == Auto && r.isLayout(id):
		return inside | endsBox
	default:
		return r.writeTable(id)
	}
	return rendered
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
// no cell of a GFM table can.
func (r *Renderer) isLayout(table dom.ID) bool {
	switch strings.ToLower(r.doc.Value(table, dom.AttrRole)) {
	case "presentation", "none":
		return true
	}
	if r.isEquationTable(table) {
		return true
	}
	columns, rows, rich, lists := 0, 0, false, false
	for id := r.doc.Node(table).First; id != 0; {
		switch n := r.doc.Node(id); n.Tag {
		case dom.TagTh, dom.TagThead, dom.TagCaption:
			return false
		case dom.TagTr:
			rows++
			cells := 0
			for c := n.First; c != 0; c = r.doc.Node(c).Next {
				if r.doc.Is(c, dom.TagTd) || r.doc.Is(c, dom.TagTh) {
					cells++
				}
			}
			columns = max(columns, cells)
		case dom.TagTable:
			rich = true
			id = r.doc.FollowingSkipped(id, table)
			continue
		case dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6, dom.TagPre, dom.TagBlockquote, dom.TagHr, dom.TagForm:
			rich = true
		case dom.TagUl, dom.TagOl, dom.TagP, dom.TagDl:
			lists = true
		case dom.Unknown:
			rich = rich || r.isElement(id) && r.isDisplayed(id)
		}
		id = r.doc.Following(id, table)
	}
	return rich || columns <= 1 || rows == 1 && lists
}

// writeTable writes a table of GFM. One that has no header row gets an empty one.
// https://github.github.com/gfm/#tables-extension-
func (r *Renderer) writeTable(table dom.ID) leaving {
	// Cells hold no tables, so one grid is enough.
	g := &r.grid
	r.layGrid(table)
	if g.caption != 0 {
		r.children(g.caption)
		r.flush()
	}
	if g.columns == 0 {
		return inside | endsBox
	}
	r.w.open(tableBlock)
	body := g.rows
	if g.header {
		r.writeRow(g.rows[0], g.columns)
		body = body[1:]
	} else {
		r.writeRow(gridRow{}, g.columns)
	}
	r.w.newLine()
	r.writeDelimiterRow()
	for _, row := range body {
		if r.stopped() {
			return rendered
		}
		r.w.newLine()
		r.writeRow(row, 1)
	}
	r.newRun()
	return rendered
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
func (r *Renderer) writeCell(id dom.ID) {
	if r.hidden(id) {
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

func (r *Renderer) writeDelimiterRow() {
	g := &r.grid
	aligned := g.cells[g.rows[0].start:g.rows[0].end]
	if !g.header {
		aligned = g.longestRow()
	}
	r.w.text("|")
	for col := range g.columns {
		for len(aligned) > 0 && int(aligned[0].col) < col {
			aligned = aligned[1:]
		}
		text := " --- |"
		if len(aligned) > 0 && int(aligned[0].col) == col {
			switch r.alignment(aligned[0].id) {
			case "left":
				text = " :-- |"
			case "center":
				text = " :-: |"
			case "right":
				text = " --: |"
			}
		}
		r.w.text(text)
	}
}

func (g *grid) longestRow() []cell {
	longest := g.rows[0]
	for _, row := range g.rows {
		if row.end-row.start > longest.end-longest.start {
			longest = row
		}
	}
	return g.cells[longest.start:longest.end]
}

// alignment is how a cell says that its column is aligned.
func (r *Renderer) alignment(id dom.ID) string {
	align := styleValue(r.doc.Value(id, dom.AttrStyle), "text-align")
	if align == "" {
		align = strings.TrimSpace(r.doc.Value(id, dom.AttrAlign))
	}
	align = strings.ToLower(align)
	switch align {
	case "start":
		return "left"
	case "end":
		return "right"
	}
	return align
}
