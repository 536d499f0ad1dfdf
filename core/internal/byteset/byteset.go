// Package byteset tells whether text has any of a set of bytes.
package byteset

// Set is a set of bytes. The zero Set is empty.
type Set [256]uint8

// Of gives the set of the bytes of s.
func Of(s string) (set Set) {
	for i := range len(s) {
		set[s[i]] = 1
	}
	return set
}

// Has tells whether a byte is in the set.
func (set *Set) Has(c byte) bool { return set[c] != 0 }

// In tells whether text has a byte of the set. Eight bytes at a time are looked at without a branch: most texts that are
// asked about are short and have none.
func (set *Set) In(text string) bool {
	for len(text) >= 8 {
		if set[text[0]]|set[text[1]]|set[text[2]]|set[text[3]]|set[text[4]]|set[text[5]]|set[text[6]]|set[text[7]] != 0 {
			return true
		}
		text = text[8:]
	}
	seen := uint8(0)
	for i := range len(text) {
		seen |= set[text[i]]
	}
	return seen != 0
}
