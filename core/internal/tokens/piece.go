package tokens

import (
	"unicode"
	"unicode/utf8"
)

// pieceKind is what a piece of text is made of.
type pieceKind uint8

const (
	word        pieceKind = iota // letters, perhaps with one other character before them
	number                       // digits
	punctuation                  // other characters, perhaps with a space before them
	lineEnd                      // white space up to a line end
	space                        // other white space
)

// piece is a part of text that no token reaches out of.
type piece struct {
	kind       pieceKind
	start, end int
	letters    int // where those of a word begin
}

// class is what a byte is.
type class uint8

const (
	other class = iota // punctuation and symbols
	lower
	upper
	digit
	blank
	newline
	lead // of a character beyond ASCII, or the rest of one
)

var classes = func() (table [256]class) {
	for c := range table {
		switch {
		case c >= 'a' && c <= 'z':
			table[c] = lower
		case c >= 'A' && c <= 'Z':
			table[c] = upper
		case c >= '0' && c <= '9':
			table[c] = digit
		case c == '\n' || c == '\r':
			table[c] = newline
		case c == ' ' || c == '\t' || c == '\v' || c == '\f':
			table[c] = blank
		case c >= utf8.RuneSelf:
			table[c] = lead
		}
	}
	return table
}()

// longest is how many bytes a piece has at most. Longer words mean nothing.
const longest = 256

// next returns the piece that begins at a place.
func (m *model) next(text []byte, at int) piece {
	c, size := classAt(text, at)
	switch c {
	case lower, upper:
		return m.word(text, at, at)
	case digit:
		end := at + size
		for end < len(text) && end < at+3 && classes[text[end]] == digit {
			end++
		}
		return piece{kind: number, start: at, end: end}
	case blank, newline:
		if next := at + 1; next < len(text) && classes[text[at]] == blank && isLetter(classes[text[next]]) {
			return m.word(text, at, next) // as nearly all white space ends
		}
		return m.space(text, at)
	}
	if next := at + size; next < len(text) {
		if c, _ := classAt(text, next); c == lower || c == upper {
			return m.word(text, at, next)
		}
	}
	return m.punctuation(text, at)
}

func isLetter(c class) bool { return c == lower || c == upper }

// classAt returns the class of a character, beyond ASCII too: letters there are lower if they have no case.
func classAt(text []byte, at int) (class, int) {
	c := classes[text[at]]
	if c != lead {
		return c, 1
	}
	r, size := utf8.DecodeRune(text[at:])
	switch {
	case r >= 0x3400 && r < 0xA000, r >= 0xAC00 && r < 0xD7A4: // letters all, and most of what comes here
		return lower, size
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return upper, size
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return lower, size
	case unicode.IsNumber(r):
		return digit, size
	case unicode.IsSpace(r):
		return blank, size
	}
	return other, size
}

// word returns the piece of letters that begins at a place, or one character before that. Where the tokenizer cuts at letters of upper case it
// ends before one that follows one of lower case.
func (m *model) word(text []byte, start, letters int) piece {
	end := letters
	text = text[:min(len(text), letters+longest)]
	for seen := false; end < len(text); {
		c, size := classes[text[end]], 1
		if c == lead {
			c, size = classAt(text, end)
		}
		if c == lower {
			seen = true
		} else if c != upper || seen && m.cutsAtCase {
			break
		}
		end += size
	}
	return piece{kind: word, start: start, end: end, letters: letters}
}

// punctuation returns the piece of other characters that begins at a place, which may be a space.
func (m *model) punctuation(text []byte, at int) piece {
	_, size := classAt(text, at)
	end := at + size
	for end < len(text) && end < at+longest {
		c, size := classAt(text, end)
		if c != other {
			break
		}
		end += size
	}
	for end < len(text) && (classes[text[end]] == newline || m.cutsAtCase && text[end] == '/') {
		end++
	}
	return piece{kind: punctuation, start: at, end: end}
}

// space returns the piece that begins with white space: up to the last line end, or all but a last space that belongs to what follows it.
func (m *model) space(text []byte, at int) piece {
	end, line, last := at, 0, at
	for end < len(text) {
		c, size := classAt(text, end)
		if c != blank && c != newline {
			break
		}
		last = end
		if end += size; c == newline {
			line = end
		}
	}
	switch {
	case line > 0:
		return piece{kind: lineEnd, start: at, end: line}
	case end == len(text):
		return piece{kind: space, start: at, end: end}
	case last > at:
		return piece{kind: space, start: at, end: last} // The last one belongs to what follows.
	}
	switch c, _ := classAt(text, end); {
	case c == lower || c == upper:
		return m.word(text, at, end)
	case c == other && text[at] == ' ':
		return m.punctuation(text, at)
	default:
		return piece{kind: space, start: at, end: end}
	}
}
