package selector

import (
	"fmt"
	"unicode/utf8"
)

// Error says what is wrong with a selector, and where.
type Error struct {
	Index    int // of the text in its list
	Text     string
	Offset   int // in bytes
	Expected string
}

func (e *Error) Error() string {
	if e.Offset >= len(e.Text) {
		return fmt.Sprintf("expected %s at offset %d, where it ends", e.Expected, e.units())
	}
	const shown = 20
	rest := []rune(e.Text[e.Offset:])
	more := ""
	if len(rest) > shown {
		rest, more = rest[:shown], "…"
	}
	return fmt.Sprintf("expected %s at offset %d, before '%s%s'", e.Expected, e.units(), string(rest), more)
}

// units is the offset as JavaScript counts it, in UTF-16 code units.
func (e *Error) units() int {
	n := 0
	for _, c := range e.Text[:e.Offset] {
		if n++; c > 0xFFFF {
			n++
		}
	}
	return n
}

// fail unwinds the parser to Compile.
func (p *parser) fail(at int, expected string) {
	for at < len(p.text) && at > 0 && !utf8.RuneStart(p.text[at]) {
		at--
	}
	panic(&Error{Text: p.text, Offset: min(at, len(p.text)), Expected: expected})
}
