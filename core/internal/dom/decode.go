package dom

import (
	"bytes"
	"math/bits"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/charref"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/vector"
	"tidemark/core/internal/watch"
)

// Range is a range of the decoded text.
type Range struct{ From, To uint32 }

// References says where character references are.
type References uint8

const (
	NoReferences References = iota
	InText
	InAttribute
)

// NUL says what becomes of U+0000.
type NUL uint8

const (
	ReplaceNUL NUL = iota // by U+FFFD
	DropNUL
	KeepNUL
)

const replacement = "\ufffd"

// decoded are the bytes that may stand for something else.
const decoded = "&\r\x00"

var (
	decodes        = ascii.SetOf(decoded)
	decodesInBlock = vector.TableOf(decoded)
)

// plainEnd returns the place of the first byte at or after i that may stand for something else, or the end.
func plainEnd(raw []byte, i int) int {
	if vector.Usable() {
		for ; i+vector.Size <= len(raw); i += vector.Size {
			if found := decodesInBlock.In((*vector.Block)(raw[i:])); found != 0 {
				return i + bits.TrailingZeros32(found)
			}
		}
	}
	const short = 64 // Three searches cost more than to look at so many bytes eight at a time.
	near := raw[:min(i+short, len(raw))]
	for ; i+8 <= len(near); i += 8 {
		word := ascii.Word(near, i)
		ampersands, returns := word^'&'*ascii.Ones, word^'\r'*ascii.Ones
		// The lowest of these bits is at the first such byte; others may mean nothing.
		found := ((ampersands-ascii.Ones)&^ampersands | (returns-ascii.Ones)&^returns | (word-ascii.Ones)&^word) & ascii.Highs
		if found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	if len(near) < len(raw) {
		return farPlainEnd(raw, i)
	}
	for i < len(raw) && !decodes.Has(raw[i]) {
		i++
	}
	return i
}

// farPlainEnd is plainEnd for text that goes on for long. Each search ends soon, so that those that find nothing cost no more
// than the one that does.
func farPlainEnd(raw []byte, i int) int {
	for i < len(raw) {
		window := raw[i:min(i+1<<10, len(raw))]
		plain := window
		for _, c := range [...]byte{'&', '\r', 0} {
			if n := bytes.IndexByte(plain, c); n >= 0 {
				plain = plain[:n]
			}
		}
		if i += len(plain); len(plain) < len(window) {
			return i
		}
	}
	return i
}

// Decode appends a part of the source to the decoded text: with line feeds for line ends, and what its character
// references stand for.
func (d *Document) Decode(raw []byte, references References, nul NUL) Range {
	from := len(d.decoded)
	dst := hugepage.Grow(d.watch, d.decoded, len(raw))
	for i, far := 0, watch.Every; i < len(raw); {
		if i >= far {
			d.watch.Look()
			far = i + watch.Every
		}
		run := i
		i = plainEnd(raw, i)
		dst = hugepage.Append(d.watch, dst, raw[run:i])
		if i == len(raw) {
			break
		}
		n := 1
		switch raw[i] {
		case '\r':
			if i+1 == len(raw) || raw[i+1] != '\n' {
				dst = append(dst, '\n')
			}
		case 0:
			dst = appendNUL(dst, nul)
		default:
			if references != NoReferences {
				dst, n = charref.Append(dst, raw[i:], references == InAttribute)
			}
			if references == NoReferences || n == 0 {
				dst, n = append(dst, '&'), 1
			}
		}
		i += n
	}
	d.decoded = dst
	return Range{uint32(from), uint32(len(dst))}
}

func appendNUL(dst []byte, nul NUL) []byte {
	switch nul {
	case ReplaceNUL:
		return append(dst, replacement...)
	case KeepNUL:
		return append(dst, 0)
	}
	return dst
}

// DecodeNUL decodes the NUL in a range of the decoded text in which it was kept. What was decoded last stays where it is, so that text can go
// on with it without a copy.
func (d *Document) DecodeNUL(r Range, nul NUL) Range {
	from := len(d.decoded)
	dst := d.decoded
	for _, c := range d.decoded[r.From:r.To] {
		if c == 0 {
			dst = appendNUL(dst, nul)
		} else {
			dst = append(dst, c)
		}
	}
	if int(r.To) == from {
		dst = append(dst[:r.From], dst[from:]...)
		from = int(r.From)
	}
	d.decoded = dst
	return Range{uint32(from), uint32(len(dst))}
}

// Decoded returns a range of the decoded text.
func (d *Document) Decoded(r Range) []byte { return d.decoded[r.From:r.To] }
