package turndown

import (
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Meter has the memory counted that the renderer holds, of which Room tells.
func (r *Renderer) Meter(m *watch.Meter) { r.watch.Meter(m) }

// Room is how many bytes there is room for in what the renderer has beside the document, the Markdown included.
func (r *Renderer) Room() int {
	return cap(r.w.out) + cap(r.w.prefixes) + hugepage.Room(r.open) + cap(r.edgeTexts) + cap(r.scratch) + hugepage.Room(r.definitions) + cap(r.definitionTexts) + r.found.Room() +
		cap(r.collapser.scratch) + r.survey.room()
}
