package rule

import (
	"fmt"
	"unicode/utf8"
)

// PartKind is what a part of a template is.
type PartKind uint8

const (
	Literal PartKind = iota // Markdown as it is
	Content                 // what is in the element
	Text                    // its text
	HTML                    // the element as HTML
	Attr                    // an attribute of it
	Code                    // a code span of Parts
	Fence                   // a fenced code block of Parts, with its info string in Info
	Address                 // a destination of Parts
)

// Place is where a value stands in Markdown, by which it is escaped.
type Place uint8

const (
	InText Place = iota
	InAddress
	InTitle
	InCode
	InInfo
	InTag // the value of an attribute of HTML
)

// Part is a part of a template.
type Part struct {
	Kind        PartKind
	Place       Place
	Text        string // of Literal, the name of Attr, and the fence or the quotation mark around others
	Parts, Info []Part
}

// TemplateError says what is wrong with a template, and where.
type TemplateError struct {
	Text     string
	Offset   int // in bytes
	Expected string
}

func (e *TemplateError) Error() string {
	const shown = 20
	rest, more := []rune(e.Text[e.Offset:]), ""
	if len(rest) > shown {
		rest, more = rest[:shown], "…"
	}
	units := 0
	for _, c := range e.Text[:e.Offset] {
		units += 1 + utf8.RuneLen(c)/4 // as JavaScript counts them
	}
	return fmt.Sprintf("expected %s at offset %d, before '%s%s'", e.Expected, units, string(rest), more)
}

// Literally returns a template of two texts that are written before and after what is in an element.
func Literally(before, after string) []Part {
	var parts []Part
	if before != "" {
		parts = append(parts, Part{Text: before})
	}
	parts = append(parts, Part{Kind: Content})
	if after != "" {
		parts = append(parts, Part{Text: after})
	}
	return parts
}

// ParseTemplate reads a template. The error is a *TemplateError.
func ParseTemplate(text string) (parts []Part, err error) {
	p := &templateParser{text: text}
	defer func() {
		switch failed := recover().(type) {
		case nil:
		case *TemplateError:
			err = failed
		default:
			panic(failed)
		}
	}()
	return p.markdown(), nil
}
