package ascii

import "math/bits"

// AfterSpace returns where the white space ends that is in s from i on. Much of it is rows of spaces, by which the source is indented.
func AfterSpace(s string, i int) int {
	for i+8 <= len(s) {
		other := WordOf(s[i:]) ^ ' '*Ones
		if other == 0 {
			i += 8
			continue
		}
		if i += bits.TrailingZeros64(other) / 8; !IsSpace(s[i]) {
			return i
		}
		i++
	}
	for i < len(s) && IsSpace(s[i]) {
		i++
	}
	return i
}
