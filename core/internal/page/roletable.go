package page

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// tablePart is the part of a table that an element is by its role.
type tablePart uint8

const (
	noTablePart tablePart = iota
	wholeTable
	tableCaption
	tableRow
	tableCell
	tableTitle // a cell that heads others
)

// tableParts are the roles of elements that stand for a table, as Angular Material, React Aria, TanStack's examples and AG Grid write it.
// https://www.w3.org/TR/wai-aria-1.2/#table
var tableParts = map[string]tablePart{
	"table": wholeTable, "grid": wholeTable, "treegrid": wholeTable,
	"caption": tableCaption, "row": tableRow, "cell": tableCell, "gridcell": tableCell, "columnheader": tableTitle, "rowheader": tableTitle,
}

func (p *Page) tablePart(id dom.ID) tablePart {
	if p.doc.Node(id).Traits&dom.HasPurpose == 0 {
		return noTablePart
	}
	return tableParts[p.doc.Value(id, dom.AttrRole)]
}

// IsRoleTable reports whether a box says by its role that it is a table.
func (p *Page) IsRoleTable(id dom.ID) bool {
	n := p.doc.Node(id)
	return n.Traits&dom.HasPurpose != 0 && (n.Tag == dom.TagDiv || n.Tag == dom.Unknown) && p.tablePart(id) == wholeTable
}

// LayOutRoles lays out a table made of roles, and reports whether it is one of data: it has rows and columns, all that is seen is in its cells, and
// nothing there is of a kind that lays out a page. A table in it ends the search, so that none is looked at for each one around it.
func (p *Page) LayOutRoles(g *Grid, table dom.ID) bool {
	*g = Grid{Rows: g.Rows[:0], Cells: g.Cells[:0], Aligned: g.Aligned[:0], held: g.held[:0], ahead: g.ahead[:0]}
	titles, row, cell := 0, dom.ID(0), dom.ID(0) // those that end at these nodes
	for id := p.doc.Following(table, table); id != 0; {
		p.step()
		if id == row {
			row = 0
		}
		if id == cell {
			cell = 0
		}
		n := p.doc.Node(id)
		if n.Kind != dom.KindElement {
			if cell == 0 && n.Kind == dom.KindText && !p.doc.IsBlank(id) {
				return false
			}
			id = p.doc.Following(id, table)
			continue
		}
		part := p.tablePart(id)
		switch {
		case n.Tag == dom.TagTable, part == wholeTable, Of(n.Tag).Is(InLayout):
			return false
		case cell != 0:
		case p.IsUnseen(id):
			id = p.doc.FollowingSkipped(id, table)
			continue
		case part == tableCaption && len(g.Rows) == 0 && g.Caption == 0:
			g.Caption = id
			id = p.doc.FollowingSkipped(id, table)
			continue
		case part == tableRow:
			start := int32(len(g.Cells))
			hugepage.Push(p.watch, &g.Rows, GridRow{ID: id, Start: start, End: start})
			row = p.after(id, table)
		case part >= tableCell && row != 0:
			last := &g.Rows[len(g.Rows)-1]
			hugepage.Push(p.watch, &g.Cells, GridCell{ID: id, Col: last.End - last.Start})
			last.End++
			g.Columns = max(g.Columns, int(last.End-last.Start))
			if part == tableTitle && len(g.Rows) == 1 {
				titles++
			}
			cell = p.after(id, table)
		case n.Tag == dom.TagImg:
			return false
		}
		id = p.doc.Following(id, table)
	}
	if len(g.Rows) < 2 || g.Columns < 2 {
		return false
	}
	g.Header = titles > 0 && titles == int(g.Rows[0].End)
	p.prune(g)
	return len(g.Rows) > 0 && g.Columns > 0
}

// after returns the node that follows all that is in an element, or one that none is where nothing does.
func (p *Page) after(id, root dom.ID) dom.ID {
	if next := p.doc.FollowingSkipped(id, root); next != 0 {
		return next
	}
	return noNode
}

// noNode stands for what is never met.
const noNode dom.ID = -1
