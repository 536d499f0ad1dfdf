package page

import (
	"strconv"
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// isDecoration reports whether an image says nothing: it says so itself, it is no larger than an icon, or all that it says is what its file is
// named.
func (p *Page) isDecoration(id dom.ID) bool {
	alt, hasAlt := p.doc.Attr(id, dom.AttrAlt)
	switch role := p.doc.Value(id, dom.AttrRole); {
	case hasAlt && ascii.Trim(alt) == "", strings.EqualFold(role, "presentation"), strings.EqualFold(role, "none"):
		return true
	case p.isSmall(id, dom.AttrWidth), p.isSmall(id, dom.AttrHeight):
		return true
	}
	source, _ := p.ImageSource(id)
	return hasAlt && saysFile(alt, source)
}

// largestIcon is up to how many pixels an image is an icon.
const largestIcon = 32

func (p *Page) isSmall(id dom.ID, dimension dom.AttrKey) bool {
	pixels, err := strconv.Atoi(strings.TrimSuffix(ascii.Trim(p.doc.Value(id, dimension)), "px"))
	return err == nil && pixels <= largestIcon
}

// saysFile reports whether text is the name of the file at an address, with or without its ending.
func saysFile(text, address string) bool {
	if end := strings.IndexAny(address, "?#"); end >= 0 {
		address = address[:end]
	}
	file := address[strings.LastIndexByte(address, '/')+1:]
	text = ascii.Trim(text)
	ending := strings.LastIndexByte(file, '.')
	return text != "" && (strings.EqualFold(text, file) || ending > 0 && strings.EqualFold(text, file[:ending]))
}
