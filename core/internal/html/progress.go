package html

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// Settled reports, of a document that came in pieces so far, whether nothing of what is in its body can go again, which a frameset
// takes the place of as long as it shows nothing. Its head is complete then.
// https://html.spec.whatwg.org/multipage/parsing.html#the-frameset-ok-flag
func (p *Parser) Settled() bool { return !p.framesetOK && p.openBody() != 0 }

// Parsed is how far the source has been parsed, in bytes.
func (p *Parser) Parsed() int { return p.pos }

// Depth is the number of open elements.
func (p *Parser) Depth() int { return p.open.depth }

// OpenElements returns the open elements, from the top of their stack down, in the room of a slice that nobody needs any more. What can
// still change is in them, in front of an open table, or opened again from the list of active formatting elements.
func (p *Parser) OpenElements(room []dom.ID) []dom.ID {
	open := hugepage.Renew(&p.watch, room, p.open.depth)
	for place := p.open.top; place != 0; place = p.open.at(place).below {
		open = append(open, p.open.at(place).id)
	}
	return open
}

// MayCompact reports whether the document can be compacted now.
func (p *Parser) MayCompact() bool { return p.mode != inTableText && p.extents == nil }

// Compact lets go of nodes of the document that are no longer below its root, and of their source. It gives the new ID of each
// node by its ID before, nil if all stay where they are, since too much is still needed.
func (p *Parser) Compact() []dom.ID {
	if p.doc.IsNeeded() {
		p.doc.DropSpare() // It would lie beside the tree until the next time.
		return nil
	}
	p.others = append(p.OpenElements(p.others), p.head, p.form)
	for i := range p.formatting {
		p.others = append(p.others, p.formatting[i].id)
	}
	moved, parsed := p.doc.Compact(p.pos, p.others)
	p.open.moved(moved, p.doc)
	for i := range p.formatting {
		f := &p.formatting[i]
		f.id = moved[f.id]
	}
	p.head, p.form = moved[p.head], moved[p.form]
	gone := p.pos - parsed
	p.clones -= gone / bytesForClone // They are counted against the source that was before them.
	p.retry -= gone
	p.pos, p.src = parsed, p.doc.Source()
	return moved
}

// moved takes note of the new IDs of the open elements, by their IDs before, and of their names. The names of formatting elements
// are all tags, and stay.
func (s *openElements) moved(moved []dom.ID, doc *dom.Document) {
	s.topmost.other, s.topmostForeign.other = s.topmost.other[:0], s.topmostForeign.other[:0]
	for place := s.top; place != 0; place = s.slots[place].below {
		e := &s.slots[place]
		e.id = moved[e.id]
		if e.name.Other() < 0 {
			continue
		}
		e.name = doc.NameOf(e.id)
		if topmost := s.topmostOf(e); *topmost == 0 {
			*topmost = place
		}
	}
}
