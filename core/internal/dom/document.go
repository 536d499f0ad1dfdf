package dom

import (
	"bytes"

	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Document is a tree of nodes. The zero Document must be Reset before its first use. It is not safe for concurrent use, not
// even by readers alone: it decodes attributes when they are asked for. Strings that it gives hold until it is Reset.
type Document struct {
	storage
	merged [2]mergedAttrs

	watch *watch.Watch // of those who make the document, or use it

	borrows bool   // the source is not the document's own
	own     []byte // room for its own, while it borrows one

	expected int // the length of the longest source that there was room made for

	extents []extent // of nodes, by their ID, if the parser was asked for them
	covers  []extent // the same with all that is in them, where that may be more

	// For Compact: the storage before, and where nodes and attributes went.
	spare      storage
	moved      []ID
	movedAttrs []uint32

	// Disordered tells that elements were closed out of order, if the parser was asked for extents.
	Disordered bool

	// Quirks tells that the document has no doctype, or an old one.
	// https://dom.spec.whatwg.org/#concept-document-quirks
	Quirks bool
}

// Watch lets the growth of the document end the work that is watched, nil that of none.
func (d *Document) Watch(w *watch.Watch) { d.watch = w }

// Reset empties the document and keeps its memory. Its source, which is valid UTF-8, must not change until the next Reset.
func (d *Document) Reset(source []byte) {
	if !d.borrows {
		d.own = d.source[:0]
	}
	if d.borrows = source != nil; d.borrows {
		d.source = source
	} else {
		d.source, d.own = d.own, nil
	}
	d.decoded = d.decoded[:0]
	if len(source) > max(manyBytes, d.expected) {
		d.expect(source)
	}
	d.nodes = append(d.nodes[:0], Node{}, Node{Kind: KindDocument})
	d.attrs, d.extents, d.covers = d.attrs[:0], d.extents[:0], d.covers[:0]
	d.names.reset()
	for i := range d.merged {
		d.merged[i].reset()
	}
	d.Quirks, d.Disordered = false, false
}

// manyBytes is from what length on it is estimated what a source makes.
const manyBytes = 64 << 10

// expect makes room for as many nodes and attributes as a long source makes in all likelihood: for each start tag an element, for each
// tag text after it, but not one of them for a few bytes, for each equals sign an attribute, and some that are implied. To grow a slice of megabytes copies it whole, again and
// again; the pages of one that was made too large are never touched.
func (d *Document) expect(source []byte) {
	const piece, implied, bytesForNode, bytesForAttr = 1 << 20, 64, 4, 16
	tags, attrs := 0, 0
	for rest := source; len(rest) > 0; d.watch.Look() {
		n := min(piece, len(rest))
		tags += bytes.Count(rest[:n], []byte("<"))
		attrs += bytes.Count(rest[:n], []byte("="))
		rest = rest[n:]
	}
	d.expected = len(source)
	if nodes := min(tags+tags/4, len(source)/bytesForNode) + implied; nodes > cap(d.nodes) {
		d.nodes = hugepage.New[[]Node](d.watch, nodes)
	}
	if attrs = min(attrs, len(source)/bytesForAttr); attrs > cap(d.attrs) {
		d.attrs = hugepage.New[[]Attr](d.watch, attrs)
	}
}

// AppendSource adds a piece to the source, which then is the document's own: Reset it with nil before the first.
func (d *Document) AppendSource(piece []byte) {
	d.source = hugepage.Append(d.watch, hugepage.Grow(d.watch, d.source, len(piece)), piece)
}

// Source is the source so far.
func (d *Document) Source() []byte { return d.source }

// Len is the number of nodes, with the document node.
func (d *Document) Len() int { return max(len(d.nodes)-1, 0) }

// Nodes are all nodes by their ID; the first is none. They hold until a node is added.
func (d *Document) Nodes() []Node { return d.nodes }

// Node returns the node of an ID. The pointer holds until a node is added.
func (d *Document) Node(id ID) *Node { return &d.nodes[id] }
