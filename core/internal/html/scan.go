package html

import (
	"bytes"
	"math/bits"

	"tidemark/core/internal/ascii"
)

// byteClass tells what a byte is to the names of tags and attributes.
type byteClass uint8

const (
	// endsTagName and endsAttrName are set for the bytes after which a name is over.
	endsTagName byteClass = 1 << iota
	endsAttrName
	// irregular is a byte that does not stand for itself in a name: an upper-case letter or NUL.
	irregular
)

var classes = func() (table [256]byteClass) {
	for _, c := range ascii.Space {
		table[c] = endsTagName | endsAttrName
	}
	for _, c := range "/>" {
		table[c] = endsTagName | endsAttrName
	}
	table['='] = endsAttrName
	table[0] = irregular
	for c := 'A'; c <= 'Z'; c++ {
		table[c] = irregular
	}
	return table
}()

// upTo returns the bytes of a word in front of the lowest whose high bit is set in stops, with 0xFF behind them, and how many
// they are.
func upTo(word, stops uint64) (head uint64, length int) {
	return word | -(stops & -stops >> 7), bits.TrailingZeros64(stops) / 8
}

// tagNameStops sets the high bit of the lowest byte of a word that is a space or >, like zeros. It takes some for them that
// are in few names: even digits and what is no letter.
func tagNameStops(word uint64) uint64 { return ascii.Zeros(word&^(0x1e*ascii.Ones) ^ ' '*ascii.Ones) }

// toDecode reports whether text has something to decode.
func toDecode(text []byte) bool {
	for _, c := range text {
		if c == '&' || c == '\r' || c == 0 {
			return true
		}
	}
	return false
}

// suspects sets the high bit of the lowest byte of a word that may have to be decoded, like zeros, among bits that mean nothing.
// The second term is for carriage returns and NUL, and takes tabs for them, which spares a third.
func suspects(word uint64) uint64 {
	ampersands, controls := word^'&'*ascii.Ones, word&^('\r'*ascii.Ones)
	return (ampersands-ascii.Ones)&^ampersands | (controls-ascii.Ones)&^controls
}

// hasRaw reports whether text without character references has something to decode.
func hasRaw(text []byte) bool {
	return bytes.IndexByte(text, '\r') >= 0 || bytes.IndexByte(text, 0) >= 0
}

// spaceEnd returns the place of the first byte at or after i that is not white space, or end.
func spaceEnd(src []byte, i, end int) int {
	for i < end && ascii.IsSpace(src[i]) {
		i++
	}
	return i
}
