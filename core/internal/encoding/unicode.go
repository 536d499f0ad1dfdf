package encoding

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// https://encoding.spec.whatwg.org/#utf-8-decoder
func nextUTF8(_ []rune, src []byte, last bool, now state) (character, state) {
	c, size := utf8.DecodeRune(src)
	if c != utf8.RuneError || size > 1 {
		return character{point: c, size: size}, now
	}
	if !utf8.FullRune(src) {
		return cut(src, last), now
	}
	// What could have begun a character is one that is unknown.
	for size < len(src) && !utf8.FullRune(src[:size]) {
		size++
	}
	return unknown(max(1, size-1)), now
}

// copyUTF8 copies what is valid.
func copyUTF8(_ []rune, dst, src []byte) (written, read int) {
	src = src[:min(len(src), len(dst))]
	for read < len(src) {
		const step = 1 << 10
		end := min(read+step, len(src))
		for end < len(src) && end > read+step-utf8.UTFMax && !utf8.RuneStart(src[end]) {
			end--
		}
		if utf8.Valid(src[read:end]) {
			read = end
			continue
		}
		for {
			c, size := utf8.DecodeRune(src[read:])
			if c == utf8.RuneError && size <= 1 {
				break
			}
			read += size
		}
		break
	}
	copy(dst, src[:read])
	return read, read
}

func nextUTF16LE(_ []rune, src []byte, last bool, now state) (character, state) {
	return nextUTF16(src, last, false), now
}

func nextUTF16BE(_ []rune, src []byte, last bool, now state) (character, state) {
	return nextUTF16(src, last, true), now
}

func copyUTF16LE(_ []rune, dst, src []byte) (written, read int) { return copyUTF16(dst, src, false) }
func copyUTF16BE(_ []rune, dst, src []byte) (written, read int) { return copyUTF16(dst, src, true) }

// https://encoding.spec.whatwg.org/#shared-utf-16-decoder
func nextUTF16(src []byte, last, isBig bool) character {
	if len(src) < 2 {
		return cut(src, last)
	}
	switch first := unit(src, isBig); {
	case !isSurrogate(first):
		return character{point: first, size: 2}
	case first > 0xDBFF:
		return unknown(2)
	case len(src) < 4:
		return cut(src, last)
	default:
		second := unit(src[2:], isBig)
		if second < 0xDC00 || !isSurrogate(second) {
			return unknown(2)
		}
		return character{point: (first-0xD800)<<10 + second - 0xDC00 + 0x10000, size: 4}
	}
}

// copyUTF16 decodes what is no surrogate.
func copyUTF16(dst, src []byte, isBig bool) (written, read int) {
	for len(src)-read >= 2 && len(dst)-written >= utf8.UTFMax {
		switch c := unit(src[read:], isBig); {
		case c < utf8.RuneSelf:
			dst[written] = byte(c)
			written++
		case isSurrogate(c):
			return written, read
		default:
			written += utf8.EncodeRune(dst[written:], c)
		}
		read += 2
	}
	return written, read
}

func unit(src []byte, isBig bool) rune {
	u := binary.LittleEndian.Uint16(src)
	if isBig {
		u = bits.ReverseBytes16(u)
	}
	return rune(u)
}

func isSurrogate(c rune) bool { return c >= 0xD800 && c <= 0xDFFF }
