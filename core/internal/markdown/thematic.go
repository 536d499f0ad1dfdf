package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// thematicBreak renders <hr>.
func (r *Renderer) thematicBreak(id dom.ID) step {
	r.boundary()
	if r.phrasing != blocks || r.settings.Plain || r.page.IsFootnoteHeading(id) {
		return done
	}
	text := r.settings.HR
	if r.onMarkerLine(text[0]) || r.atStart() && inline.BeginsFrontMatter(strings.TrimSpace(text)) {
		// "- ---" would be one thematic break, not one in a list item, and "---" the beginning of front matter.
		text = strings.Map(func(c rune) rune {
			if c == '*' || c == '-' || c == '_' {
				return '_'
			}
			return c
		}, text)
	}
	r.recordBlock(id)
	r.w.open(horizontalRule)
	r.w.text(text)
	return done
}

// onMarkerLine reports whether a block would begin right after a list marker of that character.
func (r *Renderer) onMarkerLine(marker byte) bool {
	n := len(r.w.out)
	return r.w.last == noBlock && n-2 >= r.w.begin && r.w.out[n-1] == ' ' && r.w.out[n-2] == marker
}
