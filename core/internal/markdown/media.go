package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
)

// media renders embedded content as a link to it, where it has an address; or else what it holds: the document of a frame, or what the
// page gives to those who cannot show it.
func (r *Renderer) media(id dom.ID) step {
	name, target, isLink := r.page.MediaLink(id)
	if !isLink && r.doc.Is(id, dom.TagObject) {
		return descend // It stands in a line, and so does what it holds.
	}
	r.boundary()
	if isLink {
		r.writeMedia(id, name, target)
		return done
	}
	if !page.Of(r.doc.Node(id).Tag).Is(page.Raw) || r.page.IsFrameDocument(id) {
		return descend | endsBox
	}
	r.boundary()
	return done
}

// writeMedia writes a link to embedded content, in a paragraph of its own.
func (r *Renderer) writeMedia(id dom.ID, name, target string) {
	r.pushLink(&inline.Link{Address: target, Ref: int32(id)})
	r.inline.AddText(name)
	r.inline.Pop()
	r.attended(id) // The boundary ends its paragraph.
	r.boundary()
}
