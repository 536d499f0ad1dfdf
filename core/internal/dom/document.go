package dom

import "bytes"

// Document is a tree of nodes. The zero Document must be Reset before its first use. It is not safe for concurrent use, not
// even by readers alone: it decodes attributes when they are asked for. Strings that it gives hold until it is Reset.
type Document struct {
	storage
	names  names
	merged [2]mergedAttrs

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
	if nodes := expectedNodes(source); nodes > cap(d.nodes) {
		d.nodes = make([]Node, 0, nodes)
	}
	d.nodes = append(d.nodes[:0], Node{}, Node{Kind: KindDocument})
	d.attrs = d.attrs[:0]
	d.names.reset()
	for i := range d.merged {
		d.merged[i].reset()
	}
	d.Quirks = false
}

// manyBytes is from what length on the nodes of a source are counted beforehand.
const manyBytes = 1 << 20

// expectedNodes is about how many nodes a long source makes: for each tag, the element or the end of one, and half of the time
// text after it. To grow a slice of megabytes copies it whole, again and again, and nobody can stop that; the pages of one that
// was made too large are never touched.
func expectedNodes(source []byte) int {
	if len(source) < manyBytes {
		return 0
	}
	tags := bytes.Count(source, []byte("<"))
	return tags + tags/2 + 2
}

// AppendSource adds a piece to the source, which then is the document's own: Reset it with nil before the first.
func (d *Document) AppendSource(piece []byte) { d.source = append(d.source, piece...) }

// Source is the source so far.
func (d *Document) Source() []byte { return d.source }

// Len is the number of nodes, with the document node.
func (d *Document) Len() int { return max(len(d.nodes)-1, 0) }

// Node gives the node of an ID. The pointer holds until a node is added.
func (d *Document) Node(id ID) *Node { return &d.nodes[id] }
