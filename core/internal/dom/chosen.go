package dom

// SetChosen notes that what is to become of a node, and of what is in it, has been chosen.
func (d *Document) SetChosen(id ID) { d.nodes[id].flags |= isChosen }

// IsChosen reports whether that has been noted.
func (d *Document) IsChosen(id ID) bool { return d.nodes[id].flags&isChosen != 0 }

// Unwrap makes an element one that says nothing by its name, nor hides what is in it. Its name and its attributes stay.
func (d *Document) Unwrap(id ID) {
	n := &d.nodes[id]
	n.Tag, n.Traits = Unknown, n.Traits&^HasConcealing
}
