package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/weburl"
)

// ImageMode tells what becomes of an image. One that has no address to use leaves its alternative text.
func (p *Page) ImageMode(id dom.ID) ImageMode {
	mode := p.options.Images
	source, ok := p.ImageSource(id)
	if isDataURL(source) && mode == Keep {
		mode = p.options.DataImages
	}
	if !ok && mode == Keep {
		mode = Alt
	}
	return mode
}

// ImageSource finds the address of an image: its source, or what a script would put in place of one that is missing or a
// placeholder.
func (p *Page) ImageSource(id dom.ID) (string, bool) {
	if p.doc.Node(id).Tag == dom.Unknown {
		source := p.pictureSource(id)
		if source == "" {
			return "", false
		}
		return p.Address(source)
	}
	if src, isPlain := p.doc.Plain(id, dom.AttrSrc, &dirtyInSource); isPlain && src != "" && !isDataURL(src) {
		return p.ResolveAddress(src, false)
	}
	src, ok := p.doc.Attr(id, dom.AttrSrc)
	if !ok || src == "" || isDataURL(src) {
		if lazy := p.lazySource(id); lazy != "" {
			src, ok = lazy, true
		}
	}
	if !ok || isDataURL(src) {
		return weburl.Clean(src), ok
	}
	return p.Address(src)
}

func (p *Page) lazySource(id dom.ID) string {
	for _, name := range [...]dom.AttrKey{dom.AttrDataSrc, dom.AttrDataOriginal, dom.AttrDataLazySrc} {
		if v := p.doc.Value(id, name); v != "" && !isDataURL(v) {
			return v
		}
	}
	for _, name := range [...]dom.AttrKey{dom.AttrSrcset, dom.AttrDataSrcset} {
		if v := firstCandidate(p.doc.Value(id, name)); v != "" {
			return v
		}
	}
	if picture := p.doc.Node(id).Parent; p.doc.Is(picture, dom.TagPicture) {
		return firstCandidate(p.doc.Value(p.firstSource(picture), dom.AttrSrcset))
	}
	return ""
}

// firstSource returns the <source> that the content of an element begins with, or 0.
func (p *Page) firstSource(id dom.ID) dom.ID {
	c := p.doc.Node(id).First
	for c != 0 && p.doc.IsBlank(c) {
		c = p.doc.Node(c).Next
	}
	if c != 0 && p.doc.Is(c, dom.TagSource) {
		return c
	}
	return 0
}

// firstCandidate returns the address of the first image of a srcset attribute.
func firstCandidate(srcset string) string {
	srcset = strings.TrimLeft(srcset, ascii.Space+",")
	if i := strings.IndexAny(srcset, ascii.Space); i >= 0 {
		srcset = srcset[:i]
	}
	srcset = strings.TrimRight(srcset, ",")
	if isDataURL(srcset) {
		return ""
	}
	return srcset
}

func isDataURL(s string) bool {
	if s == "" || s[0] > ' ' && s[0]|0x20 != 'd' {
		return false
	}
	return strings.EqualFold(weburl.Scheme(weburl.Clean(s)), "data")
}
