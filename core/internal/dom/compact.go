package dom

import (
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// storage is what a document is made of, with room to be used again.
type storage struct {
	source  []byte
	decoded []byte
	nodes   []Node
	attrs   []Attr
	names   names
}

// size is about how much memory the document takes, in bytes.
func (s *storage) size() int {
	const node, attr = 52, 20
	return len(s.source) + len(s.decoded) + node*len(s.nodes) + attr*len(s.attrs) + s.names.size()
}

// room is how many bytes there is room for.
func (s *storage) room() int {
	return cap(s.source) + cap(s.decoded) + hugepage.Room(s.nodes) + hugepage.Room(s.attrs) + s.names.room()
}

// Room is how many bytes there is room for in the document, its source included.
func (d *Document) Room() int {
	room := cap(d.own) + d.storage.room() + d.spare.room() + hugepage.Room(d.moved) + hugepage.Room(d.movedAttrs) + hugepage.Room(d.extents) + hugepage.Room(d.covers)
	for i := range d.merged {
		room += hugepage.Room(d.merged[i].attrs)
	}
	return room
}

// The storage before is kept for the next compaction if it has no more room than this, in bytes, or no more than so many times what
// is left of the document.
const alwaysKept, mostRoom = 2 << 20, 8

// compaction copies what of a document is still needed into other storage.
type compaction struct {
	watch      *watch.Watch
	from, to   *storage
	moved      []ID     // by the ID before
	movedAttrs []uint32 // by the place before, of the first attributes of elements: the place after and 1
}

// Size is about how much memory the document takes, in bytes.
func (d *Document) Size() int { return d.storage.size() }

// DropBefore takes the children before a node out of its parent.
func (d *Document) DropBefore(id ID) {
	n := &d.nodes[id]
	n.Prev = 0
	d.nodes[n.Parent].First = id
}

// Compact lets go of the nodes that are not below the root any more, and of their source. Of the source from parsed on, all
// is kept. Nodes in others stay, but have no relatives if they are not below the root. It gives the new ID of each node, by its
// ID before, and what parsed is then. Names that are no Tag are others then: see
// NameOf. Strings that the document gave hold until it is compacted again.
func (d *Document) Compact(parsed int, others []ID) (moved []ID, newParsed int) {
	c := &compaction{watch: d.watch, from: &d.storage, to: &d.spare, moved: d.moved, movedAttrs: d.movedAttrs}
	c.moved = append(c.moved[:0], make([]ID, len(d.nodes))...)
	c.movedAttrs = append(c.movedAttrs[:0], make([]uint32, len(d.attrs)+1)...)
	to := c.to
	to.source, to.decoded, to.attrs = to.source[:0], to.decoded[:0], to.attrs[:0]
	to.nodes = append(to.nodes[:0], Node{}, d.nodes[Root])
	to.names.reset()
	c.moved[Root] = Root

	growing := ID(0) // the text that goes on with what comes
	for id := d.Following(Root, Root); id != 0; id = d.Following(id, Root) {
		if n := &d.nodes[id]; n.Kind == KindText && int(n.End) == parsed {
			growing = id
		}
		c.move(id)
	}
	linked := len(to.nodes)
	for i := range to.nodes[:linked] {
		n := &to.nodes[i]
		for _, link := range [...]*ID{&n.Parent, &n.First, &n.Last, &n.Prev, &n.Next} {
			*link = c.moved[*link]
		}
	}
	for _, id := range others {
		if id != 0 && c.moved[id] == 0 {
			n := c.move(id)
			n.Parent, n.First, n.Last, n.Prev, n.Next = 0, 0, 0, 0, 0
		}
	}
	if growing != 0 {
		n := &to.nodes[c.moved[growing]]
		if n.flags&isDecoded == 0 {
			text := to.source[n.Start:n.End]
			n.Start = uint32(len(to.source))
			to.source = append(to.source, text...)
		}
		n.End = uint32(len(to.source))
	}
	newParsed = len(to.source)
	to.source = append(to.source, d.source[parsed:]...)
	d.moved, d.movedAttrs = c.moved, c.movedAttrs
	d.storage, d.spare = d.spare, d.storage
	if d.spare.room() > max(alwaysKept, mostRoom*d.Size()) {
		d.DropSpare() // It held all from the beginning of the document on, or a large block, and what comes is small again.
	}
	return d.moved, newParsed
}

// IsNeeded reports whether so much of a large document is still needed that to compact it would take more memory than it lets go of.
func (d *Document) IsNeeded() bool {
	if len(d.nodes) < largeTree {
		return false
	}
	needed := 0
	for id := d.Following(Root, Root); id != 0; id = d.Following(id, Root) {
		needed++
	}
	return needed > len(d.nodes)/5*2
}

// DropSpare lets go of what is kept for the next compaction.
func (d *Document) DropSpare() {
	hugepage.Drop(d.spare.nodes)
	hugepage.Drop(d.spare.attrs)
	d.spare = storage{}
}

// largeTree is how many nodes a document has that is not compacted if much of it is needed.
const largeTree = 64 << 10

// move copies a node, whose links stay those it had.
func (c *compaction) move(id ID) *Node {
	c.moved[id] = ID(len(c.to.nodes))
	hugepage.Push(c.watch, &c.to.nodes, c.from.nodes[id])
	n := &c.to.nodes[len(c.to.nodes)-1]
	switch {
	case n.Kind == KindElement:
		if place := n.name.Other(); place >= 0 {
			n.name = firstOther + Name(c.to.names.intern(c.from.names.at(place)))
		}
		c.moveAttrs(n)
	case n.flags&isDecoded != 0:
		n.from, n.to = c.moveDecoded(n.from, n.to)
		n.Start, n.End = 0, 0
	default:
		start := uint32(len(c.to.source))
		c.to.source = append(c.to.source, c.from.source[n.Start:n.End]...)
		n.Start, n.End = start, uint32(len(c.to.source))
	}
	return n
}

func (c *compaction) moveDecoded(from, to uint32) (newFrom, newTo uint32) {
	newFrom = uint32(len(c.to.decoded))
	c.to.decoded = append(c.to.decoded, c.from.decoded[from:to]...)
	return newFrom, uint32(len(c.to.decoded))
}

// moveAttrs copies the attributes of an element with the source of its start tag. Elements that were opened again share them.
func (c *compaction) moveAttrs(n *Node) {
	attrs := c.from.attrs[n.from:n.to]
	if len(attrs) == 0 {
		n.Start, n.End, n.from, n.to = 0, 0, 0, 0
		return
	}
	if place := c.movedAttrs[n.from]; place != 0 {
		shift := attrs[0].NameStart - c.to.attrs[place-1].NameStart
		n.Start, n.End = n.Start-shift, n.End-shift
		n.from, n.to = place-1, place-1+uint32(len(attrs))
		return
	}
	start := uint32(len(c.to.source))
	c.to.source = append(c.to.source, c.from.source[n.Start:n.End]...)
	shift := n.Start - start
	n.Start, n.End = start, uint32(len(c.to.source))
	place := uint32(len(c.to.attrs))
	c.movedAttrs[n.from] = place + 1
	for _, a := range attrs {
		if a.nameDecoded {
			a.NameStart, a.NameEnd = c.moveDecoded(a.NameStart, a.NameEnd)
		} else {
			a.NameStart, a.NameEnd = a.NameStart-shift, a.NameEnd-shift
		}
		switch {
		case a.decoded:
			a.Start, a.End = c.moveDecoded(a.Start, a.End)
		case a.Start < a.End:
			a.Start, a.End = a.Start-shift, a.End-shift
		default:
			a.Start, a.End = 0, 0
		}
		c.to.attrs = append(c.to.attrs, a)
	}
	n.from, n.to = place, uint32(len(c.to.attrs))
}
