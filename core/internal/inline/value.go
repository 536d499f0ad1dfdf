package inline

import (
	"bytes"
	"strings"

	"tidemark/core/internal/ascii"
)

// AppendDestination appends an address as the destination of a link, empty for none.
func AppendDestination(dst []byte, address string) []byte {
	if address == "" {
		return dst
	}
	return appendDestination(dst, address)
}

// AppendAddressPart appends a part of the destination of a link, which ends nothing there.
func AppendAddressPart(dst []byte, part string) []byte {
	for i := range len(part) {
		switch c := part[i]; {
		case oddInDestination.Has(c) && c != '&':
			dst = append(dst, '%', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15])
		case c == '&' && (isReference(part[i:]) || mayGoOn(part[i+1:])):
			dst = append(dst, "&amp;"...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// mayGoOn reports whether the next part may end a character reference that begins before this text.
func mayGoOn(text string) bool {
	return all(text, func(c byte) bool { return ascii.IsAlnum(c) || c == '#' })
}

// AppendTitleText appends a part of the title of a link, in whichever quotation marks.
func AppendTitleText(dst []byte, text string) []byte {
	start := len(dst)
	dst = appendTitle(dst, text)
	if len(dst) == start {
		return dst
	}
	quoted := bytes.ReplaceAll(dst[start+len(` "`):len(dst)-1], []byte("'"), []byte(`\'`))
	return append(dst[:start], quoted...)
}

// AppendCodeSpan appends a code span with delimiters that its text does not hold, nothing for none.
func AppendCodeSpan(dst, code []byte) []byte {
	code = bytes.ReplaceAll(code, []byte("\n"), []byte(" "))
	if len(code) == 0 {
		return dst
	}
	ticks := strings.Repeat("`", shortestAbsentRun(nil, code))
	dst = append(dst, ticks...)
	if code[0] == '`' || code[len(code)-1] == '`' {
		return append(append(append(append(dst, ' '), code...), ' '), ticks...)
	}
	return append(append(dst, code...), ticks...)
}
