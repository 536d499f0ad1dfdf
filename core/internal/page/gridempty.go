package page

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/formula"
)

// prune takes the rows and columns out of a grid that are empty throughout.
func (p *Page) prune(g *Grid) {
	g.held = g.held[:0]
	for range g.Columns {
		g.held = append(g.held, false)
	}
	columns, empty := 0, 0
rows:
	for i := range g.Rows {
		row := &g.Rows[i]
		for _, c := range g.Cells[row.Start:row.End] {
			p.step()
			switch {
			case row.held && columns == g.Columns: // as mostly
				continue rows
			case row.held && g.held[c.Col]:
			case p.showsNothing(c.ID):
			default:
				if row.held = true; !g.held[c.Col] {
					g.held[c.Col] = true
					columns++
				}
			}
		}
		if !row.held {
			empty++
		}
	}
	if empty > 0 {
		g.dropRows()
	}
	if columns < g.Columns {
		p.dropColumns(g, columns)
	}
}

func (g *Grid) dropRows() {
	held := g.Rows[:0]
	for _, row := range g.Rows {
		if row.held {
			held = append(held, row)
		}
	}
	g.Rows = held
}

func (p *Page) dropColumns(g *Grid, columns int) {
	g.ahead = g.ahead[:0] // by column: where it stands among those that are left
	at := int32(0)
	for _, held := range g.held {
		p.step()
		g.ahead = append(g.ahead, at)
		if held {
			at++
		}
	}
	for i := range g.Rows {
		row := &g.Rows[i]
		end := row.Start
		for _, c := range g.Cells[row.Start:row.End] {
			p.step()
			if g.held[c.Col] {
				g.Cells[end] = GridCell{ID: c.ID, Col: g.ahead[c.Col]}
				end++
			}
		}
		row.End = end
	}
	g.Columns = columns
}

// showsNothing reports whether it is sure that there is nothing to be seen in a cell.
func (p *Page) showsNothing(cell dom.ID) bool {
	if p.IsHidden(cell) {
		return true
	}
	for id := p.doc.Following(cell, cell); id != 0; {
		p.step()
		n := p.doc.Node(id)
		switch {
		case n.Kind == dom.KindText:
			if p.showsText(p.doc.Text(id)) {
				return false
			}
		case n.Kind != dom.KindElement:
		case n.Tag != dom.TagImg && p.Formulas.MayBeFormula(id) && p.FormulaOf(id).Source != formula.None:
			return false
		case p.IsUnseen(id):
			id = p.doc.FollowingSkipped(id, cell)
			continue
		case n.Namespace != dom.HTML, !holdsOnly(n):
			return false
		}
		id = p.doc.Following(id, cell)
	}
	return true
}

// holdsOnly reports whether an element shows no more than what is in it.
func holdsOnly(n *dom.Node) bool {
	switch Of(n.Tag).Role {
	case NoRole, Box, AlertBox, Paragraph, Row, Cell, Table, LineBreak, Emphasis, Strong:
		return true
	case Link:
		return n.Traits&dom.HasHref == 0
	}
	return false
}
