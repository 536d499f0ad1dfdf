package turndown

import (
	"strings"

	"tidemark/core/internal/ascii"
)

// escaped are the characters that text has a backslash before, wherever they stand.
var escaped = ascii.SetOf("\\*_[]`")

// needsEscape reports whether text is to be escaped.
func needsEscape(s string) bool { return escapedStart(s) >= 0 || escaped.In(s) }

// appendEscaped appends text with backslashes before what Turndown takes for Markdown in it.
func appendEscaped(dst []byte, s string) []byte {
	start := escapedStart(s)
	for i := range len(s) {
		if i == start || escaped.Has(s[i]) {
			dst = append(dst, '\\')
		}
		dst = append(dst, s[i])
	}
	return dst
}

// escapedStart returns where what text begins with would make it another block, which gets a backslash before it, less than 0 where
// there is nothing of that kind.
func escapedStart(s string) int {
	if s == "" {
		return -1
	}
	switch c := s[0]; {
	case c == '-', c == '=', c == '>', c == '+' && strings.HasPrefix(s, "+ "), c == '~' && strings.HasPrefix(s, "~~~"):
		return 0
	case c == '#':
		if n := len(s) - len(strings.TrimLeft(s, "#")); n <= 6 && n < len(s) && s[n] == ' ' {
			return 0
		}
	case ascii.IsDigit(c):
		n := 1
		for n < len(s) && ascii.IsDigit(s[n]) {
			n++
		}
		if strings.HasPrefix(s[n:], ". ") {
			return n
		}
	}
	return -1
}
