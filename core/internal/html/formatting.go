package html

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// formattingElement is an entry in the list of active formatting elements. A marker has no id.
type formattingElement struct {
	id    dom.ID
	place int32 // on the stack of open elements, if it is there
	name  dom.Name

	// attrs is a hash of the attributes, once hashed.
	hashed bool
	attrs  uint64
}

// maxFormatting is how many elements the list can hold behind its last marker. The standard sets no limit, and a page that
// opens n formatting elements and n paragraphs could have a tree of n² elements. Browsers limit the depth of the tree, to 512
// elements in Chromium; here, as for elements that are the same, the earliest is left out.
const maxFormatting = 256

// noahsArk is how many elements that are the same the list holds.
// https://html.spec.whatwg.org/multipage/parsing.html#push-onto-the-list-of-active-formatting-elements
const noahsArk = 3

// isOpenFormatting reports whether an entry is on the stack of open elements.
func (p *Parser) isOpenFormatting(f *formattingElement) bool {
	return p.open.at(f.place).id == f.id
}

// pushFormatting adds the current node to the list of active formatting elements.
func (p *Parser) pushFormatting() {
	e := p.open.current()
	last := len(p.formatting)
	hugepage.Push(&p.watch, &p.formatting, formattingElement{})
	entry := &p.formatting[last]
	entry.id, entry.place, entry.name = e.id, p.open.top, e.name
	i, same, earliest := last-1, 0, -1
	for ; i >= 0 && p.formatting[i].id != 0; i-- {
		f := &p.formatting[i]
		if f.name == entry.name && p.attrsHash(f) == p.attrsHash(entry) {
			same++
			earliest = i
		}
	}
	switch first := i + 1; {
	case same >= noahsArk:
		p.removeFormatting(earliest)
	case last-first >= maxFormatting:
		p.removeFormatting(first)
	}
}

func (p *Parser) attrsHash(f *formattingElement) uint64 {
	if !f.hashed {
		f.attrs, f.hashed = p.doc.AttrsHash(f.id), true
	}
	return f.attrs
}

func (p *Parser) pushMarker() {
	hugepage.Push(&p.watch, &p.formatting, formattingElement{})
}

// lastMarker returns the index of the last marker, or -1.
func (p *Parser) lastMarker() int {
	i := len(p.formatting) - 1
	for i >= 0 && p.formatting[i].id != 0 {
		i--
	}
	return i
}

// https://html.spec.whatwg.org/multipage/parsing.html#clear-the-list-of-active-formatting-elements-up-to-the-last-marker
func (p *Parser) clearToLastMarker() { p.formatting = p.formatting[:max(p.lastMarker(), 0)] }

func (p *Parser) removeFormatting(i int) {
	p.formatting = append(p.formatting[:i], p.formatting[i+1:]...)
}

// findFormatting returns the index of the last entry behind the last marker with that name, or -1.
func (p *Parser) findFormatting(name dom.Name) int {
	for i := len(p.formatting) - 1; i >= 0 && p.formatting[i].id != 0; i-- {
		if p.formatting[i].name == name {
			return i
		}
	}
	return -1
}

// indexFormatting returns the index of the entry of an element behind the last marker, or -1.
func (p *Parser) indexFormatting(id dom.ID) int {
	for i := len(p.formatting) - 1; i >= 0 && p.formatting[i].id != 0; i-- {
		if p.formatting[i].id == id {
			return i
		}
	}
	return -1
}

// reconstruct opens the formatting elements again that were closed by something other than their end tag.
// https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements
func (p *Parser) reconstruct() {
	if last := len(p.formatting) - 1; last >= 0 {
		p.reopen(last)
	}
}

// reopen opens the entries up to the given one that are not on the stack of open elements.
func (p *Parser) reopen(last int) {
	if p.formatting[last].id == 0 || p.isOpenFormatting(&p.formatting[last]) {
		return
	}
	first := last
	for first > 0 && p.formatting[first-1].id != 0 && !p.isOpenFormatting(&p.formatting[first-1]) {
		first--
	}
	if excess := last + 1 - first - p.clonesLeft(); excess > 0 {
		p.formatting = append(p.formatting[:first], p.formatting[first+excess:]...)
	}
	for i := first; i < len(p.formatting); i++ {
		f := &p.formatting[i]
		id := p.doc.Clone(f.id)
		p.open.changes.inserted(id)
		p.attach(id)
		p.open.push(id, f.name, f.name.Tag())
		f.id, f.place = id, p.open.top
		p.clones++
	}
}

// bytesForClone is for how many bytes of the source one element can be opened again.
const bytesForClone = 6

// clonesLeft is how many more elements can be opened again: as many as the source before the token allows, and some for a start. No page that means something comes near; without it, one that only opens elements again could take a thousand times
// its own size.
func (p *Parser) clonesLeft() int {
	const some = 16 << 10
	return max(some+p.token.start/bytesForClone-p.clones, 0)
}
