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
	room := cap(r.scratch) + r.page.Room() + r.html.Room() + r.matcher.Room() + r.found.Room() + r.output.room() + r.recording.room() + r.cleaning.room() + hugepage.Room(r.suspended) + hugepage.Room(r.spare)
	if r.article != nil {
		room += r.article.Room()
	}
	for i := range r.suspended {
		room += r.suspended[i].room()
	}
	for i := range r.spare {
		room += r.spare[i].room()
	}
	return room
}

func (o *output) room() int {
	return cap(o.w.out) + cap(o.w.prefix) + o.inline.Room() + o.grid.Room() +
		hugepage.Room(o.openElements) + hugepage.Room(o.ways) + hugepage.Room(o.lists) + hugepage.Room(o.run.levels) + hugepage.Room(o.containers) + hugepage.Room(o.notes)
}
