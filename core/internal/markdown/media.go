package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// media renders embedded content as a link to it, where it has an address and a name; or else what the page gives to those
// who cannot show it.
func (r *Renderer) media(id dom.ID) leaving {
	name, target, isLink := r.mediaLink(id)
	r.boundary()
	if isLink {
		r.pushLink(shownLink{link: link{address: target}})
		r.run.addText(name)
		r.pop(false)
	} else if !page.Of(r.doc.Node(id).Tag).Is(page.Raw) {
		return inside | endsBox
	}
	r.boundary()
	return rendered
}

// mediaLink returns the name and the address of embedded content, and whether it has both.
func (r *Renderer) mediaLink(id dom.ID) (name, target string, isLink bool) {
	if name = r.doc.Value(id, dom.AttrTitle); name == "" {
		name = r.doc.Value(id, dom.AttrAriaLabel)
	}
	if name != "" {
		target, isLink = r.address(r.mediaSource(id))
	}
	return name, target, isLink
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
