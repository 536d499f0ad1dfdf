package dom

import (
	"bytes"

	"tidemark/core/internal/byteset"
	"tidemark/core/internal/charref"
	"tidemark/core/internal/hugepage"
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

// decodes are the bytes that may stand for something else.
var decodes = byteset.Of("&\r\x00")

// needsDecoding tells whether Decode would change a text that can have character references.
func needsDecoding(b []byte) bool {
	const short = 96 // Three calls cost more than to look at so many bytes once.
	if len(b) < short {
		return decodes.In(text(b))
	}
	return bytes.IndexByte(b, '&') >= 0 || bytes.IndexByte(b, '\r') >= 0 || bytes.IndexByte(b, 0) >= 0
}

// Decode appends a part of the source to the decoded text: with line feeds for line ends, and what its character
// references stand for.
func (d *Document) Decode(raw []byte, references References, nul NUL) Range {
	from := len(d.decoded)
	dst := hugepage.Grow(d.decoded, len(raw))
	for i := 0; i < len(raw); {
		run := i
		for i < len(raw) && !decodes.Has(raw[i]) {
			i++
		}
		dst = append(dst, raw[run:i]...)
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

// DecodeNUL appends a range of the decoded text, in which NUL was kept, to the decoded text again.
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
	d.decoded = dst
	return Range{uint32(from), uint32(len(dst))}
}

// Decoded gives a range of the decoded text.
func (d *Document) Decoded(r Range) []byte { return d.decoded[r.From:r.To] }
