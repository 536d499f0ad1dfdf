package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hidesElement reports whether a style attribute says display: none or visibility: hidden.
func hidesElement(style string) bool {
	if !mayHide(style) {
		return false
	}
	return strings.EqualFold(styleValue(style, "display"), "none") || strings.EqualFold(styleValue(style, "visibility"), "hidden")
}

// mayHide reports whether a style attribute may hide the element: a name that ends like display and visibility has a value that
// begins like none or hidden.
func mayHide(style string) bool {
	for at := 0; ; {
		colon := strings.IndexByte(style[at:], ':')
		if colon < 0 {
			return false
		}
		end := at + colon
		at = end + 1
		for end > 0 && isStyleSpace[style[end-1]] {
			end--
		}
		if end == 0 || style[end-1]|0x20 != 'y' {
			continue
		}
		start := at
		for start < len(style) && isStyleSpace[style[start]] {
			start++
		}
		if start < len(style) && (style[start]|0x20 == 'n' || style[start]|0x20 == 'h') {
			return true
		}
	}
}

// isStyleSpace are the bytes of what strings.TrimSpace takes away.
var isStyleSpace = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= utf8.RuneSelf || unicode.IsSpace(rune(c))
	}
	return table
}()

// styleValue returns the value of a property in a style attribute, and nothing if it is not set there.
func styleValue(style, property string) string {
	found := ""
	for style != "" {
		var declaration string
		declaration, style, _ = strings.Cut(style, ";")
		name, value, _ := strings.Cut(declaration, ":")
		if strings.EqualFold(strings.TrimSpace(name), property) {
			value, _, _ = strings.Cut(value, "!")
			found = strings.TrimSpace(value)
		}
	}
	return found
}
