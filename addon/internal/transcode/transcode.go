// Package transcode turns the text forms of V8 into UTF-8 and back, with one pass to measure and one to write.
package transcode

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// highBits finds the bytes that are not ASCII among eight.
const highBits = 0x8080808080808080

// AppendUTF8 appends UTF-16 text to dst as UTF-8. A lone surrogate becomes U+FFFD.
func AppendUTF8(dst []byte, units []uint16) []byte {
	dst = slices.Grow(dst, len(units))
	for i := 0; i < len(units); {
		start := i
		for i+4 <= len(units) && units[i]|units[i+1]|units[i+2]|units[i+3] < utf8.RuneSelf {
			i += 4
		}
		for i < len(units) && units[i] < utf8.RuneSelf {
			i++
		}
		dst = appendASCII(dst, units[start:i])
		for i < len(units) && units[i] >= utf8.RuneSelf {
			r := rune(units[i])
			i++
			if utf16.IsSurrogate(r) {
				pair := rune(utf8.RuneError)
				if i < len(units) {
					pair = utf16.DecodeRune(r, rune(units[i]))
				}
				if pair != utf8.RuneError {
					i++
				}
				r = pair
			}
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

func appendASCII(dst []byte, units []uint16) []byte {
	n := len(dst)
	dst = slices.Grow(dst, len(units))[:n+len(units)]
	tail := dst[n:]
	for i, unit := range units {
		tail[i] = byte(unit)
	}
	return dst
}

// Form says how V8 gets a text: as Latin-1 if it fits, which takes half the memory, else as UTF-16.
type Form struct {
	Wide   bool
	Length int // in bytes or UTF-16 units
}

// Measure finds the form of valid UTF-8.
func Measure(text []byte) Form {
	var f Form
	for i := 0; i < len(text); {
		if i+8 <= len(text) && binary.LittleEndian.Uint64(text[i:])&highBits == 0 {
			i += 8
			f.Length += 8
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		i += size
		f.Length++
		f.Wide = f.Wide || r > 0xFF
		if r > 0xFFFF {
			f.Length++
		}
	}
	return f
}

// WriteLatin1 writes text of which Measure said that it is not wide, and how long dst is.
func WriteLatin1(dst, text []byte) {
	if len(dst) == len(text) {
		copy(dst, text)
		return
	}
	for at := range dst {
		r, size := utf8.DecodeRune(text)
		dst[at] = byte(r)
		text = text[size:]
	}
}

// WriteUTF16 writes text of which Measure said that it is wide, and how long dst is.
func WriteUTF16(dst []uint16, text []byte) {
	at := 0
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			dst[at] = uint16(text[i])
			at++
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		i += size
		if r > 0xFFFF {
			high, low := utf16.EncodeRune(r)
			dst[at], dst[at+1] = uint16(high), uint16(low)
			at += 2
			continue
		}
		dst[at] = uint16(r)
		at++
	}
}
