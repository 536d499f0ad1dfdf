package markdown

import (
	"math"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// keep writes an element as HTML: as a block, or in the line that it stands in.
func (r *Renderer) keep(id dom.ID) {
	if r.isKeptBlock(id) && r.phrasing == blocks {
		r.boundary()
		r.w.open(htmlBlock)
		r.w.kept(&r.html, r.doc, &r.page, id)
		return
	}
	isBlock := r.isKeptBlock(id)
	if isBlock {
		r.boundary()
	}
	limit := math.MaxInt
	if r.w.limit != math.MaxInt {
		limit = max(0, r.w.limit-len(r.w.out))
	}
	var isWhole bool
	r.scratch, isWhole = r.html.AppendKept(r.scratch[:0], &r.watch, r.doc, &r.page, id, limit, true)
	r.w.full = r.w.full || !isWhole
	r.inline.AddRaw(r.scratch)
	if isBlock {
		r.boundary()
	}
}

// isKeptBlock reports whether an element that is kept as HTML is a block.
func (r *Renderer) isKeptBlock(id dom.ID) bool {
	return page.Of(r.doc.Node(id).Tag).Display == page.Block
}
