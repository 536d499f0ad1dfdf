package style

import (
	"bytes"
	"hash/maphash"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"tidemark/core/internal/ascii"
)

// longestAttribute is the length of the longest style attribute that is read.
const longestAttribute = 4 << 10

// Attributes reads style attributes. It knows again what it has read: a document has few of them, each many times. The zero value is
// ready.
type Attributes struct {
	known [64]known
	text  []byte
}

// known is an attribute that was read.
type known struct {
	text  []byte
	style Style
}

var seed = maphash.MakeSeed()

// longestKnown is the length of the longest attribute that is known again.
const longestKnown = 1 << 10

// Read returns what a style attribute says.
func (a *Attributes) Read(value string) Style {
	if len(value) > longestAttribute || !maySay(value) {
		return Style{}
	}
	k := &a.known[maphash.String(seed, value)%uint64(len(a.known))]
	if string(k.text) == value {
		return k.style
	}
	a.text = append(a.text[:0], value...)
	s := declarations(css.NewLexer(parse.NewInputBytes(a.text[:len(value):len(value)])))
	if len(value) <= longestKnown {
		k.text, k.style = append(k.text[:0], value...), s
	}
	return s
}

// Room is how many bytes there is room for.
func (a *Attributes) Room() int {
	room := cap(a.text)
	for i := range a.known {
		room += cap(a.known[i].text)
	}
	return room
}

// maySay reports whether a style attribute may say something: it has one of the words that the names and values of interest have, and
// escapes aside, all do.
func maySay(value string) bool {
	for at := 0; ; {
		colon := strings.IndexByte(value[at:], ':')
		if colon < 0 {
			return false
		}
		end := at + colon
		at = end + 1
		for end > 0 && ascii.IsSpace(value[end-1]) {
			end--
		}
		if end == 0 {
			continue
		}
		start := at
		for start < len(value) && ascii.IsSpace(value[start]) {
			start++
		}
		if start == len(value) {
			return false
		}
		switch first := value[start] | 0x20; value[end-1] | 0x20 {
		case 't': // font-weight, font
			if endsWord(value[:end], "font-weight") || endsWord(value[:end], "font") {
				return true
			}
		case 'e': // font-style, text-decoration-line, white-space, list-style, list-style-type
			if end >= 10 && (first == 'i' || first == 'o' || first == 'n' || first == 'l' || first == 'p' || first == 'b' || first == 'd' ||
				first == 'u' || first == 'c' || first == 's' || first == '-') && !endsWord(value[:end], "font-size") {
				return true
			}
		case 'n': // text-decoration
			if endsWord(value[:end], "decoration") {
				return true
			}
		}
	}
}

// endsWord reports whether text ends with a word of ASCII letters in lower case, in any letter case.
func endsWord(text, word string) bool {
	return len(text) >= len(word) && strings.EqualFold(text[len(text)-len(word):], word)
}

// says are the names that a sheet must have one of to say anything.
var says = [...][]byte{[]byte("font-weight"), []byte("font-style"), []byte("line-through"), []byte("white-space"), []byte("font:")}

func sheetMaySay(text []byte) bool {
	for _, word := range says {
		if bytes.Contains(text, word) {
			return true
		}
	}
	return false
}
