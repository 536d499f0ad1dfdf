package dom

import "strings"

// Attrs gives the attributes of an element, in the order of the source.
func (d *Document) Attrs(id ID) []Attr {
	n := &d.nodes[id]
	return d.attrs[n.attrStart:n.attrEnd]
}

// Attr gives the value of an attribute, and whether the element has it.
func (d *Document) Attr(id ID, name string) (string, bool) {
	for _, a := range d.Attrs(id) {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// Value gives the value of an attribute, empty where the element has none.
func (d *Document) Value(id ID, name string) string {
	v, _ := d.Attr(id, name)
	return v
}

// Is tells whether a node is an HTML element of that tag.
func (d *Document) Is(id ID, tag Tag) bool {
	n := &d.nodes[id]
	return n.Kind == KindElement && n.Tag == tag
}

// Following gives the node after id in document order, within root: its first child, or what comes after it.
func (d *Document) Following(id, root ID) ID {
	if first := d.nodes[id].First; first != 0 {
		return first
	}
	return d.FollowingSkipped(id, root)
}

// FollowingSkipped gives the node after id and all its descendants in document order, within root.
func (d *Document) FollowingSkipped(id, root ID) ID {
	for id != root && id != 0 {
		if next := d.nodes[id].Next; next != 0 {
			return next
		}
		id = d.nodes[id].Parent
	}
	return 0
}

// Find gives the first descendant of root with that tag, or 0.
func (d *Document) Find(root ID, tag Tag) ID {
	for id := d.nodes[root].First; id != 0; id = d.Following(id, root) {
		if d.Is(id, tag) {
			return id
		}
	}
	return 0
}

// AppendTextContent appends all text within root to dst.
func (d *Document) AppendTextContent(dst []byte, root ID) []byte {
	for id := root; id != 0; id = d.Following(id, root) {
		if n := &d.nodes[id]; n.Kind == KindText {
			dst = append(dst, n.Data...)
		}
	}
	return dst
}

// IsBlank tells whether a node is text of white space only.
func (d *Document) IsBlank(id ID) bool {
	n := &d.nodes[id]
	return n.Kind == KindText && strings.Trim(n.Data, " \t\n\f\r") == ""
}
