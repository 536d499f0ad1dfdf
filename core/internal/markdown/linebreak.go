package markdown

import "tidemark/core/internal/dom"

// lineBreak renders <br>. At the edge of a block it shows nothing and is left out. Two with nothing between them end a paragraph where
// there is room for another.
func (r *Renderer) lineBreak(dom.ID) step {
	if r.phrasing == blocks && r.inline.EndsLine() {
		r.flush()
		return done
	}
	r.inline.AddBreak()
	return done
}
