package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marker is the marker of an item as it stands in the text.
type marker struct {
	text   [32]byte
	length int
	nodes  int // that have been looked at
}

// add adds text to a marker, without white space, and reports whether there is room for it.
func (m *marker) add(s string) bool {
	for _, c := range s {
		if !isSeen(c) {
			continue
		}
		if m.length+utf8.UTFMax > len(m.text) {
			return false
		}
		m.length += utf8.EncodeRune(m.text[m.length:], c)
	}
	return true
}

// read reads what a marker says: whether it numbers its item, and with what. A letter may count in the alphabet and as a Roman number. A
// lone Latin letter is a bullet in a font of symbols.
func (m *marker) read() (ordered bool, numbers [2]int) {
	text := string(m.text[:m.length])
	word := strings.TrimFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) })
	if word == "" {
		return false, numbers
	}
	if c, size := utf8.DecodeRuneInString(text); size == len(text) && unicode.Is(unicode.Latin, c) {
		return false, numbers
	}
	last := word // of 1.2.3
	if i := strings.LastIndexFunc(word, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) }); i >= 0 {
		_, size := utf8.DecodeRuneInString(word[i:])
		last = word[i+size:]
	}
	return true, numbersOf(last)
}

// numbersOf returns the numbers that a word may stand for.
func numbersOf(word string) (numbers [2]int) {
	if n := decimal(word); n > 0 {
		numbers[0] = n
		return numbers
	}
	switch first, size := utf8.DecodeRuneInString(word); {
	case first >= '①' && first <= '⑳':
		numbers[0] = int(first-'①') + 1
		return numbers
	case size == len(word) && first|0x20 >= 'a' && first|0x20 <= 'z' && first < utf8.RuneSelf:
		numbers[0] = int(first|0x20-'a') + 1
		if numbers[1] = roman(word); numbers[1] == 1 {
			numbers[0], numbers[1] = numbers[1], numbers[0]
		}
		return numbers
	}
	if numbers[0] = roman(word); numbers[0] == 0 {
		numbers[0] = han(word)
	}
	return numbers
}

// decimal returns the number that the digits at the end of a word are, of any script, 0 where there are none.
func decimal(word string) int {
	n, scale := 0, 1
	for word != "" && scale < 1e9 {
		c, size := utf8.DecodeLastRuneInString(word)
		if !unicode.IsDigit(c) {
			break
		}
		digit := 0
		for unicode.IsDigit(c-rune(digit)-1) && digit < 9 {
			digit++
		}
		n += digit * scale
		scale *= 10
		word = word[:len(word)-size]
	}
	return n
}

// roman returns the number that Roman digits are, 0 where a word has something else.
func roman(word string) int {
	n, last := 0, 0
	for i := len(word) - 1; i >= 0; i-- {
		digit := romanDigits[word[i]|0x20]
		switch {
		case digit == 0:
			return 0
		case digit < last:
			n -= digit
		default:
			n, last = n+digit, digit
		}
	}
	return n
}

var romanDigits = [256]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100, 'd': 500, 'm': 1000}

// han returns the number that Chinese digits are, up to 99, 0 where a word has something else.
func han(word string) int {
	n, digit := 0, 0
	for _, c := range word {
		switch i := strings.IndexRune("一二三四五六七八九", c); {
		case i >= 0:
			digit = i/len("一") + 1
		case c == '十':
			n, digit = max(digit, 1)*10, 0
		case c == '第':
		default:
			return 0
		}
	}
	return n + digit
}
