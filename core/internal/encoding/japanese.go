package encoding

import "bytes"

// halfwidth returns the Katakana of a byte, counted from the first.
func halfwidth(from byte) rune { return 0xFF61 + rune(from) }

// https://encoding.spec.whatwg.org/#shift_jis-decoder
func nextShiftJIS(points []rune, src []byte, last bool, now state) (character, state) {
	lead := src[0]
	switch {
	case lead == 0x80:
		return character{point: 0x80, size: 1}, now
	case lead >= 0xA1 && lead <= 0xDF:
		return character{point: halfwidth(lead - 0xA1), size: 1}, now
	case lead == 0xA0 || lead > 0xFC:
		return unknown(1), now
	case len(src) < 2:
		return cut(src, last), now
	}
	trail := src[1]
	pointer := int(lead) * 188
	if lead < 0xA0 {
		pointer -= 0x81 * 188
	} else {
		pointer -= 0xC1 * 188
	}
	switch {
	case trail >= 0x40 && trail <= 0x7E:
		pointer += int(trail - 0x40)
	case trail >= 0x80 && trail <= 0xFC:
		pointer += int(trail - 0x41)
	default:
		return pair(0, trail), now
	}
	if pointer >= 8836 && pointer <= 10715 {
		return character{point: 0xE000 - 8836 + rune(pointer), size: 2}, now
	}
	return pair(at(points, pointer), trail), now
}

// of94 reports whether a byte is one of the 94 of a set that has the high bit.
func of94(c byte) bool { return c >= 0xA1 && c <= 0xFE }

// https://encoding.spec.whatwg.org/#euc-jp-decoder
func nextEUCJP(points []rune, src []byte, last bool, now state) (character, state) {
	lead := src[0]
	const katakana, third = 0x8E, 0x8F
	switch {
	case lead != katakana && lead != third && !of94(lead):
		return unknown(1), now
	case len(src) < 2:
		return cut(src, last), now
	}
	trail := src[1]
	switch {
	case lead == katakana && trail >= 0xA1 && trail <= 0xDF:
		return character{point: halfwidth(trail - 0xA1), size: 2}, now
	case lead == third && of94(trail):
		if len(src) < 3 {
			return cut(src, last), now
		}
		c := pair(0, src[2])
		if of94(src[2]) {
			c = pair(at(index(jis0212), int(trail-0xA1)*94+int(src[2]-0xA1)), src[2])
		}
		c.size++
		return c, now
	case of94(lead) && of94(trail):
		return pair(at(points, int(lead-0xA1)*94+int(trail-0xA1)), trail), now
	}
	return pair(0, trail), now
}

// What an escape sequence of ISO-2022-JP chooses.
const (
	inASCII2022 state = iota
	inRoman
	inKatakana
	inPairs

	justChosen state = 8 // Nothing has come since.
)

var escapes = [...]struct {
	text   string
	chosen state
}{{"\x1B(B", inASCII2022}, {"\x1B(J", inRoman}, {"\x1B(I", inKatakana}, {"\x1B$@", inPairs}, {"\x1B$B", inPairs}}

// https://encoding.spec.whatwg.org/#iso-2022-jp-decoder
func nextISO2022JP(points []rune, src []byte, last bool, now state) (character, state) {
	set := now &^ justChosen
	c := src[0]
	if c == 0x1B {
		for _, escape := range escapes {
			if bytes.HasPrefix(src, []byte(escape.text)) {
				if now&justChosen != 0 {
					return unknown(3), escape.chosen | justChosen
				}
				return character{point: none, size: 3}, escape.chosen | justChosen
			}
			if !last && bytes.HasPrefix([]byte(escape.text), src) {
				return unfinished, now
			}
		}
		return unknown(1), set
	}
	switch {
	case set == inPairs && c >= 0x21 && c <= 0x7E:
		return pairOf2022(points, src, last), set
	case set == inKatakana && c >= 0x21 && c <= 0x5F:
		return character{point: halfwidth(c - 0x21), size: 1}, set
	case set == inPairs || set == inKatakana || c >= 0x80 || c == 0x0E || c == 0x0F:
		return unknown(1), set
	case set == inRoman && c == '\\':
		return character{point: '¥', size: 1}, set
	case set == inRoman && c == '~':
		return character{point: '‾', size: 1}, set
	}
	return character{point: rune(c), size: 1}, set
}

func pairOf2022(points []rune, src []byte, last bool) character {
	if len(src) < 2 {
		return cut(src, last)
	}
	switch trail := src[1]; {
	case trail == 0x1B:
		return unknown(1)
	case trail < 0x21 || trail > 0x7E:
		return unknown(2)
	default:
		if c := at(points, int(src[0]-0x21)*94+int(trail-0x21)); c != 0 {
			return character{point: c, size: 2}
		}
		return unknown(2)
	}
}
