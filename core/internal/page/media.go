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

// MediaText returns what is written for an attachment of Evernote, <en-media>, which has no address.
func (p *Page) MediaText(id dom.ID) string {
	if p.doc.Name(id) != "en-media" {
		return ""
	}
	return p.doc.Value(id, dom.AttrAlt)
}
