package page

import (
	"bytes"
	"strings"

	"tidemark/core/internal/dom"
)

// holdsNumber reports whether there is nothing but numbers in an element, and little of it.
func (p *Page) holdsNumber(id dom.ID) bool {
	return p.holdsNumbers(id, lookAhead)
}

// holdsNumbers reports whether there is nothing but numbers in an element, which has no more than so many nodes in it.
func (p *Page) holdsNumbers(id dom.ID, most int) bool {
	c := id
	for range most {
		p.step()
		if c = p.doc.Following(c, id); c == 0 {
			return true
		}
		if p.doc.Node(c).Kind == dom.KindText && !isNumber(p.doc.Text(c)) {
			return false
		}
	}
	return false
}

// isNumber reports whether text has nothing but digits and what sets them off.
func isNumber(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9', c <= ' ', c == '.', c == ':', c == '|', c == 0xC2, c == 0xA0:
		default:
			return false
		}
	}
	return true
}

// numberedLines returns the element whose children are the lines of a code block that all begin with an element with their number, where the
// class of that says nothing, and 0 where there is none.
func (p *Page) numberedLines(root dom.ID) dom.ID {
	root = p.codeIn(root)
	number, lines := 0, 0
	for c := p.doc.Node(root).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		if p.doc.IsBlank(c) {
			continue
		}
		first := dom.ID(0)
		if p.IsElement(c) {
			first = p.firstElement(c)
		}
		if first == 0 || p.doc.Node(first).Next == 0 || p.IsText(p.doc.Node(first).Next) {
			return 0
		}
		n, ok := p.numberIn(first)
		if !ok || lines > 0 && n != number+1 {
			return 0
		}
		number = n
		lines++
	}
	if lines < 2 {
		return 0
	}
	return root
}

// numberedText returns the element with code in which every line begins with an element with its number, where the class of that says
// nothing, and 0 where there is none.
func (p *Page) numberedText(root dom.ID) dom.ID {
	root = p.codeIn(root)
	number, lines, begins := 0, 0, true
	for c := p.doc.Node(root).First; c != 0; c = p.doc.Node(c).Next {
		if begins {
			p.step()
			if !p.IsElement(c) {
				return 0
			}
			n, ok := p.numberIn(c)
			if !ok || lines > 0 && n != number+1 {
				return 0
			}
			number, begins = n, false
			lines++
			continue
		}
		for id := c; id != 0; id = p.doc.Following(id, c) {
			p.step()
			switch n := p.doc.Node(id); {
			case n.Tag == dom.TagBr:
				begins = true
			case n.Kind == dom.KindText:
				text := p.doc.Text(id)
				if begins && text != "" {
					return 0
				}
				if end := strings.IndexByte(text, '\n'); end >= 0 {
					if end != len(text)-1 {
						return 0
					}
					begins = true
				}
			}
		}
	}
	if lines < 2 {
		return 0
	}
	return root
}

// codeIn returns the <code> that an element begins with, and otherwise the element.
func (p *Page) codeIn(root dom.ID) dom.ID {
	if code := p.firstElement(root); code != 0 && p.doc.Is(code, dom.TagCode) {
		return code
	}
	return root
}

// withoutGap returns code without the space that set off line numbers: all lines that are not empty begin with one, and one of them with one
// alone.
func (p *Page) withoutGap(code []byte) []byte {
	alone := false
	for rest := code; len(rest) > 0; {
		p.step()
		var line []byte
		line, rest, _ = bytes.Cut(rest, []byte("\n"))
		switch {
		case len(line) == 0:
		case line[0] != ' ':
			return code
		case len(line) > 1 && line[1] != ' ':
			alone = true
		}
	}
	if !alone {
		return code
	}
	out := code[:0]
	for rest := code; len(rest) > 0; {
		p.step()
		line := rest
		if end := bytes.IndexByte(rest, '\n'); end >= 0 {
			line = rest[:end+1]
		}
		rest = rest[len(line):]
		out = append(out, bytes.TrimPrefix(line, []byte(" "))...)
	}
	return out
}

// numberIn returns the number that is all that is in an element.
func (p *Page) numberIn(id dom.ID) (n int, ok bool) {
	text := p.doc.Node(id).First
	if !p.IsText(text) || p.doc.Node(text).Next != 0 {
		return 0, false
	}
	digits := strings.TrimSpace(p.doc.Text(text))
	if digits == "" || len(digits) > 7 {
		return 0, false
	}
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return 0, false
		}
		n = n*10 + int(digits[i]-'0')
	}
	return n, true
}
