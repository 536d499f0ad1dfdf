package dom

import (
	"tidemark/core/internal/ascii"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Is reports whether a node is an HTML element of that tag.
func (d *Document) Is(id ID, tag Tag) bool {
	n := &d.nodes[id]
	return n.Kind == KindElement && n.Tag == tag
}

// Following returns the node after id in document order, within root: its first child, or what comes after it.
func (d *Document) Following(id, root ID) ID {
	if first := d.nodes[id].First; first != 0 {
		return first
	}
	return d.FollowingSkipped(id, root)
}

// FollowingSkipped returns the node after id and all its descendants in document order, within root.
func (d *Document) FollowingSkipped(id, root ID) ID {
	for id != root && id != 0 {
		if next := d.nodes[id].Next; next != 0 {
			return next
		}
		id = d.nodes[id].Parent
	}
	return 0
}

// Find returns the first descendant of root with that tag, or 0.
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
	nodes := 0
	for id := root; id != 0; id = d.Following(id, root) {
		if nodes++; nodes%watch.EverySteps == 0 {
			d.watch.Look()
		}
		if d.nodes[id].Kind == KindText {
			text := d.Text(id)
			dst = hugepage.Grow(d.watch, dst, len(text))
			for ; len(text) > watch.Every; text = text[watch.Every:] {
				dst = append(dst, text[:watch.Every]...)
				d.watch.Look()
			}
			dst = append(dst, text...)
		}
	}
	return dst
}

// IsBlank reports whether a node is text of white space only.
func (d *Document) IsBlank(id ID) bool {
	if d.nodes[id].Kind != KindText {
		return false
	}
	text := d.Text(id)
	return text == "" || ascii.IsSpace(text[0]) && ascii.AfterSpace(text, 1) == len(text)
}
