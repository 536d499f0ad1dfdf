package vector

// Classes are up to eight sets of bytes of ASCII, each with a bit of its own. A byte is of a class if one of its bytes has the same low
// nibble, and one the same high one.
type Classes struct {
	lows, rows Half
}

// Add adds a class with these members, and those that follow from them.
func (c *Classes) Add(bit uint8, members string) {
	for _, m := range []byte(members) {
		c.lows[m&lowNibble] |= bit
		c.rows[m>>4] |= bit
	}
}

// Found is what there is in bytes: a bit for each.
type Found struct {
	Spaces, Controls, Beyond uint32 // U+0020, what is below it, and what is beyond ASCII
	Classes                  uint8  // of all together
}
