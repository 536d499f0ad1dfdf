package vector

import "unsafe"

// Size is how many bytes are looked at at once.
const Size = 32

// half is the size of a vector: wider ones would have the rest of a program wait on some processors.
const half = Size / 2

// Block is what is looked at at once.
type Block = [Size]byte

// Half is half of a block.
type Half = [half]byte

// HalfOf returns what half a block of text begins with, which is not copied.
func HalfOf(text string) *Half { return (*Half)(unsafe.Pointer(unsafe.StringData(text[:half]))) }

// Byte is what each byte of a block is compared with.
type Byte struct{ bytes Half }

// ByteOf returns a byte to compare with.
func ByteOf(c byte) Byte { return Byte{repeated(c)} }

func repeated(c byte) (half Half) {
	for i := range half {
		half[i] = c
	}
	return half
}
