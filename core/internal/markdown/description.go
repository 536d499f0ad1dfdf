package markdown

import "tidemark/core/internal/dom"

// descriptions renders <dl>: as blocks, unless it is a table of contents.
func (r *Renderer) descriptions(id dom.ID) step {
	if r.page.IsContents(id) {
		return r.list(id)
	}
	return r.box(id)
}
