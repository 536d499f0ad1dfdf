package inline

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// columns is the number of columns that a character takes in a terminal.
// https://www.unicode.org/reports/tr11/
func columns(c rune) int {
	if c < 0x300 {
		return 1
	}
	if unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(c).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Columns is the number of columns that text takes in a terminal. A line end takes one.
func Columns(text []byte) int {
	n := 0
	for len(text) > 0 {
		c, size := utf8.DecodeRune(text)
		text = text[size:]
		n += columns(c)
	}
	return n
}

// isSpaceless reports whether a character is of a script that is written without spaces between words, by the rule of CSS.
// https://drafts.csswg.org/css-text-3/#line-break-transform
func isSpaceless(c rune) bool {
	if c < 0x300 {
		return false
	}
	switch width.LookupRune(c).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianHalfwidth:
		return !unicode.Is(unicode.Hangul, c)
	}
	return false
}
