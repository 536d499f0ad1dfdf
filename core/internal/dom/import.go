package dom

import (
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Import copies the children of a node of another document to the end of what is in an element. They stand in the source where the
// start tag of that ends.
func (d *Document) Import(from *Document, root, into ID) {
	parent := into
	for id, nodes := from.nodes[root].First, 1; id != 0; nodes++ {
		if nodes%watch.EverySteps == 0 {
			d.watch.Look()
		}
		copied := d.importNode(from, id, d.nodes[into].End)
		d.AppendChild(parent, copied)
		if first := from.nodes[id].First; first != 0 {
			parent, id = copied, first
			continue
		}
		for id != root && from.nodes[id].Next == 0 {
			id, parent = from.nodes[id].Parent, d.nodes[parent].Parent
		}
		if id == root {
			return
		}
		id = from.nodes[id].Next
	}
}

// importNode copies a node without its children.
func (d *Document) importNode(from *Document, id ID, at uint32) ID {
	n := &from.nodes[id]
	if n.Kind != KindElement {
		return d.NewDecoded(n.Kind, at, at, d.importText(from.Text(id)))
	}
	attrs := d.AttrCount()
	for _, a := range from.attrsOf(id) {
		value := d.importText(from.value(&a))
		to := d.PushAttr()
		to.Name, to.Start, to.End, to.decoded = a.Name, value.From, value.To, true
		if a.Name == AttrOther {
			name := d.importText(from.attrName(&a))
			to.NameStart, to.NameEnd, to.nameDecoded = name.From, name.To, true
		}
	}
	name := n.name
	if place := name.Other(); place >= 0 {
		name = d.Intern(from.names.at(place))
	}
	return d.NewElement(n.Namespace, name, at, at, attrs)
}

// importText copies text that is not the document's own.
func (d *Document) importText(s string) Range {
	start := uint32(len(d.decoded))
	d.decoded = append(hugepage.Grow(d.watch, d.decoded, len(s)), s...)
	return Range{From: start, To: uint32(len(d.decoded))}
}
