package turndown

import (
	"unicode/utf8"
)

// collapsing reports whether a character is white space that collapses.
func collapsing(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// isSpace reports whether a character is white space to JavaScript.
// https://tc39.es/ecma262/#prod-WhiteSpace
func isSpace(c rune) bool {
	switch {
	case c < utf8.RuneSelf:
		return c == ' ' || c >= '\t' && c <= '\r'
	case c < 0x1680:
		return c == 0xa0
	}
	return c == 0x1680 || c >= 0x2000 && c <= 0x200a || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000 || c == 0xfeff
}

// leadingSpace is the length of the white space that text begins with.
func leadingSpace[T string | []byte](s T) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !isSpace(rune(c)) {
				return i
			}
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(string(s[i:min(len(s), i+utf8.UTFMax)]))
		if !isSpace(c) {
			return i
		}
		i += size
	}
	return len(s)
}

// trailingSpace is where the white space begins that text ends with.
func trailingSpace[T string | []byte](s T) int {
	for i := len(s); i > 0; {
		if c := s[i-1]; c < utf8.RuneSelf {
			if !isSpace(rune(c)) {
				return i
			}
			i--
			continue
		}
		c, size := utf8.DecodeLastRuneInString(string(s[max(0, i-utf8.UTFMax):i]))
		if !isSpace(c) {
			return i
		}
		i -= size
	}
	return 0
}

// length is that of text in JavaScript: of its UTF-16 units.
func length[T string | []byte](s T) (n int) {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0xf0:
			n += 2
		case c < 0x80 || c >= 0xc0:
			n++
		}
	}
	return n
}
