package markdown

import "tidemark/core/internal/dom"

// descriptions renders <dl>: as blocks, unless it is a table of contents.
func (r *Renderer) descriptions(id dom.ID) step {
	if r.page.IsContents(id) {
		return r.list(id)
	}
	return r.box(id)
}

// term renders <dt> and <summary>, which head what follows them: Markdown has no form for either. A section in <summary> that has a heading
// needs no other mark.
func (r *Renderer) term(id dom.ID) step {
	if r.phrasing == blocks && r.page.HoldsHeadedSection(id) {
		return r.box(id)
	}
	return r.boldBox(id)
}
