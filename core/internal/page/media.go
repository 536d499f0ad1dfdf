package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// MediaLink returns the name and the address of embedded content, and whether it has both.
func (p *Page) MediaLink(id dom.ID) (name, target string, isLink bool) {
	if name = p.doc.Value(id, dom.AttrTitle); name == "" {
		name = p.doc.Value(id, dom.AttrAriaLabel)
	}
	// Without an address nothing is embedded: it is not that of the page.
	if source := p.mediaSource(id); name != "" && strings.Trim(source, ascii.Space) != "" {
		target, isLink = p.Address(source)
	}
	return name, target, isLink
}

// firstSource returns the <source> that the content of an element begins with, or 0.
func (p *Page) firstSource(id dom.ID) dom.ID {
	c := p.doc.Node(id).First
	for c != 0 && p.doc.IsBlank(c) {
		c = p.doc.Node(c).Next
	}
	if c != 0 && p.doc.Is(c, dom.TagSource) {
		return c
	}
	return 0
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
