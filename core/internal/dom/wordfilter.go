package dom

import (
	"iter"
	"math/bits"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/vector"
)

// WordFilter is a set of words that tells texts without any of them apart from nearly all others: a Bloom filter of one bit a word.
type WordFilter struct {
	bits [1 << filterBits / 64]uint64
}

const filterBits = 13

// asFar is how much of a word counts.
const asFar = 8

// longestFiltered is the length of the longest text that is looked at.
const longestFiltered = 256

// NewWordFilter returns the filter of words, and of all words that begin with one of the prefixes. These have eight bytes at least.
func NewWordFilter(words iter.Seq[string], prefixes []string) *WordFilter {
	f := &WordFilter{}
	for word := range words {
		f.add(word)
	}
	for _, prefix := range prefixes {
		if len(prefix) < asFar {
			panic("dom: a prefix is too short for a filter: " + prefix)
		}
		f.add(prefix)
	}
	return f
}

func (f *WordFilter) add(word string) {
	head := [asFar]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}
	copy(head[:], word)
	bit := filterBit(ascii.Word(head[:], 0))
	f.bits[bit/64] |= 1 << (bit % 64)
}

// filterBit returns the bit of a word by its first bytes, with ones behind its end.
func filterBit(head uint64) uint64 {
	const golden = 0x9E3779B97F4A7C15
	return head * golden >> (64 - filterBits)
}

// MayHold reports whether the value of an attribute may hold one of the words: of what stands between two places of a source.
func (f *WordFilter) MayHold(src []byte, from, to int) bool {
	if to-from > longestFiltered || to+asFar > len(src) {
		return true
	}
	if to-from < vector.Size && from+vector.Size+asFar <= len(src) && vector.Usable() {
		return f.mayHoldShort(src[from:], to-from)
	}
	for from < to {
		word := ascii.Word(src, from)
		ends := wordEnds(word)
		if bit := filterBit(word | -(ends & -ends >> 7)); f.bits[bit/64]>>(bit%64)&1 != 0 {
			return true
		}
		for ; ends == 0; ends = wordEnds(ascii.Word(src, from)) {
			if from += asFar; from >= to {
				return false
			}
		}
		if from += bits.TrailingZeros64(ends) / 8; src[from] == '&' {
			return true // Nothing is known of what stands for something else.
		}
		from++
	}
	return false
}

// mayHoldShort is MayHold for a value of n bytes, by vectors. There is more behind it in b.
func (f *WordFilter) mayHoldShort(b []byte, n int) bool {
	b = b[: vector.Size+asFar : vector.Size+asFar]
	start := 0
	for ends := endsWord.AtMost((*vector.Block)(b))&(1<<n-1) | 1<<n; ; ends &= ends - 1 {
		end := bits.TrailingZeros32(ends)
		bit := filterBit(ascii.Word(b, start) | ^uint64(0)<<(8*(end-start)))
		if f.bits[bit/64]>>(bit%64)&1 != 0 {
			return true
		}
		if end == n {
			return false
		}
		if b[end] == '&' {
			return true // Nothing is known of what stands for something else.
		}
		start = end + 1
	}
}

// endsWord is the greatest byte that is in no word, or an ampersand.
var endsWord = vector.ByteOf('&')

// wordEnds sets the high bit of the lowest byte of eight that is in no word, or an ampersand: it is one, or less. What it sets above it means
// nothing.
func wordEnds(word uint64) uint64 { return (word - ('&'+1)*ascii.Ones) &^ word & ascii.Highs }
