package selector

import (
	"strings"

	"tidemark/core/internal/dom"
)

// parser reads the text of a list of selectors. It fails by unwinding with an *Error.
type parser struct {
	text  string
	at    int
	depth int // of selectors in each other
	set   *Set
	parts *int // simple selectors so far, of all texts of the list
}

// How many simple selectors a list has at most, and how deep selectors may be in each other.
const maxParts, maxDepth = 10_000, 32

const aSelector = "a selector"

// list reads all of the text.
func (p *parser) list() list {
	selectors := p.selectors(aSelector)
	if p.at < len(p.text) {
		p.fail(p.at, "a combinator, a comma or the end of the selector")
	}
	return selectors
}

// selectors reads a list of selectors, up to what cannot be one.
//
//tidemark:recurses as deep as selectors are nested, which enter bounds
func (p *parser) selectors(expected string) (selectors list) {
	p.enter()
	for {
		selectors = append(selectors, p.complex(expected))
		if !p.eat(',') {
			p.depth--
			return selectors
		}
		expected = "a selector after the comma"
	}
}

func (p *parser) enter() {
	if p.depth++; p.depth > maxDepth {
		p.fail(p.at, "selectors that are nested less deep")
	}
}

// table numbers what a Matcher takes note of.
func (p *parser) table() int {
	p.set.tables++
	return p.set.tables - 1
}

// complex reads compounds and the combinators between them.
func (p *parser) complex(expected string) *compound {
	p.space()
	last := p.compound(expected)
	for {
		how := p.combinator()
		if how == alone {
			return last
		}
		following := p.compound("a selector after the combinator")
		following.combinator, following.left = how, last
		p.set.looksBeside = p.set.looksBeside || how == next || how == subsequent
		last = following
	}
}

// combinator reads what stands between two compounds, if another follows.
func (p *parser) combinator() (how combinator) {
	spaced := p.space()
	how = p.sign()
	switch {
	case how != alone:
	case spaced && p.at < len(p.text) && p.peek(0) != ',' && p.peek(0) != ')':
		how = descendant
	}
	return how
}

// sign reads a combinator that is written as a sign, and the space after it.
func (p *parser) sign() combinator {
	how := alone
	switch p.peek(0) {
	case '>':
		how = child
	case '+':
		how = next
	case '~':
		how = subsequent
	default:
		return alone
	}
	p.at++
	p.space()
	return how
}

// compound reads simple selectors that stand together.
func (p *parser) compound(expected string) *compound {
	c := &compound{table: p.table()}
	start := p.at
	if t, ok := p.typeSelector(); ok {
		if t.kind != typeName || t.name != "" {
			c.tests = append(c.tests, t)
		}
	}
	for {
		for p.at < len(p.text) && p.comment() {
		}
		if *p.parts++; *p.parts > maxParts {
			p.fail(p.at, "a shorter list of selectors")
		}
		switch p.peek(0) {
		case '#':
			p.at++
			name := p.ident("an id")
			c.tests = append(c.tests, simple{kind: id, name: name, lower: lower(name)})
		case '.':
			p.at++
			name := p.ident("a class")
			c.tests = append(c.tests, simple{kind: class, name: name, lower: lower(name)})
		case '[':
			p.at++
			c.tests = append(c.tests, p.attribute())
		case ':':
			p.at++
			c.tests = append(c.tests, p.pseudoClass()...)
		default:
			if p.at == start || p.isOnlyComments(start) {
				p.fail(p.at, expected)
			}
			if p.isIdent() || p.peek(0) == '*' {
				p.fail(p.at, "a combinator before the type")
			}
			return c
		}
	}
}

// isOnlyComments reports whether nothing but comments has been read from a place on.
func (p *parser) isOnlyComments(from int) bool {
	at, end := p.at, p.at
	for p.at = from; p.at < end && p.comment(); {
	}
	isOnly := p.at == end
	p.at = at
	return isOnly
}

// typeSelector reads a type or *, if there is one, with the prefix *| or |. Of * the name is empty.
func (p *parser) typeSelector() (t simple, ok bool) {
	noNamespace := false
	switch {
	case p.peek(0) == '*' && p.peek(1) == '|' && p.peek(2) != '=':
		p.at += 2
		ok = true
	case p.peek(0) == '|' && p.peek(1) != '|':
		p.at++
		noNamespace, ok = true, true
	}
	t.kind = typeName
	switch {
	case p.eat('*'):
		ok = true
	case p.isIdent():
		at := p.at
		t.name = p.ident("")
		if p.peek(0) == '|' && p.peek(1) != '|' {
			p.fail(at, "*| before a type, since no prefixes of namespaces are declared,")
		}
		t.lower, ok = lower(t.name), true
		t.tag = dom.FindTag([]byte(t.lower))
	case ok:
		p.fail(p.at, "a type or *")
	}
	if noNamespace {
		t.kind = nothing // All elements of a document are in one.
	}
	return t, ok
}

// attribute reads an attribute selector, after its bracket.
func (p *parser) attribute() simple {
	t := simple{kind: attribute}
	p.space()
	switch {
	case p.peek(0) == '*' && p.peek(1) == '|':
		p.at += 2
		t.anyNamespace = true
	case p.peek(0) == '|' && p.peek(1) != '=':
		p.at++
	}
	at := p.at
	t.name = p.ident("the name of an attribute")
	if p.peek(0) == '|' && p.peek(1) != '=' {
		p.fail(at, "*| before the name of an attribute, since no prefixes of namespaces are declared,")
	}
	t.lower = lower(t.name)
	t.key = dom.FindAttr([]byte(t.lower))
	p.space()
	if p.eat(']') {
		return t
	}
	if c := p.peek(0); c != 0 && strings.IndexByte("~|^$*", c) >= 0 && p.peek(1) == '=' {
		t.operator = c
		p.at++
	}
	if !p.eat('=') {
		p.fail(p.at, "an operator or ]")
	}
	if t.operator == 0 {
		t.operator = '='
	}
	p.space()
	var ok bool
	if t.value, ok = p.quoted(); !ok {
		t.value = p.ident("an identifier or a string")
	}
	p.space()
	if insensitiveValues[t.lower] {
		t.caseOf = caseOfHTML
	}
	switch p.peek(0) | 0x20 {
	case 'i':
		t.caseOf = caseIgnored
		p.at++
	case 's':
		t.caseOf = caseMatters
		p.at++
	}
	p.space()
	if !p.eat(']') {
		p.fail(p.at, "i, s or ]")
	}
	return t
}
