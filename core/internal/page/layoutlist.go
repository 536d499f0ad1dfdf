package page

import "tidemark/core/internal/dom"

// layoutLists are the classes of lists of sections, which show no markers: of Javadoc.
// https://github.com/openjdk/jdk/blob/master/src/jdk.javadoc/share/classes/jdk/javadoc/internal/doclets/formats/html/markup/HtmlStyle.java
var layoutLists = map[string]bool{
	"summary-list": true, "details-list": true, "member-list": true, // since JDK 16
	"block-list": true, "blockList": true, "blockListLast": true, // before
}

// LaysOutSections reports whether a list lays out the sections of a page: that is all that its class says, and its first item begins with one,
// or with such a list.
func (p *Page) LaysOutSections(list dom.ID) bool {
	for range lookAhead {
		if p.doc.Node(list).Traits&dom.HasKnownClass == 0 || !p.saysClass(list, layoutListClass) || !layoutLists[p.doc.Value(list, dom.AttrClass)] {
			return false
		}
		item := p.firstElement(list)
		if item == 0 {
			return false
		}
		first := p.firstElement(item)
		if first != 0 && p.doc.Is(first, dom.TagA) { // a place to be linked to
			first = p.nextElement(first)
		}
		if first == 0 || !p.IsList(first) {
			return first != 0 && (p.doc.Is(first, dom.TagSection) || Of(p.doc.Node(first).Tag).Role == Heading)
		}
		list = first
	}
	return false
}

// IsCompact reports whether the paragraphs in the items of a list stand close, as docutils says of lists that would have none:
// https://docutils.sourceforge.io/docs/user/config.html#compact-lists
func (p *Page) IsCompact(list dom.ID) bool {
	return hasWord(p.doc.Value(list, dom.AttrClass), "simple")
}
