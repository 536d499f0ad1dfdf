package inline

import (
	"bytes"
	"strings"

	"tidemark/core/internal/ascii"
)

// startsAutolink reports whether the character at that place makes some reader see a bare address: the colon of http:// and its
// like, the dot of www. or the at sign of an e-mail address. before and next are the bytes around the text, as they are written.
// An address would take what follows it, escapes and delimiters too, up to white space or <.
// https://github.github.com/gfm/#autolinks-extension-
func startsAutolink(text []byte, at int, before, next byte) bool {
	switch text[at] {
	case ':':
		return bytes.HasPrefix(text[at:], []byte("://")) && !ascii.IsSpace(byteAfter(text, at+2, next)) && schemeBefore(text[:at]) > 0
	case '.':
		if at == 0 || text[at-1]|0x20 != 'w' || !endsWith(text[:at], "www") {
			return false
		}
		after := byteAfter(text, at, next)
		// Only some readers see one within a word.
		return ascii.IsAlnum(after) || after == '-' || !ascii.IsAlnum(byteBefore(text, at-len("www"), before))
	default:
		return isEmailChar(byteBefore(text, at, before)) && isDotted(text[at+1:])
	}
}

// schemeBefore returns the length of the scheme of a bare address that text ends with, or 0.
func schemeBefore(text []byte) int {
	for _, scheme := range [...]string{"https", "http", "ftp"} {
		if endsWith(text, scheme) {
			return len(scheme)
		}
	}
	return 0
}

// byteBefore is the byte of text before that place, or what is written before it.
func byteBefore(text []byte, at int, before byte) byte {
	if at > 0 {
		return text[at-1]
	}
	return before
}

// reachedByAddress reports whether < would be part of the word of an address that has no escape: one with a scheme that GFM does
// not know, or in a link. To a reader that sees a bare address there, or no link, the address would take a backslash before it.
func (e *escaper) reachedByAddress(out []byte) bool {
	const far = 1 << 10
	word := out[max(e.lineStart, len(out)-far):]
	space := bytes.LastIndexAny(word, " <")
	if space < 0 && len(word) == far {
		return true
	}
	word = word[space+1:]
	for at := range word {
		switch word[at] {
		case ':':
			if at > 0 && ascii.IsAlnum(word[at-1]) && bytes.HasPrefix(word[at:], []byte("://")) {
				return true
			}
		case '.':
			if endsWith(word[:at], "www") {
				return true
			}
		}
	}
	return false
}

// mayHoldSite reports whether there may be the address of a site without a scheme in text.
func mayHoldSite(text []byte) bool {
	for {
		at := bytes.IndexByte(text, '.')
		if at < 0 {
			return false
		}
		if at > 0 && text[at-1]|0x20 == 'w' {
			return true
		}
		text = text[at+1:]
	}
}

// mayHoldScheme reports whether there may be an address with its scheme in text.
func mayHoldScheme(text []byte) bool {
	for {
		at := bytes.IndexByte(text, ':')
		if at < 0 || at+1 == len(text) {
			return false
		}
		if text[at+1] == '/' {
			return true
		}
		text = text[at+1:]
	}
}

// endsWith reports whether text ends with a word of lower case, in any letter case.
func endsWith(text []byte, lower string) bool {
	from := len(text) - len(lower)
	return from >= 0 && bytes.EqualFold(text[from:], []byte(lower))
}

// isEmailChar reports whether c may be in an address before the at sign.
func isEmailChar(c byte) bool {
	return ascii.IsAlnum(c) || strings.IndexByte(".!#$%&'*+/=?^_`{|}~-", c) >= 0
}

// isDotted reports whether text begins with a domain that has a dot in it.
func isDotted(text []byte) bool {
	for i, c := range text {
		switch {
		case c == '.':
			next := byteAfter(text, i, ' ')
			return ascii.IsAlnum(next) || next == '-' || next == '_'
		case !ascii.IsAlnum(c) && c != '-' && c != '_':
			return false
		}
	}
	return false
}
