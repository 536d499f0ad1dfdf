// Package units counts text of UTF-8 in units of UTF-16, in which JavaScript has places and lengths.
package units

import (
	"math/bits"

	"tidemark/core/internal/ascii"
)

// Places turns places in text of UTF-8 into places in the same text of UTF-16. The zero Places are those of empty text.
type Places struct {
	text    []byte
	counted int      // so much of it, in whole blocks
	units   int      // and these are its units
	before  []uint32 // the units before each block of bytes; nil where all is ASCII
}

// block is how many bytes are counted for a place at most.
const block = 64

// Of counts the units of a text, which must not change.
func Of(text []byte) Places {
	var p Places
	p.Extend(text)
	return p
}

// Extend goes on with a text that is longer, and begins with what there was.
func (p *Places) Extend(text []byte) {
	p.text = text
	if p.before == nil {
		p.counted += asciiBlocks(text[p.counted:]) * block
		p.units = p.counted
		if rest := text[p.counted:]; len(rest) < block && Count(rest) == len(rest) {
			return
		}
		p.before = make([]uint32, 0, len(text)/block+1)
		for at := 0; at <= p.counted; at += block {
			p.before = append(p.before, uint32(at))
		}
	}
	for ; p.counted+block <= len(text); p.counted += block {
		p.units += Count(text[p.counted : p.counted+block])
		p.before = append(p.before, uint32(p.units))
	}
}

// asciiBlocks returns how many whole blocks of a text are ASCII up to the first that is not.
func asciiBlocks(text []byte) int {
	blocks := 0
	for ; len(text) >= block; blocks++ {
		all := uint64(0)
		for at := 0; at < block; at += 8 {
			all |= ascii.Word(text[:block], at)
		}
		if all&ascii.Highs != 0 {
			break
		}
		text = text[block:]
	}
	return blocks
}

// At returns the number of units before a place, which is where a character begins or ends.
func (p *Places) At(place int) int {
	if p.before == nil || place == 0 {
		return place
	}
	number := (place - 1) / block
	return int(p.before[number]) + Count(p.text[number*block:place])
}

// Count returns how many units of UTF-16 a text of UTF-8 is: one for each character, counted where it begins, and two for those that take a
// pair of surrogates.
func Count(text []byte) int {
	n := len(text)
	for ; len(text) >= 8; text = text[8:] {
		for len(text) >= 32 && (ascii.Word(text, 0)|ascii.Word(text, 8)|ascii.Word(text, 16)|ascii.Word(text, 24))&ascii.Highs == 0 {
			text = text[32:]
		}
		if len(text) < 8 {
			break
		}
		word := ascii.Word(text, 0)
		if word&ascii.Highs == 0 {
			continue
		}
		inside := word &^ (word << 1) & ascii.Highs // 10xxxxxx
		pairs := word & (word << 1) & (word << 2) & (word << 3) & ascii.Highs
		n += bits.OnesCount64(pairs) - bits.OnesCount64(inside)
	}
	for _, c := range text {
		if c&0xC0 == 0x80 {
			n--
		}
		if c >= 0xF0 {
			n++
		}
	}
	return n
}
