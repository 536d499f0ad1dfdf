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
	return cap(r.w.out) + cap(r.w.prefix) + cap(r.scratch) + r.inline.Room() + r.page.Room() + r.html.Room() +
		hugepage.Room(r.entered) + hugepage.Room(r.ways) + hugepage.Room(r.lists) + hugepage.Room(r.containers)
}
