// Package known remembers what the values of attributes say that are read over and over: a page has few of them, each many times.
package known

import (
	"hash/maphash"
	"math/bits"

	"tidemark/core/internal/ascii"
)

// Values are values that were read, with what each says. They belong to no document. The zero Values is ready.
type Values[T any] struct {
	slots [256]slot[T]
	other T // of a value that is not kept
	room  int
}

// slot is where a value is kept: by its ends, which are all of a short one, and by its text, if it is longer.
type slot[T any] struct {
	head, tail uint64
	length     int
	text       []byte
	said       T
}

// inEnds is the length of the longest value that its ends are all of.
const inEnds = 16

// longest is the length of the longest value that is known again.
const longest = 512

// Of returns where it is kept what a value says, and whether that is known. If not, whoever asks is to say it. Nothing is known of no text.
func (v *Values[T]) Of(value string) (said *T, isKnown bool) {
	head, tail := ends(value)
	s := &v.slots[slotOf(value, head, tail)]
	if s.head == head && s.tail == tail && s.length == len(value) && (len(value) <= inEnds || string(s.text) == value) {
		return &s.said, len(value) > 0
	}
	if len(value) > longest {
		return &v.other, false
	}
	if s.head, s.tail, s.length = head, tail, len(value); len(value) > inEnds {
		v.room -= cap(s.text)
		s.text = append(s.text[:0], value...)
		v.room += cap(s.text)
	}
	return &s.said, false
}

// slotOf returns where a value with these ends is kept.
func slotOf(value string, head, tail uint64) uint8 {
	if len(value) > inEnds {
		return uint8(maphash.String(seed, value)) // Values of one style often have the same ends.
	}
	const golden = 0x9E3779B97F4A7C15
	return uint8((head + bits.RotateLeft64(tail, 32) + uint64(len(value))) * golden >> 56)
}

var seed = maphash.MakeSeed()

// ends returns the first and the last bytes of a value.
func ends(s string) (head, tail uint64) {
	switch n := len(s); {
	case n >= 8:
		return ascii.WordOf(s), ascii.WordOf(s[n-8:])
	case n >= 4:
		return half(s), half(s[n-4:])
	case n > 0:
		return uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16, 0
	}
	return 0, 0
}

func half(s string) uint64 {
	c := s[:4]
	return uint64(c[0]) | uint64(c[1])<<8 | uint64(c[2])<<16 | uint64(c[3])<<24
}

// Room is how many bytes there is room for. It is asked for at each look at the memory.
func (v *Values[T]) Room() int { return v.room }
