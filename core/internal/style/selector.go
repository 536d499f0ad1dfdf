package style

import (
	"strings"

	"github.com/tdewolff/parse/v2/css"
)

// mostSelectors is how many selectors of a rule are read.
const mostSelectors = 32

// mostClasses is how many classes a selector may ask of an element.
const mostClasses = 3

// compound is what a selector asks of one element. Words that are empty ask for nothing.
// https://drafts.csswg.org/selectors/#compound
type compound struct {
	tag, id string
	classes [mostClasses]string
}

// selector asks for an element, and for one around it.
type selector struct {
	subject, outer compound
	isChild        bool // the other is the parent
}

// key is what an element must have for a selector to ask more.
type key struct {
	kind byte // . # or 0 of a name
	word string
}

func (s *selector) key() key {
	switch c := &s.subject; {
	case c.id != "":
		return key{'#', c.id}
	case c.classes[0] != "":
		return key{'.', c.classes[0]}
	default:
		return key{0, c.tag}
	}
}

// specificity compares as that of the Selectors specification.
func (s *selector) specificity() (sum uint64) {
	for _, c := range [...]*compound{&s.subject, &s.outer} {
		if c.id != "" {
			sum += 1 << 16
		}
		for _, class := range c.classes {
			if class != "" {
				sum += 1 << 8
			}
		}
		if c.tag != "" {
			sum++
		}
	}
	return sum
}

// isPlainName reports whether a selector may ask for elements by nothing but this name: what a site says of all paragraphs and links is how it
// looks.
func isPlainName(tag string) bool { return tag == "span" || tag == "font" || tag == "u" }

// says reports whether a selector is one that counts.
func (s *selector) says() bool {
	k := s.key()
	return k.word != "" && (k.kind != 0 || isPlainName(k.word))
}

// readSelectors reads up to the block of a rule, and returns the selectors that are known: they hold until the next are read. It returns
// false at the end of the sheet.
func (s *Sheets) readSelectors(l *css.Lexer) (selectors []selector, more bool) {
	selectors = s.found[:0]
	var now reading
	for {
		kind, text := l.Next()
		switch kind {
		case css.ErrorToken:
			return nil, false
		case css.AtKeywordToken:
			if !skipAtRule(l) {
				return nil, false
			}
			selectors, now = s.found[:0], reading{}
		case css.LeftBraceToken:
			return now.end(selectors), true
		case css.CommaToken:
			selectors, now = now.end(selectors), reading{}
		case css.CDOToken, css.CDCToken, css.CommentToken, css.SemicolonToken, css.RightBraceToken:
		default:
			now.token(kind, text)
		}
	}
}

// skipAtRule skips the rest of a rule that begins with an @.
func skipAtRule(l *css.Lexer) bool {
	for depth := 0; ; {
		switch kind, _ := l.Next(); kind {
		case css.ErrorToken:
			return false
		case css.SemicolonToken:
			if depth == 0 {
				return true
			}
		case css.LeftBraceToken:
			depth++
		case css.RightBraceToken:
			if depth--; depth <= 0 {
				return true
			}
		}
	}
}

// reading is a selector that is being read.
type reading struct {
	selector
	began   bool
	dot     bool // the name of a class is to come
	apart   bool // white space has come
	child   bool // > has come
	twice   bool // there is one element around it
	unknown bool
}

func (r *reading) token(kind css.TokenType, text []byte) {
	switch {
	case kind == css.WhitespaceToken:
		r.apart = r.began
		return
	case kind == css.DelimToken && text[0] == '>' && r.began && !r.child:
		r.child = true
		return
	}
	if r.apart || r.child {
		r.unknown = r.unknown || r.twice || r.dot
		r.outer, r.subject, r.isChild, r.twice = r.subject, compound{}, r.child, true
		r.apart, r.child = false, false
	}
	r.began = true
	c := &r.subject
	switch {
	case kind == css.DelimToken && text[0] == '.' && !r.dot:
		r.dot = true
	case kind == css.IdentToken && r.dot:
		r.dot = false
		r.class(c, string(text))
	case kind == css.IdentToken && *c == compound{}:
		c.tag = strings.ToLower(string(text))
	case kind == css.HashToken && c.id == "":
		c.id = string(text[1:])
	default:
		r.unknown = true
	}
}

func (r *reading) class(c *compound, name string) {
	for i := range c.classes {
		if c.classes[i] == "" {
			c.classes[i] = name
			return
		}
	}
	r.unknown = true
}

// end adds the selector that was read, if it is one that counts.
func (r *reading) end(selectors []selector) []selector {
	if r.unknown || r.dot || r.child || len(selectors) == mostSelectors || !r.says() {
		return selectors
	}
	return append(selectors, r.selector)
}
