package ascii

// Set is a set of bytes, of any. The zero Set is empty.
type Set [256]uint8

// SetOf returns the set of the bytes of s.
func SetOf(s string) (set Set) {
	for i := range len(s) {
		set[s[i]] = 1
	}
	return set
}

// Has reports whether a byte is in the set.
func (set *Set) Has(c byte) bool { return set[c] != 0 }

// In reports whether text has a byte of the set. Eight bytes at a time are looked at without a branch: most texts that are
// asked about are short and have none. The last eight may be some of those before once more.
func (set *Set) In(text string) bool {
	if len(text) < 8 {
		seen := uint8(0)
		for i := range len(text) {
			seen |= set[text[i]]
		}
		return seen != 0
	}
	for i := 0; i+8 < len(text); i += 8 {
		if set.inWord(text[i : i+8]) {
			return true
		}
	}
	return set.inWord(text[len(text)-8:])
}

// inWord is In for eight bytes.
func (set *Set) inWord(c string) bool {
	return set[c[0]]|set[c[1]]|set[c[2]]|set[c[3]]|set[c[4]]|set[c[5]]|set[c[6]]|set[c[7]] != 0
}
