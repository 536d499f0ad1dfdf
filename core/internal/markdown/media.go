package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// media renders embedded content as a link to it, where it has an address and a name; or else what the page gives to those
// who cannot show it.
func (r *Renderer) media(id dom.ID) leaving {
	name := r.doc.Value(id, dom.AttrTitle)
	if name == "" {
		name = r.doc.Value(id, dom.AttrAriaLabel)
	}
	target, isLink := "", false
	if name != "" {
		target, isLink = r.address(r.mediaSource(id))
	}
	r.boundary()
	if isLink {
		r.pushLink(inline.Link{Address: target})
		r.inline.AddText(name)
		r.inline.Pop()
	} else if r.doc.Node(id).Tag != dom.TagIframe { // What is in <iframe> is text that is never shown.
		return inside | endsBox
	}
	r.boundary()
	return rendered
}

// mediaSource finds the address of embedded content, as it stands in an attribute.
func (r *Renderer) mediaSource(id dom.ID) string {
	if address := r.doc.Value(id, dom.AttrSrc); address != "" {
		return address
	}
	if address := r.doc.Value(id, dom.AttrData); address != "" {
		return address
	}
	return r.doc.Value(r.firstSource(id), dom.AttrSrc)
}
