package inline

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/charref"
)

// longestEntity is more than the longest name that the HTML Standard has for a character.
const longestEntity = 34

// IsEntity reports whether text begins with a character reference as Markdown knows them, which end in a semicolon.
// https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
func IsEntity[T string | []byte](text T) bool {
	end := 1
	for end < len(text) && end < longestEntity && (ascii.IsAlnum(text[end]) || end == 1 && text[end] == '#') {
		end++
	}
	if end < 3 || end >= len(text) || text[end] != ';' {
		return false
	}
	if text[1] != '#' {
		return charref.IsName(text[1 : end+1])
	}
	digits := text[2:end]
	if digits[0]|0x20 == 'x' {
		return len(digits) >= 2 && len(digits) <= 7 && all(digits[1:], ascii.IsHex)
	}
	return len(digits) <= 7 && all(digits, ascii.IsDigit)
}

// isReference reports whether text begins with a character reference to Markdown or, by its number, to HTML, which asks for no
// semicolon there: some readers of Markdown write an address into HTML as it stands.
// https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-state
func isReference(text string) bool {
	if number, ok := strings.CutPrefix(text, "&#"); ok && number != "" {
		return ascii.IsDigit(number[0]) || len(number) > 1 && number[0]|0x20 == 'x' && ascii.IsHex(number[1])
	}
	return IsEntity(text)
}

func all[T string | []byte](text T, is func(byte) bool) bool {
	for i := range len(text) {
		if !is(text[i]) {
			return false
		}
	}
	return true
}
