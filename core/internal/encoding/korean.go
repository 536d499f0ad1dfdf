package encoding

// https://encoding.spec.whatwg.org/#euc-kr-decoder
func nextEUCKR(points []rune, src []byte, last bool, now state) (character, state) {
	lead, trail, c := twoBytes(src, last)
	if lead == 0 {
		return c, now
	}
	if trail < 0x41 || trail > 0xFE {
		return pair(0, trail), now
	}
	return pair(at(points, int(lead-0x81)*190+int(trail-0x41)), trail), now
}
