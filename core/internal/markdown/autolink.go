package markdown

import "bytes"

// startsAutolink tells whether the character at that place makes GFM see a bare address: the colon of http:// and its
// like, the dot of www. or the at sign of an e-mail address.
// https://github.github.com/gfm/#autolinks-extension-
func startsAutolink(text []byte, at int) bool {
	switch text[at] {
	case ':':
		if !bytes.HasPrefix(text[at:], []byte("://")) || at+3 == len(text) || isSpace(text[at+3]) {
			return false
		}
		start := at
		for start > 0 && isLetter(text[start-1]) && at-start < len("https")+1 {
			start--
		}
		switch scheme := text[start:at]; len(scheme) {
		case 3, 4, 5:
			return equalFold(scheme, "ftp") || equalFold(scheme, "http") || equalFold(scheme, "https")
		}
		return false
	case '.':
		return at >= 3 && equalFold(text[at-3:at], "www") && (at == 3 || !isAlnum(text[at-4])) && at+1 < len(text) && !isSpace(text[at+1])
	default:
		return at > 0 && isEmailChar(text[at-1]) && isDotted(text[at+1:])
	}
}

// mayHoldSite tells of text in which there may be the address of a site without a scheme.
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

// mayHoldScheme tells of text in which there may be an address with its scheme.
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

func equalFold(text []byte, lower string) bool {
	return len(text) == len(lower) && bytes.EqualFold(text, []byte(lower))
}

func isEmailChar(c byte) bool {
	return isAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+'
}

// isDotted tells of a domain of two labels at least.
func isDotted(text []byte) bool {
	for i, c := range text {
		switch {
		case c == '.' && i > 0:
			return i+1 < len(text) && isAlnum(text[i+1])
		case !isAlnum(c) && c != '-' && c != '_':
			return false
		}
	}
	return false
}
