package inline

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

const separatorSize = len("\u2028")

// referToSeparators writes the line separators in what was written from start on as character references.
func referToSeparators(dst []byte, start int) []byte {
	at := lineSeparator(dst[start:])
	if at < 0 {
		return dst
	}
	rest := append([]byte(nil), dst[start:]...)
	for dst = dst[:start]; at >= 0; at = lineSeparator(rest) {
		dst = appendSpaceReferences(append(dst, rest[:at]...), rest[at:at+separatorSize])
		rest = rest[at+separatorSize:]
	}
	return append(dst, rest...)
}

var separatorLead = []byte("\xe2\x80")

// lineSeparator returns the place of the first U+2028 or U+2029 in text, or -1. To JavaScript's regular expressions it is the end of a
// line: some readers would see no table where there is one in a row.
func lineSeparator(text []byte) int {
	for from := 0; ; {
		at := bytes.Index(text[from:], separatorLead)
		if at < 0 || from+at+separatorSize > len(text) {
			return -1
		}
		if at += from; text[at+2]|1 == 0xa9 {
			return at
		}
		from = at + separatorSize
	}
}

// appendSpaceReferences writes Unicode white space at the edge of a block, where renderers may trim it, as character references, but for
// what indents a paragraph: to CommonMark that is text.
func appendSpaceReferences(dst, spaces []byte) []byte {
	for _, c := range string(spaces) {
		switch c {
		case ' ', '\v', '\u0085', ideographicSpace:
			dst = utf8.AppendRune(dst, c) // Some renderers take references to control characters for errors.
		case '\u00a0':
			dst = append(dst, "&nbsp;"...)
		default:
			dst = append(dst, "&#"...)
			dst = strconv.AppendInt(dst, int64(c), 10)
			dst = append(dst, ';')
		}
	}
	return dst
}
