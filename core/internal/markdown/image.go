package markdown

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/weburl"
)

// image renders <img>.
func (r *Renderer) image(id dom.ID) leaving {
	switch r.imageMode(id) {
	case Keep:
		r.inline.AddImage(int32(id))
	case Alt:
		r.inline.AddText(r.doc.Value(id, dom.AttrAlt))
	}
	return rendered
}

// imageMode tells what becomes of an image. One that has no address to use leaves its alternative text.
func (r *Renderer) imageMode(id dom.ID) ImageMode {
	mode := r.settings.Images
	source, ok := r.imageSource(id)
	if isDataURL(source) && mode == Keep {
		mode = r.settings.DataImages
	}
	if !ok && mode == Keep {
		mode = Alt
	}
	return mode
}

// imageSource finds the address of an image: its source, or what a script would put in place of one that is missing or a
// placeholder.
func (r *Renderer) imageSource(id dom.ID) (string, bool) {
	if src, isPlain := r.doc.Plain(id, dom.AttrSrc, &oddInDestination); isPlain && src != "" && !isDataURL(src) {
		return r.cleanedAddress(src, false)
	}
	src, ok := r.doc.Attr(id, dom.AttrSrc)
	if !ok || src == "" || isDataURL(src) {
		if lazy := r.lazySource(id); lazy != "" {
			src, ok = lazy, true
		}
	}
	if !ok || isDataURL(src) {
		return weburl.Clean(src), ok
	}
	return r.address(src)
}

func (r *Renderer) lazySource(id dom.ID) string {
	for _, name := range [...]dom.AttrKey{dom.AttrDataSrc, dom.AttrDataOriginal, dom.AttrDataLazySrc} {
		if v := r.doc.Value(id, name); v != "" && !isDataURL(v) {
			return v
		}
	}
	for _, name := range [...]dom.AttrKey{dom.AttrSrcset, dom.AttrDataSrcset} {
		if v := firstCandidate(r.doc.Value(id, name)); v != "" {
			return v
		}
	}
	if picture := r.doc.Node(id).Parent; r.doc.Is(picture, dom.TagPicture) {
		return firstCandidate(r.doc.Value(r.firstSource(picture), dom.AttrSrcset))
	}
	return ""
}

// firstSource gives the <source> that the content of an element begins with, or 0.
func (r *Renderer) firstSource(id dom.ID) dom.ID {
	c := r.doc.Node(id).First
	for c != 0 && r.doc.IsBlank(c) {
		c = r.doc.Node(c).Next
	}
	if c != 0 && r.doc.Is(c, dom.TagSource) {
		return c
	}
	return 0
}

// firstCandidate gives the address of the first image of a srcset attribute.
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

// Image is what a token shows that stands for an element.
func (r *Renderer) Image(ref int32) inline.Image {
	id := dom.ID(ref)
	source, _ := r.imageSource(id)
	title, _ := r.title(id)
	return inline.Image{Alt: r.doc.Value(id, dom.AttrAlt), Source: source, Title: title}
}
