package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// openList is a list that is being written.
type openList struct {
	ordered bool
	loose   bool
	headed  bool   // what comes before its first item is not in it
	leading dom.ID // the last list that stood before its items
	tasks   bool   // its items may be tasks that have no checkbox
	down    bool   // its numbers go down
	marker  byte   // - * + of a bullet list, . or ) of an ordered one
	number  int
	items   int
	joined  int32 // elements of an item each that it has gone on with

	// Of a part of a list: see listRun.
	base  int32 // the number of levels of lists around it
	level uint8 // in how many items of its run it is
	depth int16
	tight bool // its items have paragraphs in any case

	item openItem
}

// openItem is the item of a list that is being written.
type openItem struct {
	open   bool
	li     dom.ID // 0 of one that is none in the document
	before mark   // where it began
	container
	start    int   // where its content begins
	indent   uint8 // of what is in it
	last     block // what it ended with
	lastMark byte
	span     int32 // of a recorder, if there is one
}

// roomForMarkers is how far over the limit of the output the markers of items may be in which nothing stands yet: it may stay so.
const roomForMarkers = 256

// largestNumber is what the number of an item may be: nine digits.
const largestNumber = 999_999_999

// list renders <ul> and <ol>: as a list, unless it lays out sections.
func (r *Renderer) list(id dom.ID) step {
	if r.page.LaysOutSections(id) {
		return r.box(id)
	}
	r.boundary()
	if r.phrasing != blocks {
		return descend | endsBox
	}
	if r.page.IsFlatList(id) {
		return r.beginWay(inFlatList, 0)
	}
	l := r.beginList(id)
	l.loose, l.headed = l.loose || !l.tight && r.isLoose(id), r.page.HoldsItems(id)
	l.tasks = r.page.IsTaskList(id)
	r.descend()
	return r.beginWay(inList, 0)
}

// begin makes a list of the kind of <ul> or <ol>.
func (l *openList) begin(r *Renderer, id dom.ID) {
	l.marker, l.number = r.settings.Bullet, 1
	if l.ordered = r.page.IsOrdered(id); l.ordered {
		l.marker, l.number, l.down = '.', r.startOf(id), r.page.IsReversed(id)
	}
}

// count counts so many items.
func (l *openList) count(items int) {
	if l.down {
		items = -items
	}
	l.number += items
}

// endList ends the list that was begun last.
func (r *Renderer) endList() {
	last := len(r.lists) - 1
	if l := &r.lists[last]; l.items > 0 {
		r.w.lastMark = l.marker
	}
	r.endPart(&r.lists[last])
	r.lists = r.lists[:last]
	r.depth--
	r.writeNotes()
}

// beginList begins the list that <ul> or <ol> is, or is a part of.
func (r *Renderer) beginList(id dom.ID) *openList {
	if part, isPart := r.page.PartOfList(id); isPart {
		return r.beginPart(&part)
	}
	l := openList{base: int32(r.runBase())}
	l.begin(r, id)
	if last := r.listBefore(id, &l); last != nil {
		l = *last
		l.item, l.leading = openItem{}, 0
	}
	r.run.levels = r.run.levels[:l.base]
	hugepage.Push(&r.watch, &r.lists, l)
	return &r.lists[len(r.lists)-1]
}

// listBefore returns the list of one item that another of one item goes on with since its number is the next, nil where there is none.
func (r *Renderer) listBefore(list dom.ID, next *openList) *openList {
	if !next.ordered || next.down || next.number == 1 || !r.goesOn(int(next.base)) || !r.page.HoldsOneItem(list) {
		return nil
	}
	if last := &r.run.levels[next.base].list; last.ordered && last.number == next.number && last.items == 1+int(last.joined) {
		last.joined++
		return last
	}
	return nil
}

// startOf returns the number of the first item of a list.
func (r *Renderer) startOf(list dom.ID) int {
	if n := r.page.StartOf(list); n >= 0 && n <= largestNumber {
		return n
	}
	return 1
}

// numberOf returns the number of an item, which is next if it does not say another.
func (r *Renderer) numberOf(li dom.ID, next int) int {
	if n, ok := r.page.NumberOf(li); ok && n >= 0 && n <= largestNumber {
		return n
	}
	return next
}

// interrupts reports whether a list may come right after a paragraph: one whose first marker stands alone cannot, and that might be taken
// for the underline of a heading.
// https://spec.commonmark.org/0.31.2/#list-items
func (r *Renderer) interrupts(list dom.ID) bool {
	first := r.page.FirstItem(list)
	if first != 0 && r.page.IsList(r.doc.Node(first).Parent) {
		list = r.doc.Node(first).Parent
	}
	if r.page.IsOrdered(list) && r.numberOf(first, r.startOf(list)) != 1 {
		return false
	}
	return r.page.IsSureToShow(first)
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
		if l.item.li != 0 && *at != l.leading && r.enterListAfter(at) {
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
			l.count(1)
			l.items = 0 // The next item begins a list.
			return 0, true
		case r.doc.Is(c, dom.TagLi) && l.items == 0 && r.page.OnlyIndents(c):
			r.enterWay(c, inItems, 0)
			return 0, true
		case r.doc.Is(c, dom.TagLi):
			if l.ordered {
				l.number = r.numberOf(c, l.number)
			}
			if !r.settings.KeepEmpty && r.page.IsEmpty(c) && r.listAfter(c) == 0 {
				l.count(1)
				continue
			}
			r.beginItem(l, c, c)
			r.taskBox(l, c)
			if !r.isPlaced(c) {
				r.enter(c, descend)
			}
			return 0, true
		case r.doc.Is(c, dom.TagDt) && r.doc.Is(id, dom.TagDl):
			r.beginItem(l, c, c)
			r.enter(c, descend)
			return 0, true
		case r.page.StandsAroundItems(c):
			r.enterItems(c)
			return 0, true
		case r.page.IsList(c):
			r.enterLeadingList(l, c)
			return 0, true
		case l.headed && l.items == 0:
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
	c := r.listAfter(*at)
	if c == 0 {
		return false
	}
	*at = c
	if r.page.IsList(c) {
		r.enter(c, r.list(c))
	} else {
		r.enter(c, descend)
	}
	return true
}

// listAfter returns the list that stands after an item, but not in one, or the item or description that only indents one. It returns
// 0 where there is none.
func (r *Renderer) listAfter(item dom.ID) dom.ID {
	c := r.doc.Node(item).Next
	if li := r.doc.Node(c).Next; c != 0 && r.doc.Node(c).Kind == dom.KindText && r.doc.Is(li, dom.TagLi) && !r.page.OnlyIndents(li) {
		return 0 // as mostly
	}
	for ; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		switch {
		case r.doc.Is(c, dom.TagLi): // as mostly
			if r.page.OnlyIndents(c) {
				return c
			}
			return 0
		case r.doc.Is(c, dom.TagDd) && r.doc.Is(r.doc.Node(c).Parent, dom.TagDl):
			return c
		case r.doc.IsBlank(c), r.page.IsUnseen(c):
		case r.page.IsList(c):
			return c
		default:
			return 0
		}
	}
	return 0
}

// enterLeadingList enters a list that stands in another before the items of that, which it takes the place of: Word and OneNote indent so.
func (r *Renderer) enterLeadingList(l *openList, id dom.ID) {
	if l.items == 0 {
		l.begin(r, id)
	}
	l.loose = l.loose || r.isLoose(id)
	l.leading = id
	r.enterWay(id, inItems, 0)
}

// beginItem begins an item: li, or a node that is none. It is left out where it shows nothing.
func (r *Renderer) beginItem(l *openList, li, other dom.ID) {
	if l.items == 0 {
		r.flush()
		if r.w.lastMark == l.marker {
			// The same marker would go on with the list before.
			l.marker = otherMarker(l.marker)
		}
	}
	i := &l.item
	i.open, i.li, i.before = true, li, r.w.mark()
	limit := r.w.limit
	r.w.limit = max(limit, limit+roomForMarkers)
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
	r.recordItem(i)
	i.indent = uint8(r.writeMarker(l))
	r.w.limit = limit
	l.items++
	i.container = r.w.enter("                "[:i.indent], !l.loose)
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
	empty := r.w.last == noBlock && r.w.box == "" && len(r.w.out) == i.start && !(r.settings.KeepEmpty && i.li != 0 && r.page.IsEmpty(i.li))
	i.last, i.lastMark = r.w.last, r.w.lastMark
	r.w.leave(i.container)
	if empty {
		r.w.undo(i.before)
		l.items--
		if l.ordered && i.li == 0 {
			l.count(-1)
		}
	}
	i.open = false
}

// writeMarker writes the marker of an item, and returns its width.
func (r *Renderer) writeMarker(l *openList) int {
	start := len(r.w.out)
	if l.ordered {
		r.w.number(max(0, min(l.number, largestNumber)))
		l.count(1)
	}
	r.w.byte(l.marker)
	r.w.byte(' ')
	return len(r.w.out) - start
}
