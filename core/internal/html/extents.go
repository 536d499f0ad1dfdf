package html

import (
	"slices"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// extents finds where elements end in the source, by what each token changes on the stack of open elements. It costs those nothing who do not
// ask for it: the stack does not know of it, but for what changes in its middle.
type extents struct {
	open []openExtent // the stack of open elements as it was after the last token
	changes
}

// openExtent is an element that was open.
type openExtent struct {
	place int32
	id    dom.ID
}

// changes are those of the stack of open elements that are not at its top.
type changes struct {
	out, in      []dom.ID
	isDisordered bool // something is put into what has been closed, or closed while what is in it goes on
}

func (c *changes) removed(id dom.ID) {
	if c != nil {
		c.out, c.isDisordered = append(c.out, id), true
	}
}

func (c *changes) inserted(id dom.ID) {
	if c != nil {
		c.in, c.isDisordered = append(c.in, id), true
	}
}

func (c *changes) reopened() {
	if c != nil {
		c.isDisordered = true
	}
}

// startExtents begins to find them in a document, or ends to.
func (p *Parser) startExtents(asked bool) {
	if !asked {
		p.extents, p.open.changes = nil, nil
		return
	}
	if p.extents == nil {
		p.extents = new(extents)
	}
	x := p.extents
	*x = extents{open: x.open[:0], changes: changes{out: x.out[:0], in: x.in[:0]}}
	p.open.changes = &x.changes
}

func (x *extents) room() int {
	if x == nil {
		return 0
	}
	return hugepage.Room(x.open) + hugepage.Room(x.out) + hugepage.Room(x.in)
}

// runExtents is run that also finds where elements end. It handles one token after the other: flow would several.
func (p *Parser) runExtents() error {
	for {
		p.watch.Look()
		far := p.pos + longestText
		for i := 0; i < checkEvery*maxFlow && p.pos < far; i++ {
			if p.flows() && p.textInBody() {
				continue
			}
			p.foreign = p.adjustedCurrent().ns != dom.HTML
			if !p.next() {
				return nil
			}
			if p.token.kind != nothing {
				at := p.token
				if p.construct(); at.kind == characters {
					at.start = p.token.start // White space before it may have been for what the rest has closed.
				}
				p.noteExtents(&at)
			}
			if p.stopped {
				p.endExtents()
				p.watch.Look()
				return nil
			}
		}
	}
}

// textInBody handles text as flow does, if the next token is text that may stand where it is. It can only open formatting elements again.
func (p *Parser) textInBody() bool {
	src, start := window(p.src, p.pos), p.pos
	if start+16 > len(src) || src[start] == '<' || p.framesetOK || p.mode != inBody && p.mode != inCell {
		return false
	}
	end, raw := textEnd(src, start)
	if end == len(src) {
		return false
	}
	if raw {
		p.flowText(start, end, raw)
	} else {
		p.pos, p.token.start = end, start
		p.reconstruct()
		p.doc.AppendText(p.open.current().id, uint32(start), uint32(end))
	}
	p.noteExtents(&token{kind: characters, start: start, end: end})
	return true
}

// noteExtents takes note of what a token has changed.
func (p *Parser) noteExtents(t *token) {
	x := p.extents
	if last := len(x.open) - 1; last >= 0 && x.open[last] == (openExtent{p.open.top, p.open.current().id}) && len(x.out)+len(x.in) == 0 {
		return
	}
	for _, id := range x.out {
		p.endExtent(id, t, true)
	}
	for _, id := range x.in {
		p.doc.SetExtent(id, t.start, t.start) // until it is closed; it may have been
	}
	x.out, x.in = x.out[:0], x.in[:0]

	n := len(x.open)
	for ; n > 0 && p.open.at(x.open[n-1].place).id != x.open[n-1].id; n-- {
		isOutermost := n == 1 || p.open.at(x.open[n-2].place).id == x.open[n-2].id
		p.endExtent(x.open[n-1].id, t, isOutermost)
	}
	x.open = x.open[:n]
	for place := p.open.top; place != 0 && (n == 0 || p.open.at(place).id != x.open[n-1].id); place = p.open.at(place).below {
		id := p.open.at(place).id
		hugepage.Push(&p.watch, &x.open, openExtent{place: place, id: id})
		if start, end := p.doc.SourceOf(id); start == 0 && end == 0 { // else it has come into the middle before
			p.doc.SetExtent(id, t.start, 0)
		}
	}
	slices.Reverse(x.open[n:])
}

// endExtent takes note of an element that has been closed: behind its end tag, or before what closed it. Of several at once the end tag is that of
// the outermost.
func (p *Parser) endExtent(id dom.ID, t *token, isOutermost bool) {
	start, end := p.doc.SourceOf(id)
	if end > start {
		return // It was taken out of the middle before.
	}
	if end = t.start; isOutermost && t.kind == endTag && (p.doc.NameOf(id) == t.name || isHeading(t.tag) && isHeading(p.doc.Node(id).Tag)) {
		end = t.end
	}
	p.doc.SetExtent(id, start, end)
}

func isHeading(tag dom.Tag) bool { return tag >= dom.TagH1 && tag <= dom.TagH6 }

// endExtents ends what is open at the end of the file. That are the body and html, too: their end tags close nothing.
func (p *Parser) endExtents() {
	for _, o := range p.extents.open {
		start, _ := p.doc.SourceOf(o.id)
		p.doc.SetExtent(o.id, start, len(p.src))
	}
	p.doc.Disordered = p.extents.isDisordered
}

// embedExtents has the nodes of what was embedded in an element, which come after so many, stand where that does. Its end tag is the token.
func (p *Parser) embedExtents(into dom.ID, before int) {
	for id := dom.ID(before + 1); int(id) <= p.doc.Len(); id++ {
		p.doc.SetExtent(id, int(p.doc.Node(into).Start), p.token.end)
	}
}
