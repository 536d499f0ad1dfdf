package style

// Property is a property that carries meaning.
type Property uint8

const (
	Weight  Property = iota // font-weight
	Slant                   // font-style
	Line                    // text-decoration-line
	Space                   // white-space
	Marker                  // list-style-type
	Face                    // font-family
	Display                 // display, as far as it makes a block
	properties
)

// Value is that of a property, Unset where nothing is said.
type Value uint8

const (
	Unset Value = iota
	Normal
	Bold        // of Weight
	Italic      // of Slant
	LineThrough // of Line
	Pre         // of Space: lines and spaces are as they stand
	PreWrap     // of Space: so they are, but long lines are wrapped
	PreLine     // of Space: lines are as they stand
	Numbers     // of Marker
	Bullets     // of Marker
	Monospaced  // of Face
	Block       // of Display

	important Value = 1 << 7
)

// Style is what CSS says of an element.
type Style [properties]Value

// Of returns the value of a property.
func (s *Style) Of(p Property) Value { return s[p] &^ important }

// IsZero reports whether nothing is said.
func (s *Style) IsZero() bool { return *s == Style{} }

// add adds what is said after it, and as strongly.
func (s *Style) add(later *Style) {
	for p, v := range later {
		if v != Unset && v&important >= s[p]&important {
			s[p] = v
		}
	}
}
