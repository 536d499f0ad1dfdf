package dom

// MarkUnfinished marks nodes, or takes their mark, and that of all they are in.
func (d *Document) MarkUnfinished(ids []ID, unfinished bool) {
	for _, id := range ids {
		for n := &d.nodes[id]; id != 0 && (n.flags&isUnfinished != 0) != unfinished; n = &d.nodes[id] {
			n.flags ^= isUnfinished
			id = n.Parent
		}
	}
}

// Unfinished reports whether a node is marked.
func (d *Document) Unfinished(id ID) bool { return d.nodes[id].flags&isUnfinished != 0 }
