package page

import "tidemark/core/internal/dom"

// IsAnnotation reports whether a node stands in the parentheses of an annotation, or is one of them.
func (p *Page) IsAnnotation(id dom.ID) bool {
	return p.doc.Is(id, dom.TagRp) || p.doc.Is(id, dom.TagRt) && !p.IsEmpty(id) && !p.IsUnseen(id)
}

// Previous returns the node before, past white space, or 0.
func (p *Page) Previous(id dom.ID) dom.ID {
	id = p.doc.Node(id).Prev
	for id != 0 && p.doc.IsBlank(id) {
		id = p.doc.Node(id).Prev
	}
	return id
}

// Next returns the node after, past white space, or 0.
func (p *Page) Next(id dom.ID) dom.ID {
	id = p.doc.Node(id).Next
	for id != 0 && p.doc.IsBlank(id) {
		id = p.doc.Node(id).Next
	}
	return id
}
