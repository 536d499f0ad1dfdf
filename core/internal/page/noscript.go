package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// fallback is what a <noscript> holds.
type fallback uint8

const (
	noFallback   fallback = iota
	textFallback          // mostly that scripts are to be turned on
	imageFallback
)

// maxFallback is how many nodes of a <noscript> are looked at.
const maxFallback = 64

// showsNoscript reports whether what is in a <noscript> is seen: a picture that a script would load, or what is all that there is.
func (p *Page) showsNoscript(id dom.ID) bool {
	switch p.options.Noscript {
	case HiddenKeep:
		return true
	case HiddenDrop:
		return false
	}
	switch p.fallbackOf(id) {
	case imageFallback:
		return !p.isBesideImage(id)
	case textFallback:
		p.LeftOut = p.LeftOut || !p.ShowHidden
		return p.ShowHidden && p.options.Hidden == HiddenAuto
	}
	return false
}

// fallbackOf finds out what a <noscript> holds.
func (p *Page) fallbackOf(id dom.ID) fallback {
	found := noFallback
	c := p.doc.Following(id, id)
	for looked := 0; c != 0 && looked < maxFallback; looked++ {
		p.step()
		n := p.doc.Node(c)
		switch {
		case n.Kind == dom.KindText:
			if p.showsText(p.doc.Text(c)) {
				found = textFallback
			}
		case p.isFallbackHidden(c):
			c = p.doc.FollowingSkipped(c, id)
			continue
		case n.Tag == dom.TagImg && p.isFallbackImage(c):
			return imageFallback
		}
		c = p.doc.Following(c, id)
	}
	return found
}

// isFallbackHidden reports whether an element in a <noscript> shows nothing there: it is hidden, or far outside of the page, as are those that
// count who reads it. Fields and buttons are of no use.
func (p *Page) isFallbackHidden(id dom.ID) bool {
	n := p.doc.Node(id)
	if Of(n.Tag).Display == None || n.Tag == dom.TagTemplate || n.Namespace != dom.HTML || Of(n.Tag).Role == Input || Of(n.Tag).Role == Control {
		return true
	}
	if n.Traits&dom.HasConcealing == 0 {
		return false
	}
	style := p.doc.Value(id, dom.AttrStyle)
	return p.isConcealed(id) || isOffPage(style)
}

// isOffPage reports whether a style attribute puts an element outside of the page.
func isOffPage(style string) bool {
	return strings.HasPrefix(styleValue(style, "left"), "-") || strings.HasPrefix(styleValue(style, "top"), "-")
}

// isFallbackImage reports whether an image in a <noscript> is one to be seen. One that counts who reads the page has no text, and the address
// of a program, or tells what it counts after the name of a GIF.
func (p *Page) isFallbackImage(id dom.ID) bool {
	source, ok := p.ImageSource(id)
	if !ok || p.isPixel(id) {
		return false
	}
	path, _, isAsked := strings.Cut(source, "?")
	switch extension := strings.ToLower(path[strings.LastIndexByte(path, '.')+1:]); extension {
	case "gif":
		return !isAsked
	case "avif", "bmp", "jfif", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp":
		return true
	}
	return p.doc.Value(id, dom.AttrAlt) != ""
}

// isBesideImage reports whether there is an image before or after a <noscript>, which then says the same again.
func (p *Page) isBesideImage(id dom.ID) bool {
	return p.showsImage(p.besides(id, false)) || p.showsImage(p.besides(id, true))
}

// besides returns the node before or after one, past white space, or 0.
func (p *Page) besides(id dom.ID, after bool) dom.ID {
	for {
		if after {
			id = p.doc.Node(id).Next
		} else {
			id = p.doc.Node(id).Prev
		}
		if id == 0 || !p.doc.IsBlank(id) {
			return id
		}
	}
}

// showsImage reports whether an element is an image that has a source, or is around one.
func (p *Page) showsImage(id dom.ID) bool {
	image := id
	if p.doc.Is(id, dom.TagPicture) || p.doc.Is(id, dom.TagA) {
		image = p.doc.Find(id, dom.TagImg)
	}
	return p.doc.Is(image, dom.TagImg) && !p.IsHidden(id) && !p.IsHidden(image) && p.hasSource(image)
}

// hasSource reports whether an image has a source that is its own.
func (p *Page) hasSource(id dom.ID) bool {
	source, ok := p.ImageSource(id)
	return ok && !isDataURL(source) && !p.isPixel(id)
}

// isReplaced reports whether an image without a source stands in the place of one in a <noscript> beside it.
func (p *Page) isReplaced(id dom.ID) bool {
	if p.options.Noscript == HiddenDrop {
		return false
	}
	if picture := p.doc.Node(id).Parent; p.doc.Is(picture, dom.TagPicture) {
		id = picture
	}
	return p.replaces(p.besides(id, true)) || p.replaces(p.besides(id, false))
}

func (p *Page) replaces(id dom.ID) bool {
	return p.doc.Is(id, dom.TagNoscript) && p.fallbackOf(id) == imageFallback
}
