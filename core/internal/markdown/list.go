package markdown

import (
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
)

// openList is a list that is being written.
type openList struct {
	ordered bool
	loose   bool
	headed  bool // what comes before its first item is not in it
	marker  byte // - * + of a bullet list, . or ) of an ordered one
	number  int
	items   int
}

// largestNumber is what the number of an item may be: nine digits.
const largestNumber = 999_999_999

// list renders <ul> and <ol>.
func (r *Renderer) list(id dom.ID) leaving {
	r.boundary()
	if r.phrasing != blocks {
		return inside | endsBox
	}
	l := openList{ordered: r.doc.Is(id, dom.TagOl), loose: r.isLoose(id), headed: r.holdsItems(id), marker: r.settings.Bullet, number: 1}
	if l.ordered {
		l.marker, l.number = '.', r.startOf(id)
	}
	r.items(&l, id)
	if l.items > 0 {
		r.w.lastMark = l.marker
	}
	return rendered
}

// startOf gives the number of the first item of a list.
func (r *Renderer) startOf(list dom.ID) int {
	start, ok := r.doc.Attr(list, dom.AttrStart)
	if !ok {
		return 1
	}
	n, err := strconv.Atoi(strings.TrimSpace(start))
	if err != nil || n < 0 || n > largestNumber {
		return 1
	}
	return n
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

// items renders the children of a list, or of what stands around some of them. What heads the items stays in front of the
// list; other than that what is no item becomes one. A list goes on with the item before it, as browsers show it.
func (r *Renderer) items(l *openList, id dom.ID) {
	descended := r.descend()
	for c := r.doc.Node(id).First; c != 0 && descended && !r.stopped(); c = r.doc.Node(c).Next {
		switch n := r.doc.Node(c); {
		case n.Kind == dom.KindText && r.doc.IsBlank(c):
		case r.unseen(c):
		case n.Tag == dom.TagLi && r.footnote(c):
			l.number++
			l.items = 0 // The next item begins a list.
		case n.Tag == dom.TagLi:
			c = r.item(l, c, c)
		case r.standsAroundItems(c):
			r.linkedItems(l, c)
		case l.headed && l.items == 0 && !r.isList(c):
			r.node(c)
		default:
			r.item(l, 0, c)
		}
	}
	r.depth--
}

// linkedItems renders what an element that stands around items holds. A link around them goes into each.
func (r *Renderer) linkedItems(l *openList, id dom.ID) {
	address, linked := "", false
	if href, ok := r.doc.Attr(id, dom.AttrHref); ok && r.doc.Is(id, dom.TagA) {
		address, linked = r.address(href)
	}
	if !linked {
		r.items(l, id)
		return
	}
	r.pushLink(r.linkTo(address, id))
	r.items(l, id)
	r.pop(false)
}

// item writes one item: the children of li, or a node that is none. That is left out where it shows nothing. It gives the
// last node that is in the item.
func (r *Renderer) item(l *openList, li, other dom.ID) dom.ID {
	if l.items == 0 {
		r.flush()
		if r.w.lastMark == l.marker {
			// The same marker would go on with the list before.
			l.marker = otherMarker(l.marker)
		}
	}
	before, list := r.w, *l
	switch {
	case l.items > 0:
		if l.loose {
			r.w.blankLine()
		}
		r.w.newLine()
	case l.ordered:
		r.w.openList(orderedList, l.number == 1 && r.beginsLine(other))
	default:
		r.w.openList(bulletList, r.beginsLine(other))
	}
	indent := r.writeMarker(l)
	l.items++
	c := r.w.enter("                "[:indent], !l.loose)
	start := len(r.w.out)
	r.itemStart = true
	if li != 0 {
		r.taskBox(li)
		r.children(li)
		other = r.listsBehind(li)
	} else {
		r.node(other)
	}
	r.flush()
	r.itemStart = false
	empty := r.w.last == noBlock && r.w.box == "" && len(r.w.out) == start
	if empty && li != 0 && !r.settings.DropHTML {
		r.keepEmptyItem()
	}
	r.w.leave(c)
	if empty && li == 0 {
		r.w.undo(before)
		*l = list
	}
	return other
}

// listsBehind renders the lists that stand behind an item, but not in one, and gives the last of them or the item.
func (r *Renderer) listsBehind(item dom.ID) dom.ID {
	last := item
	for c := r.doc.Node(item).Next; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		switch {
		case r.doc.IsBlank(c), r.unseen(c):
		case r.isList(c):
			r.list(c)
			last = c
		default:
			return last
		}
	}
	return last
}

// writeMarker writes the marker of an item, and gives its width.
func (r *Renderer) writeMarker(l *openList) int {
	start := len(r.w.out)
	if l.ordered {
		r.w.out = strconv.AppendInt(r.w.out, int64(min(l.number, largestNumber)), 10)
		l.number++
	}
	r.w.out = append(r.w.out, l.marker, ' ')
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
