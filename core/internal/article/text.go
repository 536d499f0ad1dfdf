package article

import (
	"unicode"
	"unicode/utf8"
)

// counts are what is counted of the text of a unit.
type counts struct {
	words     uint32 // halves of words: a character of a script without spaces is one
	linkWords uint32 // those in links
	letters   uint32
	upper     uint32
	digits    uint32
	sentences uint32 // marks that end one
	commas    uint32
	prices    uint32
	dense     uint32 // characters of scripts without spaces
	ending    uint8  // how it ends
	said      [subjects]uint8
	hash      uint32 // of its letters and digits
}

// text counts a text that comes in pieces.
type text struct {
	counts

	inWord bool
	seen   uint8 // words that were looked up
	length uint8
	word   [maxWord]byte
}

// How a text ends.
const (
	endsOpen = iota
	endsSentence
	endsColon
	endsOther
)

// maxWord is the length of the longest word that is looked up.
const maxWord = 24

// lookedUp is how many words of a unit are looked up.
const lookedUp = 14

const (
	halves      = 2
	halvesDense = 1
)

// add counts a piece of text.
func (t *text) add(s string, inLink, inField bool) {
	if inField {
		inLink = true // It is no text to be read either.
	}
	before := t.words
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch k := kinds[c]; k {
			case isSpace:
				t.endWord()
			case isLetter:
				t.letter(c)
			case isUpper:
				t.upper++
				t.letter(c | 0x20)
			case isDigit:
				t.digits++
				t.letter(c)
				t.ending = endsOpen
			default:
				t.mark(c, i < len(s) && kinds[s[i]] >= isLetter)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		t.rune(r, s[i-size:i])
	}
	if inLink {
		t.linkWords += t.words - before
	}
}

func (t *text) letter(c byte) {
	if !t.inWord {
		t.inWord, t.length = true, 0
		t.words += halves
	}
	t.letters++
	t.hash = (t.hash ^ uint32(c)) * 16777619
	t.ending = endsOpen
	if t.seen < lookedUp && int(t.length) < maxWord {
		t.word[t.length] = c
		t.length++
	}
}

func (t *text) mark(c byte, within bool) {
	switch c {
	case '\'':
		if t.inWord && within {
			return
		}
	case '.', '!', '?':
		if t.inWord && within {
			break
		}
		t.endWord()
		t.sentences++
		t.ending = endsSentence
		return
	case ',', ';':
		t.commas++
	case ':':
		t.endWord()
		t.ending = endsColon
		return
	case '$':
		t.prices++
	case '"', ')', ']', '*':
		t.endWord()
		return
	}
	t.endWord()
	t.ending = endsOther
}

func (t *text) rune(r rune, s string) {
	switch {
	case isDense(r):
		if t.inWord {
			t.endWord()
		}
		t.dense++
		t.words += halvesDense
		t.hash = (t.hash ^ uint32(r)) * 16777619
		t.letters++
		t.ending = endsOpen
		t.pair(s)
	case r == '。' || r == '！' || r == '？' || r == '…' || r == '।' || r == '؟':
		t.endWord()
		t.sentences++
		t.ending = endsSentence
	case r == '，' || r == '、' || r == '،' || r == '；':
		t.endWord()
		t.commas++
		t.ending = endsOther
	case r == '：':
		t.endWord()
		t.ending = endsColon
	case r == '€' || r == '£' || r == '¥' || r == '₹' || r == '₽':
		t.endWord()
		t.prices++
	case r == '©':
		t.endWord()
		t.said[legal]++
	case r == '’':
		// within a word, mostly
	case unicode.IsLetter(r):
		if unicode.IsUpper(r) {
			t.upper++
			r = unicode.ToLower(r)
		}
		var buf [utf8.UTFMax]byte
		for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
			t.letter(c)
		}
		t.letters -= uint32(utf8.RuneLen(r)) - 1
	case unicode.IsMark(r):
	case unicode.IsDigit(r):
		t.digits++
		t.letter('0')
	case r == '”' || r == '»' || r == '“' || r == '«':
		t.endWord()
	default:
		t.endWord()
		if !unicode.IsSpace(r) {
			t.ending = endsOther
		}
	}
}

// pair looks up two characters of a script without spaces.
func (t *text) pair(s string) {
	if len(s) != 3 || t.dense > lookedUp*2 {
		return
	}
	if t.length == 3 {
		copy(t.word[3:], s)
		if subject, ok := phrases()[string(t.word[:6])]; ok {
			t.said[subject] = min(t.said[subject], 254) + 1
		}
	}
	copy(t.word[:], s)
	t.length = 3
}

func (t *text) endWord() {
	if !t.inWord {
		t.length = 0
		return
	}
	t.inWord = false
	if t.seen < lookedUp {
		t.seen++
		if subject, ok := phrases()[string(t.word[:t.length])]; ok {
			t.said[subject] = min(t.said[subject], 254) + 1
		}
	}
	t.length = 0
}

// end ends the text, and returns what has been counted of it.
func (t *text) end() counts {
	t.endWord()
	return t.counts
}

// isDense reports whether a character is of a script that has no spaces between words.
func isDense(r rune) bool {
	return r >= 0x2E80 && (r <= 0x2FDF || r >= 0x3040 && r <= 0x30FF || r >= 0x3400 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF) ||
		r >= 0x0E00 && r <= 0x0EFF || r >= 0x1000 && r <= 0x109F || r >= 0x1780 && r <= 0x17FF
}

const (
	isOther = iota
	isSpace
	isLetter
	isUpper
	isDigit
)

var kinds = func() (table [256]uint8) {
	for _, c := range " \t\n\r\f" {
		table[c] = isSpace
	}
	for c := 'a'; c <= 'z'; c++ {
		table[c], table[c-0x20] = isLetter, isUpper
	}
	for c := '0'; c <= '9'; c++ {
		table[c] = isDigit
	}
	return table
}()
