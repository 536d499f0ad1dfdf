package main

import (
	"html"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func unescaped(s string) string { return html.UnescapeString(s) }

// dense are the scripts that put no spaces between words: a character of theirs is a word.
var dense = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// split yields the words of a text, in lower case.
func split(text string, yield func(word string)) {
	text = strings.ToLower(norm.NFKC.String(text))
	start := -1
	end := func(i int) {
		if start >= 0 {
			yield(text[start:i])
		}
		start = -1
	}
	for i, r := range text {
		switch {
		case r == 0xad || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069 || r == 0xfeff:
		case r > 0xe00 && unicode.IsOneOf(dense, r):
			end(i)
			yield(string(r))
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
			}
		default:
			end(i)
		}
	}
	end(len(text))
}

var interned = map[string]int32{}

// wordsOf returns the words of a text as numbers.
func wordsOf(text string) (words []int32) {
	split(text, func(w string) {
		id, ok := interned[w]
		if !ok {
			id = int32(len(interned))
			interned[strings.Clone(w)] = id
		}
		words = append(words, id)
	})
	return words
}

// keyOf returns the words of a text with a space between each.
func keyOf(text string) string {
	var words []string
	split(text, func(w string) { words = append(words, w) })
	return strings.Join(words, " ")
}

func keysOf(list []string) (keys []string) {
	for _, s := range list {
		if k := keyOf(s); k != "" {
			keys = append(keys, k)
		}
	}
	return keys
}

const shingleLength = 4

// shingle is so many words in a row.
type shingle [shingleLength]int32

func shinglesOf(words []int32) []shingle {
	if len(words) == 0 {
		return nil
	}
	if len(words) < shingleLength {
		s := shingle{-1, -1, -1, -1}
		copy(s[:], words)
		return []shingle{s}
	}
	out := make([]shingle, 0, len(words)-shingleLength+1)
	for i := 0; i+shingleLength <= len(words); i++ {
		out = append(out, shingle(words[i:i+shingleLength]))
	}
	return out
}
