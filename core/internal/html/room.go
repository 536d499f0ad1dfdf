package html

import (
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Meter has the memory counted that the parser holds, of which Room tells.
func (p *Parser) Meter(m *watch.Meter) { p.watch.Meter(m) }

// Room is how many bytes there is room for in what the parser has beside the document.
func (p *Parser) Room() int {
	return p.open.room() + cap(p.scratch) + hugepage.Room(p.templateModes) + hugepage.Room(p.formatting) +
		hugepage.Room(p.pendingTable) + hugepage.Room(p.others) + p.embedded.room() + p.extents.room()
}

func (s *openElements) room() int {
	return hugepage.Room(s.slots) + hugepage.Room(s.enders) + hugepage.Room(s.topmost.other) + hugepage.Room(s.topmostForeign.other)
}
