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
	"unicode/utf8"
)

// prescan is how many bytes are looked at for a declaration, and for whether they are UTF-8.
const prescan = 1024

// Encoding is one of the encodings of the WHATWG Encoding Standard. The zero value stands for one that is not known.
//
//tidemark:crossing immutable
type Encoding struct{ coding *coding }

// isUTF8 reports whether what is valid needs no decoding.
func (e Encoding) isUTF8() bool { return e.coding == &codingUTF8 }

// begin begins to decode a document.
func (e Encoding) begin() decoding {
	d := decoding{next: e.coding.next, plain: e.coding.plain}
	if e.coding.number != noIndex {
		d.points = index(e.coding.number)
	}
	return d
}

// Lookup finds the encoding of a label (https://encoding.spec.whatwg.org/#names-and-labels). Like TextDecoder it refuses
// the labels of the replacement encoding, which decodes nothing.
func Lookup(label string) (Encoding, bool) {
	c := labelled(label)
	if c == nil || c == &codingReplacement {
		return Encoding{}, false
	}
	return Encoding{c}, true
}

const byteOrderMark = "\uFEFF"

var (
	asUTF8        = Encoding{&codingUTF8}
	asWindows1252 = Encoding{&codingWindows1252}
	asUTF16LE     = Encoding{&codingUTF16LE}
	asUTF16BE     = Encoding{&codingUTF16BE}
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
	if holdsMeta(raw) {
		anywhere := head{isAnywhere: true}
		if e := anywhere.find(raw, true); e.coding != nil {
			return e
		}
	}
	return xmlEncoding(raw)
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
