package style

import (
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// longestAttribute is the length of the longest style attribute that is read.
const longestAttribute = 4 << 10

// Reader reads style attributes. The zero Reader is ready.
type Reader struct {
	text []byte
}

// Read returns what a style attribute says.
func (r *Reader) Read(value string) Style {
	if len(value) > longestAttribute {
		return Style{}
	}
	r.text = append(r.text[:0], value...)
	return declarations(css.NewLexer(parse.NewInputBytes(r.text[:len(value):len(value)])))
}

// Room is how many bytes there is room for.
func (r *Reader) Room() int { return cap(r.text) }

// EndsAsSaying reports whether a text ends like the name of a property that carries meaning: a style attribute without one before a colon
// says nothing.
func EndsAsSaying(text string) bool {
	if len(text) < len("font") {
		return false
	}
	for _, name := range endings[text[len(text)-1]|0x20] {
		if endsWord(text, name) {
			return true
		}
	}
	return false
}

// endings are how the names end that carry meaning by themselves, by their last letter. The rest only adds to them.
var endings = [256][]string{
	't': {"font-weight", "font"},
	'e': {"font-style", "decoration-line", "white-space", "list-style", "list-style-type"},
	'n': {"decoration"},
}

// endsWord reports whether text ends with a word, in any letter case.
func endsWord(text, word string) bool {
	if len(text) < len(word) {
		return false
	}
	text = text[len(text)-len(word):]
	return text[0]|0x20 == word[0] && strings.EqualFold(text, word)
}
