package encoding

import (
	"bytes"
	"strings"
)

// xmlMark finds the beginning of an XML declaration in UTF-16.
// https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
func xmlMark(raw []byte) Encoding {
	switch {
	case bytes.HasPrefix(raw, []byte("<\x00?\x00x\x00")):
		return asUTF16LE
	case bytes.HasPrefix(raw, []byte("\x00<\x00?\x00x")):
		return asUTF16BE
	}
	return Encoding{}
}

// xmlEncoding reads the encoding in the XML declaration that a document begins with.
// https://html.spec.whatwg.org/multipage/parsing.html#xml-encoding
func xmlEncoding(raw []byte) Encoding {
	if !bytes.HasPrefix(raw, []byte("<?xml")) {
		return Encoding{}
	}
	declaration, _, closed := strings.Cut(string(raw), ">")
	if !closed {
		return Encoding{}
	}
	isSpace := func(c rune) bool { return c <= ' ' }
	_, rest, found := strings.Cut(declaration, "encoding")
	rest, equals := strings.CutPrefix(strings.TrimLeftFunc(rest, isSpace), "=")
	rest = strings.TrimLeftFunc(rest, isSpace)
	if !found || !equals || rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return Encoding{}
	}
	label, _, closed := strings.Cut(rest[1:], rest[:1])
	if !closed || strings.ContainsFunc(label, isSpace) {
		return Encoding{}
	}
	return declaredBy(label)
}
