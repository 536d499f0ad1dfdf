package style

import (
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
	if len(value) > longestAttribute || !MaySay(value) {
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

// MaySay reports whether a style attribute may say something: it sets a property whose name ends like one that carries meaning. Without
// the word before an end, most are told apart by one byte.
func MaySay(value string) bool {
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
		if end < len("font") {
			continue
		}
		for _, name := range endings[value[end-1]|0x20] {
			if endsWord(value[:end], name) {
				return true
			}
		}
	}
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
