package encoding

import (
	"encoding/binary"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
)

// scheme is how an encoding is decoded: the decoders of https://encoding.spec.whatwg.org, a character at a time. src is not empty, and if
// last is false there is more behind it. The state is 0 at the start of a document.
type scheme func(points []rune, src []byte, last bool, now state) (character, state)

// plain decodes what can be decoded at a stroke: the scheme goes on where it stops. Where bytes of ASCII stand for themselves it leaves none
// for which there is room.
type plain func(points []rune, dst, src []byte) (written, read int)

// state is what an encoding remembers from one character to the next.
type state uint8

// character is what is decoded of so many bytes. A size of 0 means that more have to come.
type character struct {
	point rune // none if the bytes stand for no character
	mark  rune // a mark that goes with it, 0 if there is none
	size  int
}

// longest is the most bytes that a character becomes, with its mark.
const longest = 2 * utf8.UTFMax

const none = -1

// unknown is what bytes that mean nothing become.
func unknown(size int) character { return character{point: utf8.RuneError, size: size} }

var unfinished character

// pair returns the character of a lead byte and the byte behind it, or what becomes of the two if point is 0. A byte that is ASCII is
// never taken for a part of what means nothing: it could begin a tag.
func pair(point rune, trail byte) character {
	switch {
	case point != 0:
		return character{point: point, size: 2}
	case trail < utf8.RuneSelf:
		return unknown(1)
	}
	return unknown(2)
}

// cut is for a character of which only the first bytes are there.
func cut(src []byte, last bool) character {
	if last {
		return unknown(len(src))
	}
	return unfinished
}

// twoBytes returns a lead byte from 0x81 to 0xFE and the byte behind it. Where there are none, lead is 0, and c is what is decoded instead.
func twoBytes(src []byte, last bool) (lead, trail byte, c character) {
	switch lead = src[0]; {
	case lead < 0x81 || lead > 0xFE:
		return 0, 0, unknown(1)
	case len(src) < 2:
		return 0, 0, cut(src, last)
	}
	return lead, src[1], character{}
}

// decoding is a document that is being decoded. Its zero value is of no use: see Encoding.begin.
type decoding struct {
	next   scheme
	plain  plain
	points []rune
	now    state
}

// transform decodes from src to dst, and returns how many bytes it has written and read. It stops where dst has no room for what comes next,
// and where more has to come.
func (d *decoding) transform(dst, src []byte, last bool) (written, read int) {
	for {
		n, m := d.plain(d.points, dst[written:], src[read:])
		written, read = written+n, read+m
		for {
			if read == len(src) || written == len(dst) {
				return written, read
			}
			c, then := d.next(d.points, src[read:], last, d.now)
			if c.size == 0 {
				return written, read
			}
			if len(dst)-written < longest {
				if length := c.length(); length > len(dst)-written {
					return written, read
				}
			}
			if c.point != none {
				end := utf8.AppendRune(dst[:written], c.point)
				if c.mark != 0 {
					end = utf8.AppendRune(end, c.mark)
				}
				written = len(end)
			}
			read, d.now = read+c.size, then
			if read < len(src) && src[read] < utf8.RuneSelf {
				break // There may be more that is plain.
			}
		}
	}
}

// length returns how many bytes a character becomes.
func (c character) length() int {
	switch {
	case c.point == none:
		return 0
	case c.mark == 0:
		return utf8.RuneLen(c.point)
	}
	return utf8.RuneLen(c.point) + utf8.RuneLen(c.mark)
}

func copyNothing(_ []rune, _, _ []byte) (written, read int) { return 0, 0 }

func copyOnlyASCII(_ []rune, dst, src []byte) (written, read int) {
	n := copyASCII(dst, src)
	return n, n
}

// copyASCII copies the ASCII that src begins with, as much as there is room for.
func copyASCII(dst, src []byte) int {
	n, end := 0, min(len(dst), len(src))
	for ; n+8 <= end; n += 8 {
		word := ascii.Word(src, n)
		if word&ascii.Highs != 0 {
			break
		}
		binary.LittleEndian.PutUint64(dst[n:], word)
	}
	for ; n < end && src[n] < utf8.RuneSelf; n++ {
		dst[n] = src[n]
	}
	return n
}
