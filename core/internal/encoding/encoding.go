// Package encoding turns the bytes of a document into UTF-8, as the HTML Standard asks
// (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding). The encoding is, in order:
//
//  1. what a byte order mark says (UTF-8, UTF-16LE, UTF-16BE);
//  2. what the caller says;
//  3. UTF-16, if an XML declaration begins in it;
//  4. what the first <meta> in the head says that declares one, or any in the first 1024 bytes;
//  5. what an XML declaration says;
//  6. UTF-8, if bytes beyond ASCII come and up to 1024 from the first of them on are valid UTF-8;
//  7. windows-1252.
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

// prescan is how many bytes are looked at for a declaration, and for whether they are UTF-8.
const prescan = 1024

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
	asUTF8        = Encoding{enc: unicode.UTF8, utf8: true}
	asWindows1252 = Encoding{enc: charmap.Windows1252}
	asUTF16LE     = Encoding{enc: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}
	asUTF16BE     = Encoding{enc: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}
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

// sniff reads the declaration inside a document whose beginning is given, and gives no encoding if there is none. The head has been looked
// at.
func sniff(raw []byte) Encoding {
	raw = raw[:min(len(raw), prescan)]
	if asciiEnd(raw) < len(raw) { // It declares nothing, but charset would guess by it.
		raw = bytes.Map(func(c rune) rune { return min(c, utf8.RuneSelf-1) }, raw)
	}
	enc, name, _ := charset.DetermineEncoding(raw, "")
	switch {
	case strings.EqualFold(name, "utf-8"):
		return asUTF8 // charset says encoding.Nop here, which would let invalid bytes pass.
	case name == "x-user-defined":
		return asWindows1252 // https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
	case enc == charmap.Windows1252: // A declared encoding comes wrapped.
		return xmlEncoding(raw)
	}
	return Encoding{enc: enc}
}

// guess guesses the encoding of bytes that begin beyond ASCII. The last character may be cut, if it is not the only one.
func guess(raw []byte) Encoding {
	raw = raw[:min(len(raw), prescan)]
	for rest := raw; len(rest) > 0; {
		c, size := utf8.DecodeRune(rest)
		if c == utf8.RuneError && size == 1 {
			if utf8.FullRune(rest) || len(rest) == len(raw) {
				return asWindows1252
			}
			break
		}
		rest = rest[size:]
	}
	return asUTF8
}

// asciiEnd is the length of the ASCII that bytes begin with.
func asciiEnd(raw []byte) int {
	for i, c := range raw {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(raw)
}
