package htmlwriter

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// isTold reports whether it is told where elements of a role are written.
func isTold(role page.Role, tag dom.Tag) bool {
	return role == page.Heading || role == page.Link || role == page.Table || role == page.Cell || tag == dom.TagLi
}

// tell tells where an element has been written, if that is asked.
func (w *Writer) tell(id dom.ID, start int) {
	if w.Written != nil && len(w.out) > start {
		w.Written(id, start, len(w.out))
	}
}
