package dom

import (
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// extent is where an element stands in the source, from its start tag on to where it ends.
type extent struct{ start, end uint32 }

// SetExtent notes where an element stands in the source. It is zero as long as it is not known.
func (d *Document) SetExtent(id ID, start, end int) {
	for int(id) >= len(d.extents) {
		hugepage.Push(d.watch, &d.extents, extent{})
	}
	d.extents[id] = extent{start: uint32(start), end: uint32(end)}
}

// Extent returns where a node stands in the source, with what is in it, in bytes; known is false of an element that the source does not have.
// Of elements it is known if the parser was asked and they have been closed, otherwise it is that of the start tag. Elements that are closed out
// of order, and those that were moved out of a table, may reach into others.
func (d *Document) Extent(id ID) (start, end int, known bool) { return d.extentIn(d.extents, id) }

// Cover is Extent with what is in the node wherever that stands, of a document for which CoverExtents has been called.
func (d *Document) Cover(id ID) (start, end int, known bool) {
	if len(d.covers) == 0 {
		return d.Extent(id)
	}
	return d.extentIn(d.covers, id)
}

func (d *Document) extentIn(extents []extent, id ID) (start, end int, known bool) {
	if int(id) < len(extents) {
		if e := extents[id]; e.end > 0 {
			return int(e.start), int(e.end), true
		}
	}
	n := &d.nodes[id]
	return int(n.Start), int(n.End), n.End > 0
}

// SourceOf returns what SetExtent has noted of an element, zero where that is nothing.
func (d *Document) SourceOf(id ID) (start, end int) {
	if int(id) < len(d.extents) {
		return int(d.extents[id].start), int(d.extents[id].end)
	}
	return 0, 0
}

// CoverExtents prepares for Cover. Only where elements were closed out of order does something stand outside of what it is in.
func (d *Document) CoverExtents() {
	if d.covers = d.covers[:0]; !d.Disordered {
		return
	}
	d.covers = hugepage.Append(d.watch, d.covers, d.extents)
	steps := 0
	for id := Root; id != 0; {
		if first := d.nodes[id].First; first != 0 {
			id = first
			continue
		}
		for id != Root && d.nodes[id].Next == 0 {
			d.cover(id)
			id = d.nodes[id].Parent
		}
		if id == Root {
			return
		}
		d.cover(id)
		id = d.nodes[id].Next
		if steps++; steps%watch.EverySteps == 0 {
			d.watch.Look()
		}
	}
}

// cover extends what a node's parent covers over what the node does.
func (d *Document) cover(id ID) {
	parent := d.nodes[id].Parent
	start, end, known := d.Cover(id)
	if !known || int(parent) >= len(d.covers) || d.covers[parent].end == 0 {
		return
	}
	e := &d.covers[parent]
	e.start, e.end = min(e.start, uint32(start)), max(e.end, uint32(end))
}
