package inline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
)

// charClass is what the rules of emphasis ask of a character.
type charClass uint8

const (
	spaceChar charClass = iota
	punctChar
	otherChar
	spaceOrOther  // white space to some renderers only
	punctOrOther  // a symbol, which counts as punctuation since CommonMark 0.31
	delimiterChar // * _ or ~, next to which some renderers let literal text open and close in any case
)

// strictly returns the classes that renderers take a character for.
func (c charClass) strictly() []charClass {
	switch c {
	case spaceOrOther:
		return classes[:2]
	case punctOrOther:
		return classes[1:]
	case punctChar, delimiterChar:
		return classes[2:]
	case spaceChar:
		return classes[:1]
	default:
		return classes[1:2]
	}
}

// loosely is strictly with the extra freedom next to a delimiter.
func (c charClass) loosely() []charClass {
	if c == delimiterChar {
		return classes[1:]
	}
	return c.strictly()
}

var classes = [...]charClass{spaceChar, otherChar, punctChar}

func (c charClass) isSpace() bool { return c == spaceChar || c == spaceOrOther }

func classOf(c rune) charClass {
	switch {
	case c < utf8.RuneSelf:
		switch b := byte(c); {
		case ascii.IsSpace(b):
			return spaceChar
		case b == '\v':
			return spaceOrOther
		case b == '*', b == '_', b == '~':
			return delimiterChar
		case ascii.IsPunct(b):
			return punctChar
		}
		return otherChar
	case unicode.Is(unicode.Zs, c):
		return spaceChar
	case unicode.IsPunct(c):
		return punctChar
	case unicode.IsSymbol(c):
		return punctOrOther
	case c == '\u0085', c == '\u2028', c == '\u2029', c == '\ufeff':
		return spaceOrOther
	default:
		return otherChar
	}
}

// IsSeen reports whether a character makes text visible.
func IsSeen(c rune) bool { return !classOf(c).isSpace() }

// leadingSpaces is the length of the Unicode white space that text begins with. It does not collapse, but emphasis cannot
// begin with it.
func leadingSpaces(text []byte) int {
	n := 0
	for n < len(text) {
		c, size := utf8.DecodeRune(text[n:])
		if IsSeen(c) {
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
		if IsSeen(c) {
			break
		}
		n -= size
	}
	return len(text) - n
}

func beginsWord(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(c) || unicode.IsDigit(c)
}

// endsPhrase reports whether text ends with a word, or with punctuation that stands at the end of one.
func endsPhrase(text []byte) bool {
	c, _ := utf8.DecodeLastRune(text)
	return unicode.IsLetter(c) || unicode.IsDigit(c) || strings.ContainsRune(".,:;!?%)]}\u00bb\u2019\u201d\u2026", c)
}

// beginsPhrase reports whether text begins with a word, or with punctuation that stands at the beginning of one.
func beginsPhrase(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(c) || unicode.IsDigit(c) || strings.ContainsRune("([{\u00ab\u2018\u201c\u00a1\u00bf", c)
}
