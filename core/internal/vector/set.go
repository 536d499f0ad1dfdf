package vector

// Set is a set of bytes, of any. A byte is one of it if what the tables have for its low nibble has the bit of its high nibble.
type Set struct {
	ascii, beyond Half // by the low nibble: bytes of ASCII, and others
}

// SetOf returns the set of the bytes of members.
func SetOf(members string) (s Set) {
	for _, c := range []byte(members) {
		table := &s.ascii
		if c >= asciiEnd {
			table = &s.beyond
		}
		table[c&lowNibble] |= rowBits[c>>4]
	}
	return s
}

// rowBits are the bits of high nibbles.
var rowBits = Half{1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128}
