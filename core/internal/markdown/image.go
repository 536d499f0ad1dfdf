package markdown

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// image renders <img>.
func (r *Renderer) image(id dom.ID) leaving {
	switch r.page.ImageMode(id) {
	case page.Keep:
		r.run.addImage(id)
	case page.Alt:
		r.run.addText(r.doc.Value(id, dom.AttrAlt))
	}
	return rendered
}

func (r *Renderer) writeImage(id dom.ID) {
	source, _ := r.page.ImageSource(id)
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
