// Package encoding turns the bytes of a document into UTF-8, as the HTML Standard asks
// (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding). The encoding is, in order:
//
//  1. what a byte order mark says (UTF-8, UTF-16LE, UTF-16BE);
//  2. what the caller says;
//  3. what a <meta> in the first 1024 bytes says;
//  4. UTF-8, if all the bytes are valid UTF-8, or if the first 1024 have characters beyond ASCII and are valid;
//  5. windows-1252.
//
// Bytes that mean nothing in the encoding become U+FFFD; a byte order mark is dropped.
package encoding

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encoding is one of the encodings of the WHATWG Encoding Standard. The zero value stands for one that is not known.
type Encoding struct {
	enc  encoding.Encoding
	utf8 bool // needs no decoding where it is valid
}

// Lookup finds the encoding of a label (https://encoding.spec.whatwg.org/#names-and-labels). Like TextDecoder it refuses
// the labels of the replacement encoding, which decodes nothing.
func Lookup(label string) (Encoding, bool) {
	enc, name := charset.Lookup(label)
	if enc == nil || name == "replacement" {
		return Encoding{}, false
	}
	return Encoding{enc: enc, utf8: name == "utf-8"}, true
}

const byteOrderMark = "\uFEFF"

var (
	asUTF8    = Encoding{enc: unicode.UTF8, utf8: true}
	asUTF16LE = Encoding{enc: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}
	asUTF16BE = Encoding{enc: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}
)

// cutMark finds a byte order mark and returns what follows it.
func cutMark(raw []byte) (Encoding, []byte) {
	switch {
	case bytes.HasPrefix(raw, []byte(byteOrderMark)):
		return asUTF8, raw[len(byteOrderMark):]
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return asUTF16LE, raw[2:]
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return asUTF16BE, raw[2:]
	}
	return Encoding{}, raw
}

// sniff reads the declaration inside the document, or falls back.
func sniff(raw []byte) Encoding {
	enc, name, _ := charset.DetermineEncoding(raw, "")
	switch {
	case strings.EqualFold(name, "utf-8"):
		return asUTF8 // charset says encoding.Nop here, which would let invalid bytes pass.
	case name == "x-user-defined":
		return Encoding{enc: charmap.Windows1252} // https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
	case enc == charmap.Windows1252 && utf8.Valid(raw):
		// Not declared: a declared encoding comes wrapped. charset has looked at the first 1024 bytes only.
		return asUTF8
	}
	return Encoding{enc: enc}
}
