package dom

import (
	"unsafe"

	"tidemark/core/internal/hugepage"
)

// Text returns the text of a text node, a comment or a doctype.
func (d *Document) Text(id ID) string {
	n := &d.nodes[id]
	if n.flags&isDecoded != 0 {
		return text(d.decoded[n.from:n.to])
	}
	return text(d.source[n.Start:n.End])
}

// text gives bytes that do not change, neither the source nor what was decoded, as a string.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// SetText gives a text node another text.
func (d *Document) SetText(id ID, text []byte) {
	n := &d.nodes[id]
	n.from = uint32(len(d.decoded))
	d.decoded = hugepage.Append(d.watch, hugepage.Grow(d.watch, d.decoded, len(text)), text)
	n.to, n.flags = uint32(len(d.decoded)), n.flags|isDecoded
}

// CutText leaves a part of the text of a node, which then grows no more.
func (d *Document) CutText(id ID, from, to int) {
	n := &d.nodes[id]
	if n.flags&isDecoded != 0 {
		n.from, n.to = n.from+uint32(from), n.from+uint32(to)
		return
	}
	n.Start, n.End = n.Start+uint32(from), n.Start+uint32(to)
}
