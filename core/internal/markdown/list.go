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
	marker  byte // - * + of a bullet list, . or ) of an ordered one
	number  int
	items   int
}

// largestNumber is what the number of an item may be: nine digits.
const largestNumber = 999_999_999

// list renders <ul> and <ol>.
func (r *Renderer) list(id dom.ID) {
	r.boundary()
	if r.phrasing != blocks {
		r.children(id)
		r.boundary()
		return
	}
	l := openList{ordered: r.doc.Is(id, dom.TagOl), loose: r.isLoose(id), marker: r.settings.Bullet, number: 1}
	if l.ordered {
		l.marker = '.'
		if n, err := strconv.Atoi(strings.TrimSpace(r.doc.Value(id, "start"))); err == nil && n >= 0 && n <= largestNumber {
			l.number = n
		}
	}
	if r.w.lastMark == l.marker {
		// The same marker would go on with the list before.
		l.marker = otherMarker(l.marker)
	}
	r.items(&l, id)
	if l.items > 0 {
		r.w.lastMark = l.marker
	}
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

// items renders the children of a list, or of what stands around some of them. What is no item becomes one; a list goes on
// with the item before it, as browsers show it.
func (r *Renderer) items(l *openList, id dom.ID) {
	for c := r.doc.Node(id).First; c != 0; c = r.doc.Node(c).Next {
		if r.stopped() {
			return
		}
		switch n := r.doc.Node(c); {
		case n.Kind == dom.KindText && r.doc.IsBlank(c):
		case n.Kind == dom.KindElement && (n.Namespace != dom.HTML || r.hidden(c)):
		case n.Tag == dom.TagLi:
			r.item(l, c, c)
		case r.holdsItems(c):
			r.items(l, c)
		case n.Kind == dom.KindElement && r.isEmpty(c), n.Tag == dom.TagScript, n.Tag == dom.TagStyle, n.Tag == dom.TagTemplate:
		default:
			r.item(l, 0, c)
		}
	}
}

// holdsItems tells of an element that only stands around items.
func (r *Renderer) holdsItems(id dom.ID) bool {
	n := r.doc.Node(id)
	if n.Kind != dom.KindElement || n.Tag == dom.TagUl || n.Tag == dom.TagOl || n.Tag == dom.TagMenu || n.Tag == dom.TagDir {
		return false
	}
	for c := n.First; c != 0; c = r.doc.Node(c).Next {
		if !r.doc.IsBlank(c) {
			return r.doc.Is(c, dom.TagLi)
		}
	}
	return false
}

// item writes one item: the children of li, or a node that is none.
func (r *Renderer) item(l *openList, li, other dom.ID) {
	switch {
	case l.items > 0:
		if l.loose {
			r.w.blankLine()
		}
		r.w.newLine()
	case l.ordered:
		r.w.openList(orderedList, l.number == 1 && !r.isEmpty(other))
	default:
		r.w.openList(bulletList, !r.isEmpty(other))
	}
	indent := r.writeMarker(l)
	l.items++
	c := r.w.enter("                "[:indent], !l.loose)
	start := len(r.w.out)
	r.itemStart = true
	if li != 0 {
		r.taskBox(li)
		r.children(li)
	} else {
		r.node(other)
	}
	r.flush()
	r.itemStart = false
	if r.w.last == noBlock && r.w.box == "" && len(r.w.out) == start {
		r.keepEmptyItem()
	}
	r.w.leave(c)
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
	if marks >= 3 && !r.settings.DropHTML {
		r.w.text("<!-- -->")
		r.w.last = htmlBlock
	}
}

// isLoose tells whether the items of a list are to have paragraphs: where the page has them, or where an item cannot be
// written without a blank line in it.
func (r *Renderer) isLoose(list dom.ID) bool {
	for li := r.doc.Node(list).First; li != 0; li = r.doc.Node(li).Next {
		if !r.doc.Is(li, dom.TagLi) {
			continue
		}
		last := noBlock
		for c := r.doc.Node(li).First; c != 0; c = r.doc.Node(c).Next {
			kind := r.blockOf(c)
			if kind == noBlock || r.doc.Node(c).Kind == dom.KindElement && r.hidden(c) {
				continue
			}
			if r.doc.Is(c, dom.TagP) && !r.isEmpty(c) {
				return true
			}
			joined := kind == paragraph && last == paragraph && !r.isBox(c) && !r.isBox(r.doc.Node(c).Prev)
			if last != noBlock && !joined && !follows(last, kind) {
				return true
			}
			last = kind
		}
	}
	return false
}

// blockOf tells what a child of an item becomes, and noBlock of what cannot be seen.
func (r *Renderer) blockOf(id dom.ID) block {
	n := r.doc.Node(id)
	if n.Kind == dom.KindText {
		if r.doc.IsBlank(id) {
			return noBlock
		}
		return paragraph
	}
	switch n.Tag {
	case dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6:
		return heading
	case dom.TagUl, dom.TagMenu, dom.TagDir:
		return bulletList
	case dom.TagOl:
		return orderedList
	case dom.TagPre:
		return fencedCode
	case dom.TagBlockquote:
		return quote
	case dom.TagHr:
		return rule
	case dom.TagTable:
		return tableBlock
	case dom.TagInput, dom.TagScript, dom.TagStyle, dom.TagBr, dom.TagTemplate, dom.TagNoscript:
		return noBlock
	default:
		if r.isEmpty(id) && n.Tag != dom.TagImg {
			return noBlock
		}
		return paragraph
	}
}

// isBox tells of an element that does not stand in a line with what is around it.
func (r *Renderer) isBox(id dom.ID) bool {
	switch r.doc.Node(id).Tag {
	case dom.TagDiv, dom.TagP, dom.TagSection, dom.TagArticle, dom.TagHeader, dom.TagFooter, dom.TagFigure, dom.TagDl, dom.TagForm,
		dom.TagDetails, dom.TagNav, dom.TagAside, dom.TagMain, dom.TagCenter, dom.TagFieldset, dom.TagAddress:
		return true
	}
	return false
}
