package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// openList is a list that is being written.
type openList struct {
	ordered bool
	loose   bool
	headed  bool // what comes before its first item is not in it
	marker  byte // - * + of a bullet list, . or ) of an ordered one
	number  int
	items   int

	item openItem
}

// openItem is the item of a list that is being written.
type openItem struct {
	open   bool
	li     dom.ID // 0 of one that is none in the document
	before mark   // of one that is none
	container
	start int // where its content begins
}

// largestNumber is what the number of an item may be: nine digits.
const largestNumber = 999_999_999

// list renders <ul> and <ol>.
func (r *Renderer) list(id dom.ID) step {
	r.boundary()
	if r.phrasing != blocks {
		return descend | endsBox
	}
	r.lists = hugepage.Push(&r.watch, r.lists, openList{})
	l := &r.lists[len(r.lists)-1]
	l.loose, l.headed, l.marker, l.number = r.isLoose(id), r.page.HoldsItems(id), r.settings.Bullet, 1
	if l.ordered = r.page.IsOrdered(id); l.ordered {
		l.marker, l.number = '.', r.startOf(id)
	}
	r.descend()
	return r.beginWay(inList, 0)
}

// endList ends the list that was begun last.
func (r *Renderer) endList() {
	last := len(r.lists) - 1
	if l := &r.lists[last]; l.items > 0 {
		r.w.lastMark = l.marker
	}
	r.lists = r.lists[:last]
	r.depth--
}

// startOf returns the number of the first item of a list.
func (r *Renderer) startOf(list dom.ID) int {
	if n := r.page.StartOf(list); n >= 0 && n <= largestNumber {
		return n
	}
	return 1
}

// interrupts reports whether a list may come right after a paragraph: one whose first marker stands alone cannot, and that might be taken
// for the underline of a heading.
// https://spec.commonmark.org/0.31.2/#list-items
func (r *Renderer) interrupts(list dom.ID) bool {
	if r.page.IsOrdered(list) && r.startOf(list) != 1 {
		return false
	}
	return r.page.IsSureToShow(r.page.FirstItem(list))
}

func otherMarker(marker byte) byte {
	switch marker {
	case '.':
		return ')'
	case '-', '+':
		return '*'
	default:
		return '-'
	}
}

// stepItems goes on in a list, or in what stands around some of its items, after the child that it is at. What heads the items
// stays in front of the list; other than that what is no item becomes one. A list goes on with the item before it, as browsers show
// it.
func (r *Renderer) stepItems(id dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	l := &r.lists[len(r.lists)-1]
	if l.item.open {
		if l.item.li != 0 && r.enterListAfter(at) {
			return 0, true
		}
		r.endItem(l)
	}
	c := r.doc.Node(id).First
	if *at != 0 {
		c = r.doc.Node(*at).Next
	}
	for ; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		if r.doc.IsBlank(c) || r.page.IsUnseen(c) {
			continue
		}
		switch *at = c; {
		case r.doc.Is(c, dom.TagLi) && r.enterFootnote(c):
			l.number++
			l.items = 0 // The next item begins a list.
			return 0, true
		case r.doc.Is(c, dom.TagLi):
			r.beginItem(l, c, c)
			r.taskBox(c)
			r.enter(c, descend)
			return 0, true
		case r.page.StandsAroundItems(c):
			r.enterItems(c)
			return 0, true
		case l.headed && l.items == 0 && !r.page.IsList(c):
			return c, true
		default:
			r.beginItem(l, 0, c)
			return c, true
		}
	}
	return 0, false
}

// enterItems enters what stands around items. A link around them goes into each.
func (r *Renderer) enterItems(id dom.ID) {
	if href, ok := r.doc.Attr(id, dom.AttrHref); ok && r.doc.Is(id, dom.TagA) {
		if address, ok := r.page.Address(href); ok {
			r.pushLink(r.linkTo(address, id))
			r.enterWay(id, inLinkedItems, 0)
			return
		}
	}
	r.enterWay(id, inItems, 0)
}

// enterListAfter enters a list that stands after an item, but not in one. It returns false where there is none.
func (r *Renderer) enterListAfter(at *dom.ID) bool {
	for c := r.doc.Node(*at).Next; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		switch {
		case r.doc.IsBlank(c), r.page.IsUnseen(c):
		case r.page.IsList(c):
			*at = c
			r.enter(c, r.list(c))
			return true
		default:
			return false
		}
	}
	return false
}

// beginItem begins an item: li, or a node that is none. That is left out where it shows nothing.
func (r *Renderer) beginItem(l *openList, li, other dom.ID) {
	if l.items == 0 {
		r.flush()
		if r.w.lastMark == l.marker {
			// The same marker would go on with the list before.
			l.marker = otherMarker(l.marker)
		}
	}
	i := &l.item
	if i.open, i.li = true, li; li == 0 {
		i.before = r.w.mark()
	}
	switch {
	case l.items > 0:
		if l.loose {
			r.w.blankLine()
		}
		r.w.newLine()
	case l.ordered:
		r.w.openList(orderedList, l.number == 1 && r.page.IsSureToShow(other))
	default:
		r.w.openList(bulletList, r.page.IsSureToShow(other))
	}
	indent := r.writeMarker(l)
	l.items++
	i.container = r.w.enter("                "[:indent], !l.loose)
	i.start = len(r.w.out)
	r.itemStart = true
	r.descend()
}

// endItem ends the item of a list.
func (r *Renderer) endItem(l *openList) {
	i := &l.item
	r.depth--
	r.flush()
	r.itemStart = false
	empty := r.w.last == noBlock && r.w.box == "" && len(r.w.out) == i.start
	if empty && i.li != 0 && !r.settings.DropHTML {
		r.keepEmptyItem()
	}
	r.w.leave(i.container)
	if empty && i.li == 0 {
		r.w.undo(i.before)
		l.items--
		if l.ordered {
			l.number--
		}
	}
	i.open = false
}

// writeMarker writes the marker of an item, and returns its width.
func (r *Renderer) writeMarker(l *openList) int {
	start := len(r.w.out)
	if l.ordered {
		r.w.number(min(l.number, largestNumber))
		l.number++
	}
	r.w.byte(l.marker)
	r.w.byte(' ')
	return len(r.w.out) - start
}

// keepEmptyItem keeps nested empty items from becoming a thematic break, as "- - -" is one.
func (r *Renderer) keepEmptyItem() {
	line := r.w.out[r.w.lineStart:]
	if len(line) < 6 {
		return
	}
	marks := 0
	for _, b := range line {
		if b != ' ' && b != '-' && b != '*' {
			return
		}
		if b == line[len(line)-2] {
			marks++
		}
	}
	if marks >= 3 {
		r.w.text("<!-- -->")
		r.w.last = htmlBlock
	}
}
