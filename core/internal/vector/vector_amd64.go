//go:build goexperiment.simd

package vector

import "simd/archsimd"

// Usable reports whether this package does its work. Nothing else of it may be called where it does not.
func Usable() bool { return archsimd.X86.AVX() }

// In returns a bit for each byte of a block, set if it is in the table.
func (t *Table) In(b *Block) uint32 {
	table, low, high := load(&t.bytes), lowHalf(b), highHalf(b)
	return bitsOf(table.PermuteOrZero(low.AsInt8x16()).Equal(low), table.PermuteOrZero(high.AsInt8x16()).Equal(high), half)
}

// Equal returns a bit for each byte of a block, set if it is the same.
func (c *Byte) Equal(b *Block) uint32 {
	same := load(&c.bytes)
	return bitsOf(lowHalf(b).Equal(same), highHalf(b).Equal(same), half)
}

// AtMost returns a bit for each byte of a block, set if it is not greater.
func (c *Byte) AtMost(b *Block) uint32 {
	most := load(&c.bytes)
	return bitsOf(isAtMost(lowHalf(b), most), isAtMost(highHalf(b), most), half)
}

// In returns a bit for each byte of a block, set if it is in the set.
func (s *Set) In(b *Block) uint32 {
	none := archsimd.Uint8x16{}
	return ^bitsOf(s.found(lowHalf(b)).Equal(none), s.found(highHalf(b)).Equal(none), half)
}

// Meets reports whether text, which has 16 bytes at least, has one of the set.
func (s *Set) Meets(text string) bool {
	met := s.found(load(HalfOf(text[len(text)-half:])))
	for ; len(text) > half; text = text[half:] { // The last may be some of these once more.
		met = met.Or(s.found(load(HalfOf(text))))
	}
	return !met.IsZero()
}

// found gives each byte that is in the set something other than zero. A table gives zero for a byte with the high bit.
func (s *Set) found(b archsimd.Uint8x16) archsimd.Uint8x16 {
	ascii, beyond, rows := load(&s.ascii), load(&s.beyond), load(&rowBits)
	of := ascii.PermuteOrZero(b.AsInt8x16()).Or(beyond.PermuteOrZero(b.Xor(load(&highBits)).AsInt8x16()))
	return of.And(rows.PermuteOrZero(row(b)))
}

// In returns what there is in bytes that begin at two places, of which the second is so many bytes behind the first: 16 at most.
func (c *Classes) In(first, second *Half, apart int) Found {
	low, high := load(first), load(second)
	space, control := load(&spaces), load(&lastControl)
	lows, rows := load(&c.lows), load(&c.rows)
	lowClasses := lows.PermuteOrZero(low.AsInt8x16()).And(rows.PermuteOrZero(row(low)))
	highClasses := lows.PermuteOrZero(high.AsInt8x16()).And(rows.PermuteOrZero(row(high)))
	return Found{
		Spaces:   bitsOf(low.Equal(space), high.Equal(space), apart),
		Controls: bitsOf(isAtMost(low, control), isAtMost(high, control), apart),
		Beyond:   bitsOf(isBeyond(low), isBeyond(high), apart),
		Classes:  together(lowClasses.Or(highClasses)),
	}
}

func load(b *Half) archsimd.Uint8x16                 { return archsimd.LoadUint8x16(b) }
func lowHalf(b *Block) archsimd.Uint8x16             { return load((*Half)(b[:half])) }
func highHalf(b *Block) archsimd.Uint8x16            { return load((*Half)(b[half:])) }
func isBeyond(b archsimd.Uint8x16) archsimd.Mask8x16 { return b.AsInt8x16().Less(archsimd.Int8x16{}) }

func isAtMost(b, most archsimd.Uint8x16) archsimd.Mask8x16 { return b.Min(most).Equal(b) }

// bitsOf returns the bits of two masks, of which the second begins so many bytes behind the first.
func bitsOf(first, second archsimd.Mask8x16, apart int) uint32 {
	return uint32(first.ToBits()) | uint32(second.ToBits())<<(uint(apart)%Size)
}

// row returns the high nibble of each byte.
func row(b archsimd.Uint8x16) archsimd.Int8x16 {
	return b.AsUint16x8().ShiftAllRight(4).AsUint8x16().And(load(&lowNibbles)).AsInt8x16()
}

// together returns the bits that any byte has.
func together(b archsimd.Uint8x16) uint8 {
	words := b.AsUint64x2()
	word := words.GetElem(0) | words.GetElem(1)
	word |= word >> 32
	word |= word >> 16
	return uint8(word | word>>8)
}

var (
	spaces      = repeated(' ')
	lastControl = repeated(' ' - 1)
	lowNibbles  = repeated(lowNibble)
	highBits    = repeated(asciiEnd)
)
