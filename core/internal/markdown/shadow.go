package markdown

import "tidemark/core/internal/dom"

// shadowRoot renders the <template> that is shown in the place of what its element holds, with that in it.
func (r *Renderer) shadowRoot(id dom.ID) step {
	r.page.FillSlots(id)
	return descend
}
