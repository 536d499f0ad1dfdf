package inline

import (
	"math/bits"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/vector"
)

// byteClass is what a byte of text may mean. Text is looked through once, when it is collected: what it does not hold need
// not be looked for when it is written.
type byteClass uint8

const (
	collapsing byteClass = 1 << iota // white space that collapses in HTML
	delimiting                       // it may begin or end emphasis
	bracketing                       // it may begin or end a link
	dotted                           // it may be in the address of a site without a scheme
	coloned                          // it may be after the scheme of an address
	meaningful                       // it may mean something else anywhere in a line
	uncommon                         // it may be white space that does not collapse, alone or with others
	separating                       // it may be the last byte of a line separator

	// addressing is what may be in an address that GFM makes a link of.
	addressing = dotted | coloned
	// hazardous is what may need an escape anywhere in a line.
	hazardous = delimiting | bracketing | addressing | meaningful
)

var byteClasses = func() (table [256]byteClass) {
	for class, members := range map[byteClass]string{
		collapsing: ascii.Space,
		delimiting: "*_~",
		bracketing: "[]",
		dotted:     ".",
		coloned:    ":",
		meaningful: "\\`<&!@$",
		uncommon:   "\v",
	} {
		for i := range len(members) {
			table[members[i]] |= class
		}
	}
	for c := 0x80; c < len(table); c++ {
		table[c] = uncommon
	}
	for _, separator := range [...]string{"\u2028", "\u2029"} {
		table[separator[separatorSize-1]] |= separating
	}
	return table
}()

// startsBlock are the bytes that a line may begin a block with, or front matter.
var startsBlock = ascii.SetOf("#>+-*_=|:`~[0123456789;{%")

// phrase returns the end of the text from at on that is as it is to be written, with no white space but single spaces
// between words, and what is in it. At that place of s there is something to be seen.
func phrase(s string, at int) (end int, seen byteClass) {
	end, seen = wholeWords(s, at)
	for {
		for end < len(s) {
			class := byteClasses[s[end]]
			if class&collapsing != 0 {
				break
			}
			seen |= class
			end++
		}
		if end+1 >= len(s) || s[end] != ' ' || byteClasses[s[end+1]]&collapsing != 0 {
			return end, seen &^ collapsing
		}
		end++
	}
}

// skipPlain returns a place at or after at in front of which nothing is hazardous.
func skipPlain(text []byte, at int) int {
	if vector.Usable() {
		for ; at+vector.Size <= len(text); at += vector.Size {
			if found := hazards.In((*vector.Block)(text[at:])); found != 0 {
				return at + bits.TrailingZeros32(found)
			}
		}
	}
	for ; at+8 <= len(text); at += 8 {
		c := text[at : at+8]
		if (byteClasses[c[0]]|byteClasses[c[1]]|byteClasses[c[2]]|byteClasses[c[3]]|
			byteClasses[c[4]]|byteClasses[c[5]]|byteClasses[c[6]]|byteClasses[c[7]])&hazardous != 0 {
			break
		}
	}
	return at
}

// wholeWords is the part of phrase that takes eight bytes at a time: where a word ends is hard to foretell for the processor,
// and nothing hangs on it here. It may end early, but never after a space.
func wholeWords(s string, at int) (end int, seen byteClass) {
	if len(s)-at >= vector.Size/2 && vector.Usable() {
		return wholeBlocks(s, at)
	}
	before := uint64(0) // whether the byte before is a space
	for end = at; end+8 <= len(s); end += 8 {
		spaces, others := spacesIn(ascii.WordOf(s[end:]), before)
		if others != 0 {
			return end - int(before>>7), seen
		}
		seen |= classesIn(s[end : end+8])
		before = spaces >> 56
	}
	if rest := len(s) - end; rest > 0 && end > at {
		// The last bytes are looked at with letters after them, and with some of those before once more for what is in them.
		spaces, others := spacesIn(ascii.WordOf(s[len(s)-8:])>>(64-8*rest)|'a'*ascii.Ones<<(8*rest), before)
		if others == 0 {
			seen |= classesIn(s[len(s)-8:])
			before = spaces << (64 - 8*rest) >> 56
			end = len(s)
		}
	}
	return end - int(before>>7), seen
}

// spacesIn sets the high bit of each byte of a word that is a space; and of some byte, if there is white space other than single
// spaces, or a control. The byte before is a space if before is not zero.
func spacesIn(word, before uint64) (spaces, others uint64) {
	controls := ^(word&ascii.Lows + (0x80-' ')*ascii.Ones) &^ word & ascii.Highs
	spaces = ^(word&ascii.Lows + (0x80-' '-1)*ascii.Ones) &^ word & ascii.Highs
	return spaces, controls | spaces&(spaces<<8|before)
}

// classesIn returns what is in eight bytes.
func classesIn(c string) byteClass {
	return byteClasses[c[0]] | byteClasses[c[1]] | byteClasses[c[2]] | byteClasses[c[3]] |
		byteClasses[c[4]] | byteClasses[c[5]] | byteClasses[c[6]] | byteClasses[c[7]]
}
