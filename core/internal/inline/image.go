package inline

import (
	"strings"

	"tidemark/core/internal/ascii"
)

// Image is what an image shows.
type Image struct {
	Alt, Source, Title string
}

func (w *Writer) writeImage(image Image) {
	w.write("![")
	if strings.HasPrefix(strings.TrimLeft(image.Alt, ascii.Space), "^") {
		w.write(`\`) // Some readers take any for a reference to a footnote.
	}
	start := len(w.out)
	w.out = appendAlt(w.out, image.Alt, w.escape.formulas, w.escape.inLink)
	w.out = referToSeparators(w.out, start)
	w.write("](")
	start = len(w.out)
	w.out = appendDestination(w.out, image.Source)
	w.out = appendTitle(w.out, image.Title)
	w.escapeTarget(start)
	w.write(")")
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
			if IsEntity(alt[i:]) {
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

// pairsUp reports whether the brackets in text pair up, not in each other, and are all that has an escape.
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
