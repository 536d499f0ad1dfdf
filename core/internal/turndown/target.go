package turndown

import (
	"strings"

	"tidemark/core/internal/ascii"
)

// The bytes that have a backslash before them in an address.
var oddInAddress = ascii.SetOf("()<>")

// appendTarget appends where a link or an image leads, and its title.
func appendTarget(dst []byte, address, title string) []byte {
	angle := strings.IndexByte(address, ' ') >= 0
	if angle {
		dst = append(dst, '<')
	}
	if oddInAddress.In(address) {
		for i := range len(address) {
			if oddInAddress.Has(address[i]) {
				dst = append(dst, '\\')
			}
			dst = append(dst, address[i])
		}
	} else {
		dst = append(dst, address...)
	}
	if angle {
		dst = append(dst, '>')
	}
	if title = lines(title); title != "" {
		dst = append(dst, ` "`...)
		dst = append(dst, strings.ReplaceAll(title, `"`, `\"`)...)
		dst = append(dst, '"')
	}
	return dst
}

// lines returns the value of an attribute without its blank lines, and without white space at the beginning of those after the first.
func lines(value string) string {
	if strings.IndexByte(value, '\n') < 0 {
		return value
	}
	var b strings.Builder
	for {
		line, rest, more := strings.Cut(value, "\n")
		b.WriteString(line)
		if !more {
			return b.String()
		}
		b.WriteByte('\n')
		value = rest[leadingSpace(rest):]
	}
}
