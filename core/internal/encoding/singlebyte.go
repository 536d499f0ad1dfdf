package encoding

import "unicode/utf8"

// https://encoding.spec.whatwg.org/#single-byte-decoder
func nextSingle(points []rune, src []byte, _ bool, now state) (character, state) {
	if c := at(points, int(src[0]-utf8.RuneSelf)); c != 0 {
		return character{point: c, size: 1}, now
	}
	return unknown(1), now
}

// copySingle decodes single bytes, as many as stand for characters and as there is room for.
func copySingle(points []rune, dst, src []byte) (written, read int) {
	for read < len(src) {
		n := copyASCII(dst[written:], src[read:])
		written, read = written+n, read+n
		for read < len(src) && src[read] >= utf8.RuneSelf {
			c := at(points, int(src[read]-utf8.RuneSelf))
			if c == 0 || len(dst)-written < utf8.UTFMax {
				return written, read
			}
			if c < 0x800 {
				dst[written], dst[written+1] = 0xC0|byte(c>>6), 0x80|byte(c)&0xBF
				written += 2
			} else {
				written += utf8.EncodeRune(dst[written:], c)
			}
			read++
		}
		if read == len(src) || written == len(dst) {
			break
		}
	}
	return written, read
}

// https://encoding.spec.whatwg.org/#x-user-defined-decoder
func nextUserDefined(_ []rune, src []byte, _ bool, now state) (character, state) {
	return character{point: 0xF780 + rune(src[0]) - utf8.RuneSelf, size: 1}, now
}

// nextReplacement makes one unknown character of a document.
// https://encoding.spec.whatwg.org/#replacement-decoder
func nextReplacement(_ []rune, src []byte, _ bool, now state) (character, state) {
	const said = 1
	if now == said {
		return character{point: none, size: len(src)}, said
	}
	return unknown(len(src)), said
}
