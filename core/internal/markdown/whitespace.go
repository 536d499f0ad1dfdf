package markdown

import (
	"unicode"
	"unicode/utf8"
)

// isSpace tells of the white space that collapses in HTML.
func isSpace(b byte) bool {
	return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f'
}

func isPunct(b byte) bool {
	return b >= '!' && b <= '/' || b >= ':' && b <= '@' || b >= '[' && b <= '`' || b >= '{' && b <= '~'
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func isAlnum(b byte) bool { return isLetter(b) || isDigit(b) }

// charClass is what the rules of emphasis ask of a character.
type charClass uint8

const (
	spaceChar charClass = iota
	punctChar
	otherChar
)

func classOf(c rune) charClass {
	switch {
	case c < utf8.RuneSelf:
		switch b := byte(c); {
		case b == ' ' || b >= '\t' && b <= '\r':
			return spaceChar
		case isPunct(b):
			return punctChar
		}
		return otherChar
	case unicode.Is(unicode.Zs, c):
		return spaceChar
	case unicode.IsPunct(c), unicode.IsSymbol(c):
		return punctChar
	default:
		return otherChar
	}
}

// leadingSpaces is the length of the Unicode white space that text begins with. It does not collapse, but emphasis cannot
// begin with it.
func leadingSpaces(text []byte) int {
	n := 0
	for n < len(text) {
		c, size := utf8.DecodeRune(text[n:])
		if classOf(c) != spaceChar {
			break
		}
		n += size
	}
	return n
}

// trailingSpaces is the length of the Unicode white space that text ends with.
func trailingSpaces(text []byte) int {
	n := len(text)
	for n > 0 {
		c, size := utf8.DecodeLastRune(text[:n])
		if classOf(c) != spaceChar {
			break
		}
		n -= size
	}
	return len(text) - n
}
