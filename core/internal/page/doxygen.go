package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// memberTables are the classes of the tables in which Doxygen lists members, parameters, values and files.
// https://github.com/doxygen/doxygen/blob/master/src/htmlgen.cpp
var memberTables = [...]string{"memberdecls", "params", "retval", "exception", "tparams", "fieldtable", "directory", "doxtable"}

// IsOfMembers reports whether a table is one of data of Doxygen.
func (p *Page) IsOfMembers(table dom.ID) bool {
	if p.doc.Node(table).Traits&dom.HasClass == 0 {
		return false
	}
	class, _, _ := strings.Cut(p.doc.Value(table, dom.AttrClass), " ")
	for _, c := range memberTables {
		if class == c {
			return true
		}
	}
	return false
}

// membersHeading returns the cell of a row that heads all of a table of members, or 0.
func (p *Page) membersHeading(row dom.ID) dom.ID {
	if p.doc.Node(row).Traits&dom.HasClass == 0 || p.doc.Value(row, dom.AttrClass) != "heading" {
		return 0
	}
	table := p.doc.Node(row).Parent
	if !p.doc.Is(table, dom.TagTable) {
		table = p.doc.Node(table).Parent
	}
	if !p.IsOfMembers(table) {
		return 0
	}
	return p.firstCell(row)
}

// IsSignature reports whether a table lays out the parts of a declaration in Doxygen.
func (p *Page) IsSignature(table dom.ID) bool {
	return p.doc.Node(table).Traits&dom.HasClass != 0 && p.doc.Value(table, dom.AttrClass) == "memname"
}
