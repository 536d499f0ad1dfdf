package vector

// Table is a set of bytes of ASCII that have different low nibbles: it has each at that place. To ask for them takes half of what it takes
// with a [Set].
type Table struct{ bytes Half }

// TableOf returns the set of the bytes of members.
func TableOf(members string) (t Table) {
	for i := range t.bytes {
		t.bytes[i] = ^byte(i) & lowNibble // No byte that is looked up at a place is this one.
	}
	for _, c := range []byte(members) {
		if t.bytes[c&lowNibble] != ^c&lowNibble || c >= asciiEnd {
			panic("vector: a table cannot hold " + members)
		}
		t.bytes[c&lowNibble] = c
	}
	return t
}

const (
	lowNibble = 0xf
	asciiEnd  = 0x80
)
