// Package charref reads the character references of HTML.
// https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
package charref

import (
	"sort"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
)

//go:generate go run ../tool/gencharref

// Append appends what the character reference at the beginning of text stands for, and tells how long it is in text: 0 if
// there is none. Text begins with an ampersand.
func Append(dst, text []byte, inAttribute bool) ([]byte, int) {
	if len(text) < 2 {
		return dst, 0
	}
	if text[1] == '#' {
		return appendNumeric(dst, text)
	}
	return appendNamed(dst, text, inAttribute)
}

// Unfinished returns the place of a character reference at the end of text that more text could make another one, and the
// length of text if there is none.
func Unfinished(text []byte) int {
	for i := len(text) - 1; i >= 0; i-- {
		switch c := text[i]; {
		case c == '&':
			return i
		case c != '#' && !ascii.IsAlnum(c):
			return len(text)
		}
	}
	return len(text)
}

// appendNamed takes the longest name that is a reference. All names that need no semicolon are short, and a name that
// needs one is the whole run of letters and digits.
// https://html.spec.whatwg.org/multipage/parsing.html#named-character-reference-state
func appendNamed(dst, text []byte, inAttribute bool) ([]byte, int) {
	end := 1
	for end < len(text) && end <= longestName && ascii.IsAlnum(text[end]) {
		end++
	}
	if end < len(text) && text[end] == ';' {
		if value := find(text[1 : end+1]); value != "" {
			return append(dst, value...), end + 1
		}
	}
	for end = min(end, 1+longestWithoutSemicolon); end > 2; end-- {
		value := find(text[1:end])
		if value == "" {
			continue
		}
		if inAttribute && end < len(text) && (text[end] == '=' || ascii.IsAlnum(text[end])) {
			return dst, 0
		}
		return append(dst, value...), end
	}
	return dst, 0
}

// find returns the value of a name, which is with its semicolon if it has one.
func find[T string | []byte](name T) string {
	switch string(name) { // Nearly all are one of these.
	case "amp;":
		return "&"
	case "nbsp;":
		return "\u00a0"
	case "lt;":
		return "<"
	case "gt;":
		return ">"
	case "quot;":
		return `"`
	}
	i := sort.Search(len(nameEnds), func(i int) bool { return part(names, &nameEnds, i) >= string(name) })
	if i < len(nameEnds) && part(names, &nameEnds, i) == string(name) {
		return part(texts, &textEnds, i)
	}
	return ""
}

// part returns one of the strings that have been joined, by where each ends.
func part(joined string, ends *[len(nameEnds)]uint16, i int) string {
	start := uint16(0)
	if i > 0 {
		start = ends[i-1]
	}
	return joined[start:ends[i]]
}

// IsName reports whether there is a character reference of that name, which is with its semicolon.
func IsName[T string | []byte](name T) bool { return find(name) != "" }

// https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-state
func appendNumeric(dst, text []byte) ([]byte, int) {
	i, base := 2, rune(10)
	if i < len(text) && text[i]|0x20 == 'x' {
		i, base = 3, 16
	}
	first, code := i, rune(0)
	for ; i < len(text); i++ {
		digit := digitOf(text[i])
		if digit >= base {
			break
		}
		if code <= utf8.MaxRune {
			code = code*base + digit
		}
	}
	if i == first {
		return dst, 0
	}
	if i < len(text) && text[i] == ';' {
		i++
	}
	if code >= 0x80 && code <= 0x9f && windows1252[code-0x80] != 0 {
		code = windows1252[code-0x80]
	}
	if code == 0 {
		code = utf8.RuneError
	}
	return utf8.AppendRune(dst, code), i // which writes U+FFFD for what is no character
}

// windows1252 is what numbers between 0x80 and 0x9F mean; zero where it is what they say.
// https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
var windows1252 = [32]rune{
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
}

// digitOf returns the value of a hexadecimal digit, and 16 for another byte.
func digitOf(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10
	}
	return 16
}
