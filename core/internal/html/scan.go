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

// textEnd returns the place of the next < at or after i, or the end of src, and whether text up to there has something to
// decode: an ampersand, a carriage return or NUL. It looks at two words at a time, since most texts end in them: a branch
// that is taken wrongly costs more than the second.
func textEnd(src []byte, i int) (end int, raw bool) {
	start, suspect := i, uint64(0)
	src = src[:len(src):len(src)]
	for ; i+16 <= len(src); i += 16 {
		b := src[i : i+16 : i+16]
		word, next := ascii.Word(b, 0), ascii.Word(b, 8)
		suspect |= suspects(word) | suspects(next)
		less, rest := ascii.Zeros(word^'<'*ascii.Ones), ascii.Zeros(next^'<'*ascii.Ones)
		if less|rest == 0 {
			continue
		}
		if less == 0 {
			less, i = rest, i+8
		}
		end = i + bits.TrailingZeros64(less)/8
		return end, suspect&ascii.Highs != 0 && toDecode(src[start:end])
	}
	for i < len(src) && src[i] != '<' {
		i++
	}
	return i, toDecode(src[start:i])
}

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
