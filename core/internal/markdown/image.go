package markdown

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/weburl"
)

// image renders <img>.
func (r *Renderer) image(id dom.ID) leaving {
	switch r.imageMode(id) {
	case Keep:
		r.run.addImage(id)
	case Alt:
		r.run.addText(r.doc.Value(id, dom.AttrAlt))
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

func (r *Renderer) writeImage(id dom.ID) {
	source, _ := r.imageSource(id)
	alt := r.doc.Value(id, dom.AttrAlt)
	r.w.text("![")
	if strings.HasPrefix(strings.TrimLeft(alt, ascii.Space), "^") {
		r.w.text(`\`) // Some readers take any for a reference to a footnote.
	}
	start := len(r.w.out)
	r.w.out = appendAlt(r.w.out, alt, r.run.escape.formulas, r.run.escape.inLink)
	r.w.out = referToSeparators(r.w.out, start)
	r.w.text("](")
	start = len(r.w.out)
	r.w.out = appendDestination(r.w.out, source)
	title, _ := r.title(id)
	r.w.out = appendTitle(r.w.out, title)
	r.escapeTarget(start)
	r.w.text(")")
}

// appendAlt writes alternative text. A renderer takes the plain text of what stands there, so that all that could be markup
// is escaped, dollars where they could be taken for those around a formula.
func appendAlt(dst []byte, alt string, formulas, inLink bool) []byte {
	if alt == "" {
		return dst
	}
	if end, seen := phrase(alt, 0); byteClasses[alt[0]]&collapsing == 0 && end == len(alt) && seen&(hazardous&^addressing) == 0 {
		return append(dst, alt...)
	}
	alt = ascii.Trim(alt)
	address := strings.Contains(alt, "://") || strings.Contains(alt, "www.")
	references := inLink && !pairsUp(alt) || address
	space := false
	for i := range len(alt) {
		c := alt[i]
		if ascii.IsSpace(c) {
			space = true
			continue
		}
		if space {
			dst = append(dst, ' ')
		}
		space = false
		next := byte(0)
		if i+1 < len(alt) {
			next = alt[i+1]
		}
		switch c {
		case '[', ']', '\\':
			if references && (c != '\\' || next == 0 || ascii.IsPunct(next)) {
				// Some readers forget the escapes of brackets there, or take their backslashes for a part of an address.
				dst = append(dst, "&#9"...)
				dst = append(dst, '0'+c-'Z', ';')
				continue
			}
		}
		switch c {
		case '[', ']', '*', '`', '~':
			dst = append(dst, '\\')
		case '\\':
			if next == 0 || ascii.IsPunct(next) {
				dst = append(dst, '\\')
			}
		case '_':
			if i == 0 || !ascii.IsAlnum(alt[i-1]) || !ascii.IsAlnum(next) {
				dst = append(dst, '\\')
			}
		case '<':
			switch {
			case !startsTag(next) && !startsMailbox(alt[i+1:]):
			case address:
				dst = append(dst, "&lt;"...)
				continue
			default:
				dst = append(dst, '\\')
			}
		case '&':
			if isEntity(alt[i:]) {
				dst = append(dst, '\\')
			}
		case '$':
			if formulas {
				dst = append(dst, '\\')
			}
		}
		dst = append(dst, c)
	}
	return dst
}

// pairsUp tells of text in which brackets pair up, not in each other, and are all that has an escape.
func pairsUp(text string) bool {
	open := 0
	for i := range len(text) {
		switch text[i] {
		case '[':
			open++
		case ']':
			open--
			if i+1 < len(text) && text[i+1] == '(' {
				return false
			}
		case '\\':
			return false
		}
		if open < 0 || open > 1 {
			return false
		}
	}
	return open == 0
}
