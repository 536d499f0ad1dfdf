package selector

import (
	"strings"

	"tidemark/core/internal/ascii"
)

// nth reads An+B and, if it is not of a type, the selectors after "of".
// https://drafts.csswg.org/css-syntax-3/#anb-microsyntax
func (p *parser) nth(fromEnd, ofType bool) simple {
	t := simple{kind: nth, fromEnd: fromEnd, ofType: ofType}
	p.set.looksAhead = p.set.looksAhead || fromEnd
	p.set.looksBeside = true
	p.space()
	t.step, t.offset = p.anPlusB()
	spaced := p.space()
	if !ofType && spaced && p.word("of") {
		p.space()
		t.list = p.selectors(aSelector)
	}
	switch {
	case t.list != nil:
		t.table = p.table()
	case ofType && fromEnd:
		t.table = typesFromEnd
	case ofType:
		t.table = types
	case fromEnd:
		t.table = childrenFromEnd
	default:
		t.table = children
	}
	return t
}

// word goes past a word in any letter case, if it stands here by itself.
func (p *parser) word(w string) bool {
	rest := p.text[p.at:]
	if len(rest) < len(w) || !strings.EqualFold(rest[:len(w)], w) || len(rest) > len(w) && (isNameByte(rest[len(w)]) || rest[len(w)] == '\\') {
		return false
	}
	p.at += len(w)
	return true
}

const anNth = "a number, odd, even or a form such as 2n+1"

func (p *parser) anPlusB() (a, b int) {
	switch {
	case p.word("odd"):
		return 2, 1
	case p.word("even"):
		return 2, 0
	}
	sign := p.plusMinus()
	n, found := p.number()
	if p.peek(0)|0x20 != 'n' {
		if !found || isNameByte(p.peek(0)) {
			p.fail(p.at, anNth)
		}
		return 0, sign * n
	}
	p.at++
	if a = sign * n; !found {
		a = sign
	}
	before := p.at
	p.space()
	if c := p.peek(0); c != '+' && c != '-' {
		if p.at == before && isNameByte(c) {
			p.fail(p.at, anNth)
		}
		p.at = before
		return a, 0
	}
	sign = p.plusMinus()
	p.space()
	if n, found = p.number(); !found || isNameByte(p.peek(0)) {
		p.fail(p.at, "a number")
	}
	return a, sign * n
}

func (p *parser) plusMinus() int {
	switch {
	case p.eat('-'):
		return -1
	default:
		p.eat('+')
		return 1
	}
}

// number reads digits. What is too large for any document becomes a number that is, too.
func (p *parser) number() (n int, found bool) {
	const large = 1 << 31
	for ; ascii.IsDigit(p.peek(0)); p.at++ {
		n, found = min(n*10+int(p.peek(0)-'0'), large), true
	}
	return n, found
}

// isNth reports whether an index, from 1 on, is An+B for an n that is not negative.
func (t *simple) isNth(index int) bool {
	if t.step == 0 {
		return index == t.offset
	}
	n := index - t.offset
	return n%t.step == 0 && n/t.step >= 0
}
