package htmlwriter

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// part is what is written in the place of what an element holds.
type part struct {
	element dom.ID
	outer   dom.ID // what is written that the element is in
}

func (w *Writer) children(root dom.ID) {
	w.parts = w.parts[:0]
	id := w.doc.Node(root).First
	for id != 0 && !w.stopped() {
		inside := w.begin(id)
		if inside != 0 && inside != id {
			hugepage.Push(w.watch, &w.parts, part{element: id, outer: root})
			root, id = inside, inside
		}
		if first := w.doc.Node(id).First; inside != 0 && first != 0 {
			id = first
			continue
		}
		if inside != 0 && id != root {
			w.end(id)
		}
		root, id = w.after(root, id)
	}
}

// after returns the node to be written after one within root, and what that is in.
func (w *Writer) after(root, id dom.ID) (newRoot, next dom.ID) {
	for {
		n := w.doc.Node(id)
		switch last := len(w.parts) - 1; {
		case id != root && n.Next != 0:
			return root, n.Next
		case id != root:
			if id = n.Parent; id != root {
				w.end(id)
			}
		case last < 0:
			return root, 0
		default:
			part := w.parts[last]
			if w.doc.Is(part.element, dom.TagSelect) {
				if option := w.page.NextSelected(part.element, root); option != 0 {
					if root, id = option, option; w.doc.Node(id).First != 0 {
						return root, w.doc.Node(id).First
					}
					continue
				}
				w.text(" ")
			}
			root, id = part.outer, part.element
			w.parts = w.parts[:last]
		}
	}
}
