package encoding

import (
	"sort"
	"unicode/utf8"
)

// https://encoding.spec.whatwg.org/#gb18030-decoder, which is that of GBK, too.
func nextGB18030(points []rune, src []byte, last bool, now state) (character, state) {
	lead := src[0]
	switch {
	case lead == 0x80:
		return character{point: '€', size: 1}, now
	case lead == 0xFF:
		return unknown(1), now
	case len(src) < 2:
		return cut(src, last), now
	}
	switch second := src[1]; {
	case second >= '0' && second <= '9':
		return fourBytes(src, last), now
	case second >= 0x40 && second <= 0x7E:
		return pair(at(points, int(lead-0x81)*190+int(second-0x40)), second), now
	case second >= 0x80 && second <= 0xFE:
		return pair(at(points, int(lead-0x81)*190+int(second-0x41)), second), now
	default:
		return pair(0, second), now
	}
}

func fourBytes(src []byte, last bool) character {
	isThird := func(c byte) bool { return c >= 0x81 && c <= 0xFE }
	isFourth := func(c byte) bool { return c >= '0' && c <= '9' }
	switch {
	case len(src) > 2 && !isThird(src[2]) || len(src) > 3 && !isFourth(src[3]):
		return unknown(1)
	case len(src) < 4:
		return cut(src, last)
	}
	pointer := ((int(src[0]-0x81)*10+int(src[1]-'0'))*126+int(src[2]-0x81))*10 + int(src[3]-'0')
	if c := rangePoint(pointer); c != 0 {
		return character{point: c, size: 4}
	}
	return unknown(4)
}

// https://encoding.spec.whatwg.org/#index-gb18030-ranges-code-point
func rangePoint(pointer int) rune {
	const beyondBasic = 189000
	switch {
	case pointer == 7457:
		return 0xE7C7
	case pointer >= beyondBasic && pointer-beyondBasic+0x10000 <= utf8.MaxRune:
		return rune(pointer - beyondBasic + 0x10000)
	case pointer >= 39420:
		return 0
	}
	ranges := index(gb18030Ranges)
	next := sort.Search(len(ranges)/2, func(i int) bool { return int(ranges[2*i]) > pointer })
	return ranges[2*next-1] + rune(pointer) - ranges[2*next-2]
}

// https://encoding.spec.whatwg.org/#big5-decoder
func nextBig5(points []rune, src []byte, last bool, now state) (character, state) {
	lead, trail, c := twoBytes(src, last)
	if lead == 0 {
		return c, now
	}
	pointer := int(lead-0x81) * 157
	switch {
	case trail >= 0x40 && trail <= 0x7E:
		pointer += int(trail - 0x40)
	case trail >= 0xA1 && trail <= 0xFE:
		pointer += int(trail - 0x62)
	default:
		return pair(0, trail), now
	}
	switch pointer {
	case 1133:
		return character{'Ê', '\u0304', 2}, now
	case 1135:
		return character{'Ê', '\u030C', 2}, now
	case 1164:
		return character{'ê', '\u0304', 2}, now
	case 1166:
		return character{'ê', '\u030C', 2}, now
	}
	return pair(at(points, pointer), trail), now
}
