package markdown

import (
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Meter has the memory counted that the renderer holds, of which Room tells.
func (r *Renderer) Meter(m *watch.Meter) { r.watch.Meter(m) }

// Room is how many bytes there is room for in what the renderer has beside the document, the Markdown included. Of maps it is about
// that.
func (r *Renderer) Room() int {
	return cap(r.w.out) + cap(r.w.prefix) + cap(r.scratch) + cap(r.tex) +
		r.inline.Room() + hugepage.Room(r.entered) + hugepage.Room(r.ways) +
		hugepage.Room(r.lists) + hugepage.Room(r.containers) + hugepage.Room(r.htmlParts) +
		r.footnotes.room() + r.grid.room() + r.mathML.Room()
}

// ofEntry is about how many bytes an entry of a map with strings takes.
const ofEntry = 128

func (f *footnotes) room() int {
	return ofEntry*(len(f.byID)+len(f.labels)+len(f.anchors)+len(f.sections)) + hugepage.Room(f.list)
}

func (g *grid) room() int {
	return hugepage.Room(g.rows) + hugepage.Room(g.cells) + hugepage.Room(g.aligned) + hugepage.Room(g.ahead)
}
