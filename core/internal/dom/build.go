package dom

import "tidemark/core/internal/hugepage"

// NewElement makes an element that has no parent yet. Its attributes are those from the given number on; see PushAttr.
func (d *Document) NewElement(ns Namespace, name Name, start, end uint32, attrs int) ID {
	id, n := d.add(KindElement, start, end)
	n.name, n.Namespace, n.from, n.to = name, ns, uint32(attrs), uint32(len(d.attrs))
	n.Traits = traits(d.attrs[attrs:])
	if ns == HTML {
		n.Tag = name.Tag()
	}
	return id
}

// Clone makes an element with the name and the attributes of another, without a parent and without children.
func (d *Document) Clone(id ID) ID {
	clone, c := d.add(KindElement, 0, 0)
	n := &d.nodes[id]
	c.Start, c.End, c.from, c.to = n.Start, n.End, n.from, n.to
	c.name, c.Namespace, c.Tag, c.flags, c.Traits = n.name, n.Namespace, n.Tag, n.flags, n.Traits
	return clone
}

// NewText makes a text node of a range of the source.
func (d *Document) NewText(start, end uint32) ID {
	id, _ := d.add(KindText, start, end)
	return id
}

// AppendText appends a range of the source to what is in a node: to the text that is last in it, if that ends where the range
// begins.
func (d *Document) AppendText(parent ID, start, end uint32) {
	if last := d.nodes[parent].Last; last != 0 && d.ExtendText(last, start, end) {
		return
	}
	id, n := d.add(KindText, start, end)
	d.link(parent, id, n)
}

// AppendElement is NewElement and AppendChild for an HTML element, whose traits are known.
func (d *Document) AppendElement(parent ID, name Name, start, end uint32, attrs int, traits Traits) ID {
	id, n := d.add(KindElement, start, end)
	d.link(parent, id, n)
	n.name, n.Tag, n.from, n.to = name, name.Tag(), uint32(attrs), uint32(len(d.attrs))
	n.Traits = traits
	return id
}

// link makes a new node the last child of parent.
func (d *Document) link(parent, id ID, n *Node) {
	p := &d.nodes[parent]
	last := p.Last
	n.Parent, n.Prev, p.Last = parent, last, id
	if last != 0 {
		d.nodes[last].Next = id
	} else {
		p.First = id
	}
}

// NewDecoded makes a node whose text is a range of the decoded text, as Decode gives it.
func (d *Document) NewDecoded(kind Kind, start, end uint32, text Range) ID {
	id, n := d.add(kind, start, end)
	n.from, n.to, n.flags = text.From, text.To, isDecoded
	return id
}

func (d *Document) add(kind Kind, start, end uint32) (ID, *Node) {
	id := len(d.nodes)
	if id == cap(d.nodes) {
		hugepage.MakeRoom(d.watch, &d.nodes)
	}
	d.nodes = d.nodes[:id+1]
	n := &d.nodes[id]
	*n = Node{Kind: kind, Start: start, End: end}
	return ID(id), n
}

// ExtendText adds a range of the source to a text node, if it is one and ends where the range begins.
func (d *Document) ExtendText(id ID, start, end uint32) bool {
	n := &d.nodes[id]
	if n.Kind != KindText || n.End != start {
		return false
	}
	if n.flags != 0 {
		d.appendToText(n, d.source[start:end])
	}
	n.End = end
	return true
}

// ExtendDecoded is ExtendText for a range of the source that was decoded.
func (d *Document) ExtendDecoded(id ID, start, end uint32, text Range) bool {
	n := &d.nodes[id]
	if n.Kind != KindText || n.End != start {
		return false
	}
	if n.flags != 0 && n.to == text.From {
		n.to = text.To // It was decoded right behind what is there.
	} else {
		d.appendToText(n, d.decoded[text.From:text.To])
	}
	n.End = end
	return true
}

// appendToText makes more text part of a text node, which lies in the decoded text then: at its end, so that the next piece
// needs no copy of those before.
func (d *Document) appendToText(n *Node, more []byte) {
	before := d.source[n.Start:n.End]
	if n.flags != 0 {
		before = d.decoded[n.from:n.to]
	}
	if n.flags == 0 || int(n.to) != len(d.decoded) {
		n.from = uint32(len(d.decoded))
		d.decoded = hugepage.Append(d.watch, hugepage.Grow(d.watch, d.decoded, len(before)+len(more)), before)
	}
	d.decoded = hugepage.Append(d.watch, hugepage.Grow(d.watch, d.decoded, len(more)), more)
	n.to, n.flags = uint32(len(d.decoded)), isDecoded
}

// AppendDecoded is AppendText for a range of the source that was decoded.
func (d *Document) AppendDecoded(parent ID, start, end uint32, text Range) {
	if last := d.nodes[parent].Last; last != 0 && d.ExtendDecoded(last, start, end, text) {
		return
	}
	if text.From < text.To {
		d.AppendChild(parent, d.NewDecoded(KindText, start, end, text))
	}
}

// AppendChild makes a node that has no parent the last child of parent.
func (d *Document) AppendChild(parent, child ID) {
	d.link(parent, child, &d.nodes[child])
}

// InsertBefore makes a node that has no parent a child, before next.
func (d *Document) InsertBefore(next, child ID) {
	n, c := &d.nodes[next], &d.nodes[child]
	c.Parent, c.Prev, c.Next = n.Parent, n.Prev, next
	if n.Prev != 0 {
		d.nodes[n.Prev].Next = child
	} else {
		d.nodes[n.Parent].First = child
	}
	n.Prev = child
}

// Remove takes a node out of its parent, if it has one.
func (d *Document) Remove(id ID) {
	n := &d.nodes[id]
	if n.Parent == 0 {
		return
	}
	if n.Prev != 0 {
		d.nodes[n.Prev].Next = n.Next
	} else {
		d.nodes[n.Parent].First = n.Next
	}
	if n.Next != 0 {
		d.nodes[n.Next].Prev = n.Prev
	} else {
		d.nodes[n.Parent].Last = n.Prev
	}
	n.Parent, n.Prev, n.Next = 0, 0, 0
}

// MoveChildren makes the children of from the last children of to, in their order.
func (d *Document) MoveChildren(from, to ID) {
	for c := d.nodes[from].First; c != 0; c = d.nodes[from].First {
		d.Remove(c)
		d.AppendChild(to, c)
	}
}
