package page

import (
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
)

// flatItems are what the classes of the items of a list begin with where all levels are in one list: Quill, formats/indent.ts.
var flatItems = map[string]bool{"ql-indent-*": true}

// IsFlatList reports whether the items of a list say themselves on which level they are, or of which kind: Quill 1 and 2.
func (p *Page) IsFlatList(list dom.ID) bool {
	for c := p.doc.Node(list).First; c != 0; c = p.doc.Node(c).Next {
		n := p.doc.Node(c)
		if n.Traits&dom.HasKnownClass != 0 && n.Tag == dom.TagLi && p.saysClass(c, flatItemClass) {
			return true
		}
		if n.Traits&dom.HasOther != 0 && n.Tag == dom.TagLi {
			if _, ok := p.doc.Named(c, "data-list"); ok {
				return true
			}
		}
	}
	return false
}

// FlatItem returns what an item of such a list says.
func (p *Page) FlatItem(li dom.ID, list dom.ID) (part ListPart) {
	part.Ordered, part.Depth = p.IsOrdered(list), PointsPerLevel
	if kind, ok := p.doc.Named(li, "data-list"); ok { // formats/list.ts of Quill 2
		part.Ordered = kind == "ordered"
		if strings.HasSuffix(kind, "checked") {
			part.Task = taskIf(kind == "checked")
		}
	}
	for class := range strings.FieldsSeq(p.doc.Value(li, dom.AttrClass)) {
		if level, ok := strings.CutPrefix(class, "ql-indent-"); ok {
			part.Depth = (min(max(levelIn(level), 0), deepest-1) + 1) * PointsPerLevel
		}
	}
	if part.Task == NoTask {
		part.Task = p.TaskOf(li, p.IsTaskList(list))
	}
	return part
}

func levelIn(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// IsCalloutList reports whether a table is a list of what callouts in code mean, with icons for their numbers: Asciidoctor with icons, and DocBook
// XSL. https://github.com/asciidoctor/asciidoctor/blob/main/lib/asciidoctor/converter/html5.rb
func (p *Page) IsCalloutList(table dom.ID) bool {
	parent := p.doc.Node(table).Parent
	if p.listBox(parent) != callouts {
		return false
	}
	first := p.firstCell(p.firstRow(table))
	return first != 0 && p.doc.Is(p.nextElement(first), dom.TagTd) && p.nextElement(p.nextElement(first)) == 0
}

// NextCallout returns the text of the first callout in the table of such a list, or of the one after another, 0 where there is none.
func (p *Page) NextCallout(table, text dom.ID) dom.ID {
	row := dom.ID(0)
	if text == 0 {
		row = p.firstRow(table)
	} else {
		row = p.nextElement(p.doc.Node(text).Parent)
	}
	for ; row != 0; row = p.nextElement(row) {
		if second := p.nextElement(p.firstCell(row)); second != 0 {
			return second
		}
	}
	return 0
}
