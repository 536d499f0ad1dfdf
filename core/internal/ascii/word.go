package ascii

import "encoding/binary"

// Eight bytes are looked at at once as a word, of which the first is the lowest byte.
const (
	Ones  = 0x0101010101010101
	Lows  = 0x7f7f7f7f7f7f7f7f
	Highs = 0x8080808080808080
)

// Word returns the eight bytes at i. The capacity spares the compiler care for an empty rest.
func Word(b []byte, i int) uint64 { return binary.LittleEndian.Uint64(b[i : i+8 : i+8]) }

// WordOf returns the first eight bytes of s.
func WordOf(s string) uint64 {
	c := s[:8]
	return uint64(c[0]) | uint64(c[1])<<8 | uint64(c[2])<<16 | uint64(c[3])<<24 |
		uint64(c[4])<<32 | uint64(c[5])<<40 | uint64(c[6])<<48 | uint64(c[7])<<56
}

// Zeros sets the high bit of the lowest byte of a word that is zero; what it sets above it means nothing.
func Zeros(word uint64) uint64 { return (word - Ones) &^ word & Highs }
