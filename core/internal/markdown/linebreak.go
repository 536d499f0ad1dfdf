package markdown

import "tidemark/core/internal/dom"

// lineBreak renders <br>. At the edge of a block it shows nothing and is left out.
func (r *Renderer) lineBreak(dom.ID) step {
	r.inline.AddBreak()
	return done
}
