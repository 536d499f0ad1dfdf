package selector

import (
	"strings"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
)

// https://drafts.csswg.org/css-syntax-3/#tokenization, as far as selectors need it.

// peek returns the byte so many after the next, 0 behind the end.
func (p *parser) peek(n int) byte {
	if p.at+n < len(p.text) {
		return p.text[p.at+n]
	}
	return 0
}

// eat reports whether the next byte is c, and goes past it.
func (p *parser) eat(c byte) bool {
	if p.at < len(p.text) && p.text[p.at] == c {
		p.at++
		return true
	}
	return false
}

// space goes past white space and comments, and reports whether there was white space.
func (p *parser) space() (found bool) {
	for p.at < len(p.text) {
		switch {
		case ascii.IsSpace(p.text[p.at]):
			p.at++
			found = true
		case p.comment():
		default:
			return found
		}
	}
	return found
}

// comment goes past a comment, if there is one.
func (p *parser) comment() bool {
	if !strings.HasPrefix(p.text[p.at:], "/*") {
		return false
	}
	end := strings.Index(p.text[p.at+2:], "*/")
	if end < 0 {
		p.fail(len(p.text), "the end of a comment")
	}
	p.at += end + len("/**/")
	return true
}

func isNameStart(c byte) bool { return ascii.IsLetter(c) || c == '_' || c >= utf8.RuneSelf }
func isNameByte(c byte) bool  { return isNameStart(c) || ascii.IsDigit(c) || c == '-' }

// isEscape reports whether an escape begins so many bytes after the next.
func (p *parser) isEscape(n int) bool {
	return p.peek(n) == '\\' && p.at+n+1 < len(p.text) && !isLineEnd(p.peek(n+1))
}

func isLineEnd(c byte) bool { return c == '\n' || c == '\r' || c == '\f' }

// isIdent reports whether an identifier begins here.
func (p *parser) isIdent() bool {
	n := 0
	if p.peek(0) == '-' {
		if n = 1; p.peek(1) == '-' {
			return true
		}
	}
	return isNameStart(p.peek(n)) || p.isEscape(n)
}

// ident reads an identifier, which must be there.
func (p *parser) ident(expected string) string {
	if !p.isIdent() {
		p.fail(p.at, expected)
	}
	start := p.at
	for p.at < len(p.text) && isNameByte(p.text[p.at]) {
		p.at++
	}
	name := p.text[start:p.at]
	for p.at < len(p.text) {
		switch {
		case isNameByte(p.text[p.at]):
			name += p.text[p.at : p.at+1]
			p.at++
		case p.isEscape(0):
			p.at++
			name += p.escape()
		default:
			return name
		}
	}
	return name
}

// escape reads what an escape stands for, after its backslash.
// https://drafts.csswg.org/css-syntax-3/#consume-escaped-code-point
func (p *parser) escape() string {
	const mostDigits = 6
	code, digits := rune(0), 0
	for digits < mostDigits && ascii.IsHex(p.peek(0)) {
		code = code<<4 | rune(hexValue(p.peek(0)))
		p.at++
		digits++
	}
	if digits == 0 {
		_, size := utf8.DecodeRuneInString(p.text[p.at:])
		p.at += size
		return p.text[p.at-size : p.at]
	}
	if ascii.IsSpace(p.peek(0)) {
		if p.peek(0) == '\r' && p.peek(1) == '\n' {
			p.at++
		}
		p.at++
	}
	if code == 0 {
		code = utf8.RuneError
	}
	return string(code) // U+FFFD for what is no character
}

func hexValue(c byte) byte {
	if ascii.IsDigit(c) {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}

// quoted reads a string, if one begins here.
func (p *parser) quoted() (text string, ok bool) {
	quote := p.peek(0)
	if quote != '"' && quote != '\'' {
		return "", false
	}
	start := p.at
	p.at++
	var b strings.Builder
	for p.at < len(p.text) {
		c := p.text[p.at]
		switch {
		case c == quote:
			p.at++
			return b.String(), true
		case isLineEnd(c):
			p.fail(p.at, "the end of a string")
		case c == '\\' && isLineEnd(p.peek(1)):
			p.at += 2
			if c := p.text[p.at-1]; c == '\r' && p.peek(0) == '\n' {
				p.at++
			}
		case p.isEscape(0):
			p.at++
			b.WriteString(p.escape())
		default:
			b.WriteByte(c)
			p.at++
		}
	}
	p.fail(start, "a string that ends")
	return "", false
}
