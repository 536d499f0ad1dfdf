package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// IsLayout reports whether a table only lays out a page: it says so, or it has no headers and one column or row, or holds what no table of
// data does, or it frames other tables. Those of Doxygen lay nothing out.
func (p *Page) IsLayout(table dom.ID) bool {
	switch strings.ToLower(p.doc.Value(table, dom.AttrRole)) {
	case "presentation", "none":
		return true
	}
	if p.isEquationTable(table) || strings.HasPrefix(p.doc.Value(table, dom.AttrSummary), "Navigation ") { // of DocBook
		return true
	}
	if p.IsOfMembers(table) {
		return false
	}
	columns, rows, rich := 0, 0, false
	for id := p.doc.Node(table).First; id != 0; {
		p.step()
		switch n := p.doc.Node(id); n.Tag {
		case dom.TagTh, dom.TagThead, dom.TagCaption:
			return p.framesTables(table)
		case dom.TagTr:
			rows++
			cells := 0
			for c := n.First; c != 0; c = p.doc.Node(c).Next {
				p.step()
				if p.doc.Is(c, dom.TagTd) || p.doc.Is(c, dom.TagTh) {
					cells++
				}
			}
			columns = max(columns, cells)
		case dom.TagTable:
			rich = true
			id = p.doc.FollowingSkipped(id, table)
			continue
		case dom.Unknown:
			rich = rich || p.IsElement(id) && p.Formulas.IsDisplayed(id)
		default:
			rich = rich || Of(n.Tag).Is(InLayout)
		}
		id = p.doc.Following(id, table)
	}
	return rich || columns <= 1 || rows == 1 && !p.IsOfData(table)
}

// IsOfData reports whether a table says that it is one of data, if it has but one row: of DocBook XSL and gtk-doc, or of Doxygen.
func (p *Page) IsOfData(table dom.ID) bool {
	return p.doc.Value(table, dom.AttrClass) == "informaltable" || p.IsOfMembers(table)
}

// framesTables reports whether a table that has titles only frames other tables: it holds some, and has one column.
func (p *Page) framesTables(table dom.ID) bool {
	holds := false
	for id := p.doc.Node(table).First; id != 0; {
		p.step()
		switch p.doc.Node(id).Tag {
		case dom.TagTable:
			holds = true
			id = p.doc.FollowingSkipped(id, table)
			continue
		case dom.TagTd, dom.TagTh:
			if p.hasCellAfter(id) {
				return false
			}
		}
		id = p.doc.Following(id, table)
	}
	return holds
}

func (p *Page) hasCellAfter(id dom.ID) bool {
	for c := p.doc.Node(id).Next; c != 0; c = p.doc.Node(c).Next {
		p.step()
		if p.doc.Is(c, dom.TagTd) || p.doc.Is(c, dom.TagTh) {
			return true
		}
	}
	return false
}

// HasFootFirst reports whether a table has its foot before other rows.
func (p *Page) HasFootFirst(table dom.ID) bool {
	foot := false
	for c := p.doc.Node(table).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		switch p.doc.Node(c).Tag {
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
