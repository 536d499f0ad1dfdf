package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// isPreview reports whether an image is a small copy of one in a <noscript> behind it in the same figure, which a script puts in its place:
// Medium has a blurred one of the same name in front. A figure is rendered when it is whole.
func (p *Page) isPreview(id dom.ID, source string) bool {
	figure := p.figureAround(id)
	if figure == 0 {
		return false
	}
	c := p.doc.Following(id, figure)
	for n := 0; c != 0 && n < lookAhead; n++ {
		if p.doc.Is(c, dom.TagNoscript) {
			if !p.showsNoscript(c) {
				return false
			}
			other, ok := p.ImageSource(p.doc.Find(c, dom.TagImg))
			return ok && other != source && sameFile(other, source)
		}
		c = p.doc.Following(c, figure)
	}
	return false
}

// figureAround returns the <figure> that an element is in, or 0. It is not looked for far above.
func (p *Page) figureAround(id dom.ID) dom.ID {
	const far = 8 // Medium has seven elements between.
	for range far {
		if id = p.doc.Node(id).Parent; id == 0 || p.doc.Is(id, dom.TagFigure) {
			return id
		}
	}
	return 0
}

// sameFile reports whether two addresses have the same name of a file.
func sameFile(a, b string) bool {
	name := pictureName(a)
	return name != "" && name == pictureName(b)
}

// pictureName is what follows the last slash of the path of an address.
func pictureName(address string) string {
	path, _, _ := strings.Cut(address, "?")
	return path[strings.LastIndexByte(path, '/')+1:]
}
