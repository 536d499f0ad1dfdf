package dom

import (
	"bytes"

	"tidemark/core/internal/hugepage"
)

// Document is a tree of nodes. The zero Document must be Reset before its first use. It is not safe for concurrent use, not
// even by readers alone: it decodes attributes when they are asked for. Strings that it gives hold until it is Reset.
type Document struct {
	storage
	merged [2]mergedAttrs

	expected int // the length of the longest source that there was room made for

	// For Compact: the storage before, and where nodes and attributes went.
	spare      storage
	moved      []ID
	movedAttrs []uint32

	// Quirks tells that the document has no doctype, or an old one.
	// https://dom.spec.whatwg.org/#concept-document-quirks
	Quirks bool
}

// Reset empties the document and keeps its memory. Its source, which is valid UTF-8, must not change until the next Reset.
func (d *Document) Reset(source []byte) {
	d.source = source
	d.decoded = d.decoded[:0]
	if len(source) > max(manyBytes, d.expected) {
		d.expect(source)
	}
	d.nodes = append(d.nodes[:0], Node{}, Node{Kind: KindDocument})
	d.attrs = d.attrs[:0]
	d.names.reset()
	for i := range d.merged {
		d.merged[i].reset()
	}
	d.Quirks = false
}

// manyBytes is from what length on it is estimated what a source makes.
const manyBytes = 64 << 10

// expect makes room for as many nodes and attributes as a long source makes in all likelihood: for each tag an element and text
// after it, for each equals sign an attribute. To grow a slice of megabytes copies it whole, again and again, and nobody can stop
// that; the pages of one that was made too large are never touched.
func (d *Document) expect(source []byte) {
	d.expected = len(source)
	if nodes := 2*bytes.Count(source, []byte("<")) + 2; nodes > cap(d.nodes) {
		d.nodes = hugepage.Make[[]Node](nodes)
	}
	if attrs := bytes.Count(source, []byte("=")); attrs > cap(d.attrs) {
		d.attrs = hugepage.Make[[]Attr](attrs)
	}
}

// AppendSource adds a piece to the source, which then is the document's own: Reset it with nil before the first.
func (d *Document) AppendSource(piece []byte) {
	d.source = append(hugepage.Grow(d.source, len(piece)), piece...)
}

// Source is the source so far.
func (d *Document) Source() []byte { return d.source }

// Len is the number of nodes, with the document node.
func (d *Document) Len() int { return max(len(d.nodes)-1, 0) }

// Nodes are all nodes by their ID; the first is none. They hold until a node is added.
func (d *Document) Nodes() []Node { return d.nodes }

// Node gives the node of an ID. The pointer holds until a node is added.
func (d *Document) Node(id ID) *Node { return &d.nodes[id] }
