package page

import "tidemark/core/internal/dom"

// firstElement returns the element that the content of an element begins with, past white space, or 0.
func (p *Page) firstElement(id dom.ID) dom.ID {
	c := p.doc.Node(id).First
	for c != 0 && p.doc.IsBlank(c) {
		c = p.doc.Node(c).Next
	}
	if !p.IsElement(c) {
		return 0
	}
	return c
}

// firstSeenElement returns the first element in another that is seen, unless text comes before it, or 0.
func (p *Page) firstSeenElement(id dom.ID) dom.ID {
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(c).Next {
		if n := p.doc.Node(c); n.Kind == dom.KindElement && !p.IsUnseen(c) {
			return c
		}
		if p.IsText(c) && !p.doc.IsBlank(c) {
			return 0
		}
	}
	return 0
}

// prevElement returns the last of the elements before a node, or 0.
func (p *Page) prevElement(id dom.ID) dom.ID {
	for id != 0 {
		if id = p.doc.Node(id).Prev; p.IsElement(id) {
			return id
		}
	}
	return 0
}

// nextElement returns the next of the elements beside a node, or 0.
func (p *Page) nextElement(id dom.ID) dom.ID {
	for id != 0 {
		if id = p.doc.Node(id).Next; p.IsElement(id) {
			return id
		}
	}
	return 0
}
