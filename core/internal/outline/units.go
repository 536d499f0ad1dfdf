package outline

// Units turns places in text of UTF-8 into places in the same text of UTF-16, as JavaScript has it.
type Units struct {
	text   []byte
	before []uint32 // the units before each block of bytes; nil where all is ASCII
}

// unitBlock is how many bytes are counted for a place at most.
const unitBlock = 128

// UnitsOf counts the units of a text, which must not change.
func UnitsOf(text []byte) Units {
	u := Units{text: text}
	units := 0
	for from := 0; from < len(text); from += unitBlock {
		n := countUnits(text[from:min(from+unitBlock, len(text))])
		if u.before == nil && n != min(unitBlock, len(text)-from) {
			u.before = make([]uint32, 0, len(text)/unitBlock+1)
			for ascii := 0; ascii < from; ascii += unitBlock {
				u.before = append(u.before, uint32(ascii))
			}
		}
		if u.before != nil {
			u.before = append(u.before, uint32(units))
		}
		units += n
	}
	return u
}

// At returns the number of units before a place, which is where a character begins or ends.
func (u *Units) At(place int) int {
	if u.before == nil || place == 0 {
		return place
	}
	block := (place - 1) / unitBlock
	return int(u.before[block]) + countUnits(u.text[block*unitBlock:place])
}

// countUnits counts each character where it begins, and those twice that take a pair of surrogates.
func countUnits(text []byte) int {
	n := 0
	for _, c := range text {
		if c&0xC0 != 0x80 {
			n++
		}
		if c >= 0xF0 {
			n++
		}
	}
	return n
}
