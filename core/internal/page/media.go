package page

import "tidemark/core/internal/dom"

// MediaLink returns the name and the address of embedded content, and whether it has both.
func (p *Page) MediaLink(id dom.ID) (name, target string, isLink bool) {
	if name = p.doc.Value(id, dom.AttrTitle); name == "" {
		name = p.doc.Value(id, dom.AttrAriaLabel)
	}
	if name != "" {
		target, isLink = p.Address(p.mediaSource(id))
	}
	return name, target, isLink
}

// mediaSource finds the address of embedded content, as it stands in an attribute.
func (p *Page) mediaSource(id dom.ID) string {
	if address := p.doc.Value(id, dom.AttrSrc); address != "" {
		return address
	}
	if address := p.doc.Value(id, dom.AttrData); address != "" {
		return address
	}
	return p.doc.Value(p.firstSource(id), dom.AttrSrc)
}
