package ascii

import "tidemark/core/internal/vector"

// Set is a set of bytes, of any. The zero Set is empty.
type Set struct {
	members [256]uint8
	vectors vector.Set
}

// SetOf returns the set of the bytes of s.
func SetOf(s string) (set Set) {
	for i := range len(s) {
		set.members[s[i]] = 1
	}
	set.vectors = vector.SetOf(s)
	return set
}

// Has reports whether a byte is in the set.
func (set *Set) Has(c byte) bool { return set.members[c] != 0 }

// In reports whether text has a byte of the set. Eight bytes at a time are looked at without a branch: most texts that are
// asked about are short and have none. The last eight may be some of those before once more.
func (set *Set) In(text string) bool {
	if len(text) < 8 {
		seen := uint8(0)
		for i := range len(text) {
			seen |= set.members[text[i]]
		}
		return seen != 0
	}
	if len(text) >= vector.Size/2 && vector.Usable() {
		return set.vectors.Meets(text)
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
	m := &set.members
	return m[c[0]]|m[c[1]]|m[c[2]]|m[c[3]]|m[c[4]]|m[c[5]]|m[c[6]]|m[c[7]] != 0
}
