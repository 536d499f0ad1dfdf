package inventory

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// Kind is what an element was written as.
type Kind uint8

const (
	Nothing Kind = iota // that is listed
	AsHeading
	AsLink
	AsImage
	AsTable
	AsCell
	AsCode
	AsFootnote
)

// Places tell where nodes stand, in the document and in its Markdown. The zero Places are ready.
type Places struct {
	// InHTML is the part of the document that an element is.
	InHTML func(id dom.ID) Range

	markdown []byte
	first    []int32 // by node: the number of its last place, 0 where it has none
	list     []place // by number
}

// place is where a node stands in the Markdown.
type place struct {
	at   Range
	as   Kind
	next int32 // the number of another of the same node
}

// Begin begins the places of a document with so many nodes, and its Markdown.
func (p *Places) Begin(markdown []byte, nodes int, inHTML func(dom.ID) Range) {
	p.InHTML, p.markdown, p.list = inHTML, markdown, append(p.list[:0], place{})
	if p.first = p.first[:0]; cap(p.first) < nodes {
		p.first = make([]int32, 0, nodes)
	}
	p.first = p.first[:nodes]
	clear(p.first)
}

// Add notes where a node was written. Those of one node are added in their order.
func (p *Places) Add(id dom.ID, as Kind, start, end int) {
	if int(id) >= len(p.first) {
		return
	}
	p.list = append(p.list, place{at: Range{start, end}, as: as, next: p.first[id]})
	p.first[id] = int32(len(p.list) - 1)
}

// inMarkdown is the first part of the Markdown that a node was written as, nil if it was not.
func (p *Places) inMarkdown(id dom.ID, as Kind) *Range {
	var found *Range
	for i := p.first[id]; i != 0; i = p.list[i].next {
		if at := &p.list[i]; at.as == as {
			found = &Range{at.at[0], at.at[1]}
		}
	}
	return found
}

// text is what a node was written as.
func (p *Places) text(id dom.ID, as Kind) string {
	if at := p.inMarkdown(id, as); at != nil {
		return string(p.markdown[at[0]:at[1]])
	}
	return ""
}

// Room is how many bytes there is room for.
func (p *Places) Room() int { return hugepage.Room(p.first) + hugepage.Room(p.list) }

// Release drops what belongs to the document.
func (p *Places) Release() { p.InHTML, p.markdown = nil, nil }
