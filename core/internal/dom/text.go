package dom

import "unsafe"

// Text returns the text of a text node, a comment or a doctype.
func (d *Document) Text(id ID) string {
	n := &d.nodes[id]
	if n.flags&isDecoded != 0 {
		return text(d.decoded[n.from:n.to])
	}
	return text(d.source[n.Start:n.End])
}

// text gives bytes that do not change, neither the source nor what was decoded, as a string.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
