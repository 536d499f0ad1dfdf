package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// mayBeOdd reports whether an element may be unseen or a formula.
func (r *Renderer) mayBeOdd(n *dom.Node) bool {
	return page.Of(n.Tag).NeedsCheck(n.Traits, r.markedTraits)
}
