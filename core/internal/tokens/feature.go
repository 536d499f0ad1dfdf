package tokens

import "unicode/utf8"

// Features are what the number of tokens of a piece is the sum of the weights of. They are numbered in this order.
const (
	wordBefore  = 0                             // by the character before the letters of a word
	letterPairs = wordBefore + symbols          // by two letters beside each other, or one and an end of the word
	wordTitle   = letterPairs + letters*letters // the word begins with a letter of upper case
	wordUpper   = wordTitle + 1                 // for each other letter of upper case
	kana        = wordUpper + 1                 // by character, as the rest
	han         = kana + kanas
	hangul      = han + hans
	scripts     = hangul + hanguls
	symbolPairs = scripts + scriptLetters       // by two characters of punctuation beside each other, or one and an end
	symbolOther = symbolPairs + symbols*symbols // for each other one, by where it is in Unicode
	triples     = symbolOther + 4               // by three letters beside each other, or two and an end: see tripleOf
	features    = triples + tripleKinds
)

// letters is how many letters are told apart: those of ASCII, the ends of a word, and all others of the Latin script. The others are told apart by
// some of their bits.
const (
	letters       = 28
	otherLatin    = 27
	kanas         = 256
	hans          = 1024
	hanguls       = 256
	scriptLetters = 1024
)

// symbols is how many characters are told apart that are no letters: the ends, the space, line ends, those of ASCII, and all others.
const (
	symbols     = 36
	symbolSpace = 1
	symbolLine  = 2
	symbolFirst = 3
	symbolElse  = 35
)

// tripleKinds is how many kinds of three letters there are, each of many.
const tripleKinds = 4096

// tripleOf is the feature of three letters beside each other, of which the first or the last may be an end of the word.
func tripleOf(a, b, c uint16) uint16 {
	return triples + uint16((uint32(a)*961+uint32(b)*31+uint32(c))*2654435769>>16)%tripleKinds
}

var symbolOf = func() (table [256]uint16) {
	next := uint16(symbolFirst)
	for c := range table {
		switch {
		case c == ' ' || c == '\t':
			table[c] = symbolSpace
		case c == '\n' || c == '\r':
			table[c] = symbolLine
		case c > ' ' && c < 0x7f && classes[c] == other:
			table[c] = next
			next++
		default:
			table[c] = symbolElse
		}
	}
	return table
}()

// appendFeatures appends those of a word or of punctuation.
func (p *piece) appendFeatures(dst []uint16, text []byte) []uint16 {
	if p.kind == punctuation {
		return appendSymbols(dst, text[p.start:p.end])
	}
	return appendWord(dst, text[p.start:p.letters], text[p.letters:p.end])
}

// appendWord appends those of a word, of which one character may stand before the letters.
func appendWord(dst []uint16, before, text []byte) []uint16 {
	if len(before) > 0 {
		return appendLetters(append(dst, wordBefore+symbolOf[before[0]]), text)
	}
	return appendLetters(append(dst, wordBefore), text)
}

func appendLetters(dst []uint16, text []byte) []uint16 {
	before, last, first := uint16(0), uint16(0), true
	for i := 0; i < len(text); {
		c := text[i]
		letter := uint16(0)
		switch {
		case c < utf8.RuneSelf:
			if i++; c < 'a' {
				dst = appendUpper(dst, first)
			}
			letter = uint16(c|0x20) - 'a' + 1
		case c < 0xCD: // Latin: it is mostly of lower case
			letter = otherLatin
			i += 2
		default:
			r, size := utf8.DecodeRune(text[i:])
			dst = append(dst, featureOf(r))
			i += size
			first = false
			if last != 0 {
				dst = append(dst, letterPairs+last*letters, tripleOf(before, last, 0))
				before, last = 0, 0
			}
			continue
		}
		dst = append(dst, letterPairs+last*letters+letter, tripleOf(before, last, letter))
		before, last, first = last, letter, false
	}
	if last != 0 {
		dst = append(dst, letterPairs+last*letters, tripleOf(before, last, 0))
	}
	return dst
}

func appendUpper(dst []uint16, first bool) []uint16 {
	if first {
		return append(dst, wordTitle)
	}
	return append(dst, wordUpper)
}

// featureOf is that of a letter of another script than Latin.
func featureOf(r rune) uint16 {
	switch {
	case r >= 0x3040 && r < 0x3100:
		return kana + uint16(r%kanas)
	case r >= 0x3400 && r < 0xA000, r >= 0xF900 && r < 0xFB00, r >= 0x20000:
		return han + uint16(r%hans)
	case r >= 0xAC00 && r < 0xD7B0:
		return hangul + uint16(r%hanguls)
	default:
		return scripts + uint16(r%scriptLetters)
	}
}

func appendSymbols(dst []uint16, text []byte) []uint16 {
	last := uint16(0)
	for i := 0; i < len(text); {
		symbol := symbolOf[text[i]]
		if text[i] < utf8.RuneSelf {
			i++
		} else {
			r, size := utf8.DecodeRune(text[i:])
			i += size
			switch {
			case r >= 0x2000 && r < 0x2070:
				dst = append(dst, symbolOther)
			case r >= 0x3000 && r < 0x3040, r >= 0xFF00 && r < 0x10000:
				dst = append(dst, symbolOther+1)
			case r >= 0x10000:
				dst = append(dst, symbolOther+2)
			default:
				dst = append(dst, symbolOther+3)
			}
		}
		dst = append(dst, symbolPairs+last*symbols+symbol)
		last = symbol
	}
	return append(dst, symbolPairs+last*symbols)
}
