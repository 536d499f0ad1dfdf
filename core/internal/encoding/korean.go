package encoding

// https://encoding.spec.whatwg.org/#euc-kr-decoder
func nextEUCKR(points []rune, src []byte, last bool, now state) (character, state) {
	lead := src[0]
	switch {
	case lead < 0x81 || lead > 0xFE:
		return unknown(1), now
	case len(src) < 2:
		return cut(src, last), now
	}
	trail := src[1]
	if trail < 0x41 || trail > 0xFE {
		return pair(0, trail), now
	}
	return pair(at(points, int(lead-0x81)*190+int(trail-0x41)), trail), now
}
