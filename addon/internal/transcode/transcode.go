// Package transcode is C that turns the text forms of V8 into UTF-8 and back. The addon's C files call it where the text is,
// so that no call of Go's pays for it; from Go it can be called to be compared with the standard library.
package transcode

// #cgo CFLAGS: -std=gnu11 -Wall -Wextra
// #cgo noescape tm_utf16_to_utf8
// #cgo nocallback tm_utf16_to_utf8
// #cgo noescape tm_utf8_is_wide
// #cgo nocallback tm_utf8_is_wide
// #cgo noescape tm_utf8_to_utf16
// #cgo nocallback tm_utf8_to_utf16
// #cgo noescape tm_utf8_to_latin1
// #cgo nocallback tm_utf8_to_latin1
// #include "transcode.h"
import "C"

import (
	"embed"
	"unsafe"
)

// See package memory.
//
//go:embed *.h
var _ embed.FS

func bytes(p []byte) *C.uint8_t    { return (*C.uint8_t)(unsafe.SliceData(p)) }
func units(p []uint16) *C.uint16_t { return (*C.uint16_t)(unsafe.SliceData(p)) }

// UTF8 turns UTF-16 at the end of block into UTF-8 at its beginning, as the addon does with an input.
func UTF8(block []byte, at, length int) []byte {
	n := C.tm_utf16_to_utf8(bytes(block), (*C.uint16_t)(unsafe.Pointer(&block[at])), C.size_t(length))
	return block[:n]
}

// IsWide reports whether valid UTF-8 has a character beyond Latin-1.
func IsWide(text []byte) bool { return bool(C.tm_utf8_is_wide(bytes(text), C.size_t(len(text)))) }

// UTF16 writes text to dst, which is as long or longer, and returns what it wrote.
func UTF16(dst []uint16, text []byte) []uint16 {
	return dst[:C.tm_utf8_to_utf16(units(dst), bytes(text), C.size_t(len(text)))]
}

// Latin1 writes text to dst, which is as long or longer, and returns what it wrote, or false for text beyond Latin-1.
func Latin1(dst, text []byte) ([]byte, bool) {
	var written C.size_t
	fits := bool(C.tm_utf8_to_latin1(bytes(dst), &written, bytes(text), C.size_t(len(text))))
	return dst[:written], fits
}
