package page

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/weburl"
)

// ImageMode tells what becomes of an image. One that has no address to use leaves its alternative text, as does one that stands for a
// character.
func (p *Page) ImageMode(id dom.ID) ImageMode {
	if p.isEmoji(id) {
		return Alt
	}
	mode := p.options.Images
	source, ok := p.ImageSource(id)
	if p.isForDarkness(id, source) || p.isBoxPicture(id) || p.options.Noscript != HiddenDrop && p.isPreview(id, source) {
		return Drop
	}
	isData := isDataURL(source)
	if (!ok || isData) && p.isReplaced(id) {
		return Drop
	}
	if isData && mode == Keep {
		mode = p.options.DataImages
	}
	if mode == Keep && (!ok || p.isPixel(id)) {
		mode = Alt
	}
	if mode == Keep && p.options.Clean.Decoration && p.isDecoration(id) {
		mode = Drop
	}
	return mode
}

// ImageSource finds the address of an image: its source, or what a script would put in place of one that is missing or a
// placeholder.
func (p *Page) ImageSource(id dom.ID) (string, bool) {
	if p.moves {
		return p.findImageSource(id)
	}
	known := &p.images[int(id)%len(p.images)]
	if known.id != id {
		known.id = id
		known.address, known.isUsable = p.findImageSource(id)
	}
	return known.address, known.isUsable
}

// imageSource is the address of an image, which is asked for when it is met, and when it is written.
type imageSource struct {
	id       dom.ID
	address  string
	isUsable bool
}

func (p *Page) findImageSource(id dom.ID) (string, bool) {
	if p.doc.Node(id).Tag == dom.Unknown {
		source := p.pictureSource(id)
		if source == "" {
			return "", false
		}
		return p.Address(source)
	}
	isLazy := p.isLazy(id)
	if src, isPlain := p.doc.Plain(id, dom.AttrSrc, &dirtyInSource); isPlain && !isLazy && sourceOf(src) == trueSource {
		return p.ResolveAddress(src, false)
	}
	src, ok := p.doc.Attr(id, dom.AttrSrc)
	kind := sourceOf(src)
	if kind != trueSource || isLazy {
		if lazy := p.lazySource(id); lazy != "" {
			src, ok, kind = lazy, true, trueSource
		}
	}
	switch {
	case isDataURL(src):
		return weburl.Clean(src), ok
	case kind == noSource:
		return "", false
	}
	return p.Address(src)
}

// LargestSource returns the address of the largest image of those that an image, or the picture it is in, has to choose from.
func (p *Page) LargestSource(id dom.ID) (string, bool) {
	srcset, ok := p.doc.Attr(id, dom.AttrSrcset)
	if !ok && p.doc.Is(p.doc.Node(id).Parent, dom.TagPicture) {
		for c, n := p.doc.Node(id).Prev, 0; c != 0 && n < lookAhead; c, n = p.doc.Node(c).Prev, n+1 {
			if p.doc.Is(c, dom.TagSource) && p.doc.Has(c, dom.AttrSrcset) {
				srcset, ok = p.doc.Value(c, dom.AttrSrcset), true // The first source comes first.
			}
		}
	}
	if !ok {
		return "", false
	}
	largest := largestCandidate(srcset)
	if largest == "" {
		return "", false
	}
	return p.Address(largest)
}

func isDataURL(s string) bool {
	if s == "" || s[0] > ' ' && s[0]|0x20 != 'd' {
		return false
	}
	return strings.EqualFold(weburl.CleanScheme(s), "data")
}
