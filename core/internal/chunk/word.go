package chunk

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// isSpace reports whether a byte is white space of Markdown.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// endOfWord returns where the word ends that begins at a place: before white space, behind a character of a script that is written without,
// or at the end.
func endOfWord(text []byte, at int) int {
	for i := at; i < len(text); {
		c := text[i]
		if isSpace(c) {
			return max(i, at+1)
		}
		if c < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if i += size; isWide(r) && !opens(r) && i < len(text) {
			if next, _ := utf8.DecodeRune(text[i:]); !closes(next) && !extends(next) {
				return i
			}
		}
	}
	return len(text)
}

// afterSpace returns where white space ends that begins at a place, and what lines in a quotation begin with.
func afterSpace(text []byte, at int) int {
	i := at
	for inLine := true; i < len(text); i++ {
		switch {
		case text[i] == '\n':
			inLine = false
		case !isSpace(text[i]) && (inLine || text[i] != '>'):
			return i
		}
	}
	return i
}

// penaltyBehind returns that for a cut behind text and the white space after it.
func penaltyBehind(text, space []byte) float64 {
	if bytes.IndexByte(space, '\n') >= 0 && (bytes.HasSuffix(text, []byte(`\`)) || len(space) > 2 && space[0] == ' ' && space[1] == ' ') {
		return betweenLines
	}
	for len(text) > 0 {
		r, size := utf8.DecodeLastRune(text)
		switch r {
		case '.', '!', '?', '…', '。', '！', '？', '．':
			return afterSentence
		case ',', ';', ':', '、', '，', '；', '：', '–', '—':
			return afterClause
		case '"', '\'', ')', ']', '*', '_', '”', '’', '»', '」', '』', '）':
			text = text[:len(text)-size]
		default:
			return betweenWords
		}
	}
	return betweenWords
}

func lastRune(text []byte) rune {
	r, _ := utf8.DecodeLastRune(text)
	return r
}

// isWide reports whether a character is of a script that is written without spaces, or punctuation of one.
func isWide(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFF00 && r <= 0xFF60 || r >= 0x20000 && r <= 0x3FFFF
}

// opens reports whether a character is to stay with the one after it.
func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

// closes reports whether a character is to stay with the one before it.
func closes(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf) || isWide(r) && unicode.IsPunct(r) && !opens(r)
}

// longestCharacter is how many bytes a character may take to be kept whole.
const longestCharacter = 64

// afterCharacters returns where the last of some characters ends, which take so many bytes at most, but one at least.
func afterCharacters(text []byte, at, bytes int) int {
	end := afterCharacter(text, at)
	for end < len(text) {
		next := afterCharacter(text, end)
		if next-at > bytes {
			break
		}
		end = next
	}
	return end
}

// afterCharacter returns where a character ends, with what belongs to it: marks, joined pictures, the second half of a flag, what an escape is
// for, the rest of a character reference.
func afterCharacter(text []byte, at int) int {
	r, size := utf8.DecodeRune(text[at:])
	end := at + size
	switch {
	case r == '\\' && end < len(text) && text[end] < utf8.RuneSelf:
		end++
	case r == '&':
		end = afterReference(text, end)
	}
	isFlag := isRegional(r)
	for end < len(text) && end-at < longestCharacter {
		next, size := utf8.DecodeRune(text[end:])
		switch {
		case r == zeroWidthJoiner, extends(next):
		case isFlag && isRegional(next):
			isFlag = false
		default:
			return end
		}
		r = next
		end += size
	}
	return end
}

const zeroWidthJoiner = '\u200d'

// extends reports whether a character is a part of the one before it.
func extends(r rune) bool {
	return r >= 0x300 && (unicode.In(r, unicode.M) || r == zeroWidthJoiner || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F)
}

// isRegional reports whether a character is one of those of which two are a flag.
func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// afterReference returns where a character reference ends whose ampersand is before a place, or that place.
func afterReference(text []byte, at int) int {
	for i := at; i < len(text) && i-at < longestCharacter/2; i++ {
		switch c := text[i]; {
		case c == ';' && i > at:
			return i + 1
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '#' && i == at:
		default:
			return at
		}
	}
	return at
}
