package html

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// byteClass tells what a byte is to the names of tags and attributes.
type byteClass uint8

const (
	// endsTagName and endsAttrName are set for the bytes after which a name is over.
	endsTagName byteClass = 1 << iota
	endsAttrName
	// irregular is a byte that does not stand for itself in a name: an upper-case letter or NUL.
	irregular
	whiteSpace
	letter
)

var classes = func() (table [256]byteClass) {
	for _, c := range "\t\n\f\r " {
		table[c] = endsTagName | endsAttrName | whiteSpace
	}
	for _, c := range "/>" {
		table[c] = endsTagName | endsAttrName
	}
	table['='] = endsAttrName
	table[0] = irregular
	for c := 'a'; c <= 'z'; c++ {
		table[c] = letter
		table[c-'a'+'A'] = letter | irregular
	}
	return table
}()

func isSpace(c byte) bool { return classes[c]&whiteSpace != 0 }

func isLetter(c byte) bool { return classes[c]&letter != 0 }

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// zeros sets the high bit of the lowest byte of a word that is zero; what it sets above it means nothing.
func zeros(word uint64) uint64 { return (word - ones) &^ word & highs }

// shortName gives the first bytes of a name that begins at i as a number, and its length: 0 if it has eight bytes or more, or
// others than lower-case letters and digits, and is to be read byte by byte. Something ends it after that length.
func shortName(src []byte, i int, ends byteClass) (head uint64, length int) {
	if i+8 > len(src) {
		return 0, 0
	}
	word := binary.LittleEndian.Uint64(src[i:])
	// The bytes below '0' and from '<' to '?', and some that are not ASCII.
	stops := ^((word|highs)-'0'*ones)&highs | zeros(word&(0x7c*ones)^'<'*ones)
	if stops == 0 {
		return 0, 0
	}
	length = bits.TrailingZeros64(stops) / 8
	mask := uint64(1)<<(8*length) - 1
	if classes[src[i+length]]&ends == 0 || word&mask&(0x20*ones) != mask&(0x20*ones) {
		return 0, 0
	}
	return word & mask, length
}

// textEnd gives the place of the next < at or after i, or the end of src, and whether text up to there has something to
// decode: an ampersand, a carriage return or NUL.
func textEnd(src []byte, i int) (end int, raw bool) {
	for ; i+8 <= len(src); i += 8 {
		word := binary.LittleEndian.Uint64(src[i:])
		less := zeros(word ^ '<'*ones)
		found := less | zeros(word^'&'*ones) | zeros(word^'\r'*ones) | zeros(word)
		if found == 0 {
			continue
		}
		if first := bits.TrailingZeros64(found); less != 0 && bits.TrailingZeros64(less) == first {
			return i + first/8, raw
		}
		raw = true
		if less != 0 {
			return i + bits.TrailingZeros64(less)/8, raw
		}
	}
	for ; i < len(src); i++ {
		switch src[i] {
		case '<':
			return i, raw
		case '&', '\r', 0:
			raw = true
		}
	}
	return i, raw
}

// hasRaw tells whether text without character references has something to decode.
func hasRaw(text []byte) bool {
	return bytes.IndexByte(text, '\r') >= 0 || bytes.IndexByte(text, 0) >= 0
}

// spaceEnd gives the place of the first byte at or after i that is not white space, or end.
func spaceEnd(src []byte, i, end int) int {
	for i < end && isSpace(src[i]) {
		i++
	}
	return i
}
