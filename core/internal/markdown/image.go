package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
)

// image renders <img>.
func (r *Renderer) image(id dom.ID) step {
	switch r.page.ImageMode(id) {
	case page.Keep:
		r.inline.AddImage(int32(id))
	case page.Alt:
		r.inline.AddSilentBreak()
		r.inline.AddText(r.alt(id))
		r.inline.AddSilentBreak()
	default:
		r.inline.AddSilentBreak()
	}
	return done
}

// alt returns the text of an image.
func (r *Renderer) alt(id dom.ID) string {
	if r.doc.Is(id, dom.TagImg) {
		return r.doc.Value(id, dom.AttrAlt)
	}
	return r.page.IslandText(id)
}

// Image is what a token shows that stands for an element.
func (r *Renderer) Image(ref int32) inline.Image {
	id := dom.ID(ref)
	source, _ := r.page.ImageSource(id)
	return inline.Image{Alt: r.alt(id), Source: source, Title: r.titleOfImage(id)}
}
