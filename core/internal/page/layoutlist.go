package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

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

// IsCompact reports whether the paragraphs in the items of a list stand close, as docutils says of lists that would have none, and DocBook of
// some. In lists of Asciidoctor each item has one.
// https://docutils.sourceforge.io/docs/user/config.html#compact-lists
func (p *Page) IsCompact(list dom.ID) bool {
	class := p.doc.Value(list, dom.AttrClass)
	if hasWord(class, "simple") || hasWord(class, "compact") {
		return true
	}
	if _, ok := p.doc.Named(list, "compact"); ok {
		return true
	}
	return p.IsAroundList(p.doc.Node(list).Parent)
}

// IsAroundList reports whether a box is the one of Asciidoctor around a list.
func (p *Page) IsAroundList(box dom.ID) bool { return p.listBox(box) != noListBox }

// listBox is what a box around a list says of it.
type listBox uint8

const (
	noListBox listBox = iota
	items             // it is one of items
	callouts          // of what callouts in code mean
)

// listBoxes are the first classes of the boxes in which Asciidoctor has lists, and DocBook those of callouts.
// https://github.com/asciidoctor/asciidoctor/blob/main/lib/asciidoctor/converter/html5.rb
var listBoxes = map[string]listBox{"ulist": items, "olist": items, "colist": callouts, "calloutlist": callouts}

func (p *Page) listBox(box dom.ID) listBox {
	if p.doc.Node(box).Traits&dom.HasKnownClass == 0 || !p.saysClass(box, listBoxClass) {
		return noListBox
	}
	class, _, _ := strings.Cut(p.doc.Value(box, dom.AttrClass), " ")
	return listBoxes[class]
}
