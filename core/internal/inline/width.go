package inline

import (
	"unicode"

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
