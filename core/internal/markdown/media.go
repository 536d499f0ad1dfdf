package markdown

import "tidemark/core/internal/dom"

// media renders embedded content as a link to it, where it has an address and a name; or else what the page gives to those
// who cannot show it.
func (r *Renderer) media(id dom.ID) leaving {
	address := r.doc.Value(id, dom.AttrSrc)
	if address == "" {
		address = r.doc.Value(id, dom.AttrData)
	}
	if address == "" {
		address = r.doc.Value(r.firstSource(id), dom.AttrSrc)
	}
	name := r.doc.Value(id, dom.AttrTitle)
	if name == "" {
		name = r.doc.Value(id, dom.AttrAriaLabel)
	}
	r.boundary()
	if target, ok := r.address(address); ok && name != "" {
		r.pushLink(shownLink{link: link{address: target}})
		r.run.addText(name)
		r.pop(false)
	} else if r.doc.Node(id).Tag != dom.TagIframe { // What is in <iframe> is text that is never shown.
		return inside | endsBox
	}
	r.boundary()
	return rendered
}
