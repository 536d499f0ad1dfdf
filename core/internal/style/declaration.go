package style

import (
	"bytes"
	"strconv"

	"github.com/tdewolff/parse/v2/css"

	"tidemark/core/internal/ascii"
)

// declarations reads declarations up to the end of their block, or of the text.
// https://drafts.csswg.org/css-syntax/#consume-block-contents
func declarations(l *css.Lexer) (s Style) {
	var d declaration
	for depth := 0; ; {
		kind, text := l.Next()
		switch kind {
		case css.ErrorToken:
			d.end(&s)
			return s
		case css.LeftBraceToken, css.LeftParenthesisToken, css.LeftBracketToken, css.FunctionToken:
			depth++
			d.unknown = true
		case css.RightParenthesisToken, css.RightBracketToken:
			depth = max(depth-1, 0)
		case css.RightBraceToken:
			if depth == 0 {
				d.end(&s)
				return s
			}
			depth--
		case css.SemicolonToken:
			if depth == 0 {
				d.end(&s)
				d = declaration{}
			}
		case css.WhitespaceToken, css.CommentToken:
		default:
			if depth == 0 {
				d.token(kind, text)
			}
		}
	}
}

// declaration is one that is being read.
type declaration struct {
	name     name
	named    bool
	valued   bool // the colon has come
	unknown  bool
	marked   bool // an exclamation mark has come
	strongly bool // and important after it
	sized    bool // of font: the size has come
	said     Style
}

// name is that of a property, or of one that sets several.
type name uint8

const (
	otherName name = iota
	fontWeight
	fontStyle
	font
	textDecoration
	whiteSpace
	listStyle
	fontFamily
	display
)

func (d *declaration) token(kind css.TokenType, text []byte) {
	switch {
	case !d.named:
		d.named = true
		if kind == css.IdentToken {
			d.name = nameOf(text)
		}
	case !d.valued:
		d.valued = kind == css.ColonToken
		d.unknown = d.unknown || !d.valued
		if d.name == font {
			d.said[Weight], d.said[Slant], d.said[Face] = Normal, Normal, Normal
		}
	case d.marked:
		d.strongly = kind == css.IdentToken && bytes.EqualFold(text, []byte("important"))
	case kind == css.DelimToken && text[0] == '!':
		d.marked = true
	case d.name != otherName:
		d.value(kind, text)
	}
}

// end adds what has been said to a style.
func (d *declaration) end(s *Style) {
	if d.unknown && d.name != fontFamily && d.name != font {
		return
	}
	if d.strongly {
		for p := range d.said {
			if d.said[p] != Unset {
				d.said[p] |= important
			}
		}
	}
	s.add(&d.said)
}

// longestWord is the length of the longest name or value that is known.
const longestWord = 24

// lower returns a word in lower case, nothing of one that is too long to be known.
func lower(text []byte, into *[longestWord]byte) []byte {
	if len(text) > longestWord {
		return nil
	}
	for i, b := range text {
		into[i] = ascii.Lower(b)
	}
	return into[:len(text)]
}

func nameOf(text []byte) name {
	var word [longestWord]byte
	switch string(lower(text, &word)) {
	case "font-weight":
		return fontWeight
	case "font-style":
		return fontStyle
	case "font":
		return font
	case "text-decoration", "text-decoration-line":
		return textDecoration
	case "white-space":
		return whiteSpace
	case "list-style-type", "list-style":
		return listStyle
	case "font-family":
		return fontFamily
	case "display":
		return display
	}
	return otherName
}

// value reads a token of a value.
func (d *declaration) value(kind css.TokenType, text []byte) {
	switch d.name {
	case fontWeight:
		d.weight(kind, text)
	case fontFamily:
		d.family(text)
	case font:
		switch {
		case kind == css.DimensionToken, kind == css.PercentageToken, kind == css.IdentToken && isSize(text):
			d.sized = true
		case d.sized:
			d.family(text)
		default:
			d.weight(kind, text)
			d.word(text)
		}
	default:
		if kind == css.IdentToken {
			d.word(text)
		}
	}
}

// boldFrom is from what number on a weight is bold to the eye: names go to it from bold, 700, and from semi-bold, 600.
const boldFrom = 600

func (d *declaration) weight(kind css.TokenType, text []byte) {
	switch kind {
	case css.NumberToken:
		if n, err := strconv.ParseFloat(string(text), 32); err == nil && n >= boldFrom {
			d.said[Weight] = Bold
		} else if err == nil {
			d.said[Weight] = Normal
		}
	case css.IdentToken:
		var word [longestWord]byte
		switch string(lower(text, &word)) {
		case "bold", "bolder":
			d.said[Weight] = Bold
		case "normal", "lighter":
			if d.name == fontWeight {
				d.said[Weight] = Normal
			}
		case "inherit", "unset", "revert":
			d.said[Weight] = Unset
		}
	}
}

// isSize reports whether a word is a size of a font.
func isSize(text []byte) bool {
	var word [longestWord]byte
	switch string(lower(text, &word)) {
	case "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "smaller", "larger":
		return true
	}
	return false
}

// monospaced are the families whose letters are of one width by their names, or a part of them: those of editors and of browsers' defaults.
var monospaced = [...]string{
	"mono", "courier", "consolas", "menlo", "monaco", "-moz-fixed", "fira code", "cascadia code", "source code", "lucida console", "andale",
	"inconsolata", "hack", "fixedsys", "terminal",
}

// monospacedBy are these by their first letter.
var monospacedBy = func() (table [256][]string) {
	for _, name := range monospaced {
		table[name[0]] = append(table[name[0]], name)
	}
	return table
}()

// family reads a part of the name of a font.
func (d *declaration) family(text []byte) {
	const longest = 64
	if len(text) > longest || d.said[Face] == Monospaced {
		return
	}
	var folded [longest]byte
	for i, b := range text {
		folded[i] = ascii.Lower(b)
	}
	for i := range text {
		for _, name := range monospacedBy[folded[i]] {
			if bytes.HasPrefix(folded[i:len(text)], []byte(name)) {
				d.said[Face] = Monospaced
				return
			}
		}
	}
	if d.said[Face] == Unset {
		d.said[Face] = Normal
	}
}

// words are the values that mean something, by the property that they are of.
func (d *declaration) word(text []byte) {
	var word [longestWord]byte
	w := string(lower(text, &word))
	switch d.name {
	case fontStyle, font:
		switch w {
		case "italic", "oblique":
			d.said[Slant] = Italic
		case "normal":
			if d.name == fontStyle {
				d.said[Slant] = Normal
			}
		case "inherit", "unset", "revert":
			d.said[Slant] = Unset
			if d.name == font {
				d.said[Weight], d.said[Face] = Unset, Unset
			}
		}
	case textDecoration:
		switch w {
		case "line-through":
			d.said[Line] = LineThrough
		case "none":
			d.said[Line] = Normal
		}
	case whiteSpace:
		switch w {
		case "pre":
			d.said[Space] = Pre
		case "pre-wrap", "break-spaces", "-moz-pre-wrap":
			d.said[Space] = PreWrap
		case "pre-line":
			d.said[Space] = PreLine
		case "normal", "nowrap":
			d.said[Space] = Normal
		}
	case listStyle:
		switch w {
		case "decimal", "decimal-leading-zero", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin", "lower-roman", "upper-roman", "lower-greek":
			d.said[Marker] = Numbers
		case "disc", "circle", "square":
			d.said[Marker] = Bullets
		}
	case display:
		switch w {
		case "block", "table", "flex", "grid":
			d.said[Display] = Block
		}
	}
}
