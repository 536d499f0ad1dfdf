package page

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// boxTables are the classes of boxes whose children are the cells of a table, one after the other, and how many make a row: of Javadoc
// since JDK 16.
// https://github.com/openjdk/jdk/blob/master/src/jdk.javadoc/share/classes/jdk/javadoc/internal/doclets/formats/html/Table.java
var boxTables = map[string]int{
	"two-column-summary": 2, "three-column-summary": 3, "four-column-summary": 4,
	"two-column-release-summary": 2, "three-column-release-summary": 3,
}

// IsBoxTable reports whether an element is a box whose children are the cells of a table.
func (p *Page) IsBoxTable(id dom.ID) bool {
	return p.doc.Is(id, dom.TagDiv) && p.doc.Node(id).Traits&dom.HasKnownClass != 0 && p.saysClass(id, boxTableClass)
}

// LayOutBoxes lays out the cells in a box as the rows of a table. The first row is the header if its cells say so.
func (p *Page) LayOutBoxes(g *Grid, box dom.ID) {
	*g = Grid{Rows: g.Rows[:0], Cells: g.Cells[:0], Aligned: g.Aligned[:0], held: g.held[:0], ahead: g.ahead[:0]}
	for class := range strings.FieldsSeq(p.doc.Value(box, dom.AttrClass)) {
		g.Columns = max(g.Columns, boxTables[class])
	}
	col := 0
	for c := p.doc.Node(box).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		if !p.IsElement(c) || p.isRemoved(c) {
			continue
		}
		if col == 0 {
			start := int32(len(g.Cells))
			hugepage.Push(p.watch, &g.Rows, GridRow{ID: box, Start: start, End: start})
		}
		hugepage.Push(p.watch, &g.Cells, GridCell{ID: c, Col: int32(col)})
		g.Rows[len(g.Rows)-1].End++
		col = (col + 1) % g.Columns
	}
	g.Header = len(g.Cells) > 0 && strings.HasPrefix(p.doc.Value(g.Cells[0].ID, dom.AttrClass), "table-header")
}
