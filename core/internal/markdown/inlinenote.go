package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// addNote adds a reference to a footnote whose text is still to be written.
func (r *Renderer) addNote(i int32, referrer dom.ID) {
	r.inline.AddFootnote(i, int32(referrer))
	hugepage.Push(&r.watch, &r.notes, i)
}

// writeNotes writes the footnotes that stand where they are referred to, behind the block or the list that they are in. Those in them come
// behind them.
//
//tidemark:recurses once: in a note others wait
func (r *Renderer) writeNotes() {
	if r.inNotes || r.phrasing != blocks || len(r.lists) > 0 {
		return
	}
	r.inNotes = true
	for at := 0; at < len(r.notes) && !r.stopped(); at++ {
		f := r.page.Footnote(r.notes[at])
		r.beginDefinition(f)
		r.children(f.Item)
		r.endDefinition()
	}
	r.notes, r.inNotes = r.notes[:0], false
}
