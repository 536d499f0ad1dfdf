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
	return cap(r.w.out) + cap(r.w.prefix) + cap(r.scratch) +
		hugepage.Room(r.formats) + hugepage.Room(r.outermost) + hugepage.Room(r.entered) + hugepage.Room(r.ways) +
		hugepage.Room(r.lists) + hugepage.Room(r.containers) + r.html.Room() + hugepage.Room(r.wrap.spaces) +
		r.run.room() + r.links.room() + r.references.room() + r.page.Room()
}

func (r *run) room() int {
	return cap(r.text) + hugepage.Room(r.tokens) + hugepage.Room(r.open) + hugepage.Room(r.delims.list) +
		hugepage.Room(r.delims.stack) + hugepage.Room(r.delims.bases) + hugepage.Room(r.delims.escapes)
}

// ofLink is how many bytes a link takes in its part.
const ofLink = 40

// ofAddress is about how many bytes an address takes that had to be resolved.
const ofAddress = 64

func (s *shownLinks) room() int {
	return int(s.count)*ofAddress + len(s.parts)*linksInPart*ofLink
}

// ofEntry is about how many bytes an entry of a map with strings takes.
const ofEntry = 128

func (d *references) room() int { return 2*ofEntry*len(d.list) + hugepage.Room(d.list) + d.texts }
