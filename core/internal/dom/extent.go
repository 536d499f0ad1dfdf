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
		d.extents = hugepage.Push(d.watch, d.extents, extent{})
	}
	d.extents[id] = extent{start: uint32(start), end: uint32(end)}
}

// Extent returns where a node stands in the source, with what is in it, in bytes; known is false of an element that the source does not have.
// Of elements it is known if the parser was asked, otherwise it is that of the start tag. Elements that are closed out of order, and those that
// were moved out of a table, may reach into others.
func (d *Document) Extent(id ID) (start, end int, known bool) {
	n := &d.nodes[id]
	if int(id) < len(d.extents) {
		if e := d.extents[id]; e.end > 0 {
			return int(e.start), int(e.end), true
		}
	}
	return int(n.Start), int(n.End), n.End > 0
}

// SourceOf returns what SetExtent has noted of an element, zero where that is nothing.
func (d *Document) SourceOf(id ID) (start, end int) {
	if int(id) < len(d.extents) {
		return int(d.extents[id].start), int(d.extents[id].end)
	}
	return 0, 0
}

// CoverExtents extends the extents of elements over those of what is in them: what was closed out of order has been moved.
func (d *Document) CoverExtents() {
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

// cover extends the extent of the parent of a node over that of the node.
func (d *Document) cover(id ID) {
	parent := d.nodes[id].Parent
	start, end, known := d.Extent(id)
	if !known || int(parent) >= len(d.extents) || d.extents[parent].end == 0 {
		return
	}
	e := &d.extents[parent]
	e.start, e.end = min(e.start, uint32(start)), max(e.end, uint32(end))
}
