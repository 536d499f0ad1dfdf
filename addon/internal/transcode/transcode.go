// Package transcode turns the text forms of V8 into UTF-8 and back, with one pass to measure and one to write.
package transcode

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"
)

const (
	// highBits finds the bytes that are not ASCII among eight.
	highBits = 0x8080808080808080
	// wideBits finds the UTF-16 units that are not ASCII among four.
	wideBits = 0xff80ff80ff80ff80
)

// AppendUTF8 appends UTF-16 text to dst as UTF-8. A lone surrogate becomes U+FFFD.
func AppendUTF8(dst []byte, units []uint16) []byte {
	for i := 0; i < len(units); {
		dst = slices.Grow(dst, len(units)-i)
		n := narrow(dst[len(dst):len(dst)+len(units)-i], units[i:])
		dst = dst[:len(dst)+n]
		i += n
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

// narrow writes the ASCII that units begin with to dst, which is as long, and gives its length.
func narrow(dst []byte, units []uint16) int {
	i := 0
	for ; littleEndian && i+8 <= len(units); i += 8 {
		a, b := four(units[i:]), four(units[i+4:])
		if (a|b)&wideBits != 0 {
			break
		}
		binary.LittleEndian.PutUint64(dst[i:], pack(a)|pack(b)<<32)
	}
	for ; i < len(units) && units[i] < utf8.RuneSelf; i++ {
		dst[i] = byte(units[i])
	}
	return i
}

// widen writes the ASCII that text begins with to dst, which is long enough, and gives its length.
func widen(dst []uint16, text []byte) int {
	i := 0
	for ; littleEndian && i+8 <= len(text); i += 8 {
		word := binary.LittleEndian.Uint64(text[i:])
		if word&highBits != 0 {
			break
		}
		putFour(dst[i:], spread(word&0xffffffff))
		putFour(dst[i+4:], spread(word>>32))
	}
	for ; i < len(text) && text[i] < utf8.RuneSelf; i++ {
		dst[i] = uint16(text[i])
	}
	return i
}

// pack puts the low bytes of four 16-bit units side by side.
func pack(x uint64) uint64 {
	x = (x | x>>8) & 0x0000ffff0000ffff
	return (x | x>>16) & 0x00000000ffffffff
}

// spread is pack the other way round.
func spread(x uint64) uint64 {
	x = (x | x<<16) & 0x0000ffff0000ffff
	return (x | x<<8) & 0x00ff00ff00ff00ff
}

// littleEndian: of units read together the first is in the lowest bits.
var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1

// four reads four units at once.
func four(units []uint16) uint64 {
	_ = units[3]
	return *(*uint64)(unsafe.Pointer(&units[0]))
}

// putFour is four the other way round.
func putFour(dst []uint16, x uint64) {
	_ = dst[3]
	*(*uint64)(unsafe.Pointer(&dst[0])) = x
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
	for at := 0; len(text) > 0; {
		if len(dst)-at == len(text) {
			copy(dst[at:], text)
			return
		}
		ascii := 0
		for ascii+8 <= len(text) && binary.LittleEndian.Uint64(text[ascii:])&highBits == 0 {
			ascii += 8
		}
		at += copy(dst[at:], text[:ascii])
		text = text[ascii:]
		if r, size := utf8.DecodeRune(text); size > 0 {
			dst[at] = byte(r)
			at++
			text = text[size:]
		}
	}
}

// WriteUTF16 writes text of which Measure said that it is wide, and how long dst is.
func WriteUTF16(dst []uint16, text []byte) {
	for at := 0; len(text) > 0; {
		n := widen(dst[at:], text)
		at += n
		text = text[n:]
		for len(text) > 0 && text[0] >= utf8.RuneSelf {
			r, size := utf8.DecodeRune(text)
			text = text[size:]
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
}
