package htmlwriter

import "tidemark/core/internal/dom"

// hasFormats reports whether an element has a style for which HTML has elements. It is written as those.
func (w *Writer) hasFormats(id dom.ID) bool {
	strong, emphasis, deleted := w.page.FormatsOf(id)
	return strong || emphasis || deleted
}

// openFormats opens the elements that the style of an element stands for.
func (w *Writer) openFormats(id dom.ID) {
	strong, emphasis, deleted := w.page.FormatsOf(id)
	if strong {
		w.text("<strong>")
	}
	if emphasis {
		w.text("<em>")
	}
	if deleted {
		w.text("<del>")
	}
}

func (w *Writer) closeFormats(id dom.ID) {
	strong, emphasis, deleted := w.page.FormatsOf(id)
	if deleted {
		w.text("</del>")
	}
	if emphasis {
		w.text("</em>")
	}
	if strong {
		w.text("</strong>")
	}
}
