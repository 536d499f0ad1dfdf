package page

import (
	"unicode"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
)

// isSeen reports whether a character makes text visible.
func isSeen(c rune) bool {
	switch {
	case c < utf8.RuneSelf:
		return !ascii.IsSpace(byte(c)) && c != '\v'
	case c == '\u0085', c == '\u2028', c == '\u2029', c == '\ufeff':
		return false
	default:
		return !unicode.Is(unicode.Zs, c)
	}
}
