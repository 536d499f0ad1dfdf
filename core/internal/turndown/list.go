package turndown

import (
	"strings"

	"tidemark/core/internal/dom"
)

func (r *Renderer) beginList(e *openElement) {
	if r.endsItem(e.id) {
		r.w.join(1)
		r.w.below = len(r.w.out)
		return
	}
	r.w.join(2)
	e.before = r.w.mark()
}

// endsItem reports whether an element is the last one in an item of a list.
func (r *Renderer) endsItem(id dom.ID) bool {
	n := r.doc.Node(id)
	if !r.doc.Is(n.Parent, dom.TagLi) {
		return false
	}
	for next := n.Next; next != 0; next = r.doc.Node(next).Next {
		if r.doc.Node(next).Kind == dom.KindElement {
			return false
		}
	}
	return true
}

func (r *Renderer) beginItem(e *openElement) {
	r.w.join(0)
	r.scratch = r.appendMarker(r.scratch[:0], e.id)
	r.w.bytes(r.scratch)
	r.beginContainer(spaces(length(r.scratch)))
}

// appendMarker appends the marker of an item, with the space after it.
func (r *Renderer) appendMarker(dst []byte, li dom.ID) []byte {
	list := r.doc.Node(li).Parent
	if !r.doc.Is(list, dom.TagOl) {
		return append(append(dst, r.settings.Bullet...), "   "...)
	}
	index, first := float64(r.open[len(r.open)-1].children-1), 1.0
	if start := r.doc.Value(list, dom.AttrStart); start != "" {
		first = numberOf(start)
	}
	return append(appendNumber(dst, first+index), ".  "...)
}

// spaces returns so many.
func spaces(n int) string {
	const most = "                "
	if n <= len(most) {
		return most[:n]
	}
	return strings.Repeat(" ", n)
}

// endItem ends an item. One that ends with a block has an empty line at its end, which is indented as all in it.
func (r *Renderer) endItem(e *openElement) {
	if r.w.newlines > 0 {
		r.w.newlines = 0
		r.w.breakLines(1)
	}
	r.endContainer(e)
	r.w.newlines = 0
	if r.doc.Node(e.id).Next != 0 {
		r.w.newlines = 1
	}
}
