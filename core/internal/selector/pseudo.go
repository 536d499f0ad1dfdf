package selector

import "strings"

// written are pseudo-classes that other selectors say as well.
// https://html.spec.whatwg.org/multipage/semantics-other.html#pseudo-classes
var written = map[string]string{
	"link":     ":is(a, area)[href]",
	"any-link": ":is(a, area)[href]",
	"open":     ":is(details, dialog)[open]",
	"disabled": `:is(button, input, select, textarea, optgroup, option, fieldset)[disabled], optgroup[disabled] > option,
		fieldset[disabled] > :not(legend:nth-child(1 of legend)):is(button, input, select, textarea, fieldset),
		fieldset[disabled] > :not(legend:nth-child(1 of legend)) :is(button, input, select, textarea, fieldset)`,
	"enabled":  ":is(button, input, select, textarea, optgroup, option, fieldset):not(:disabled)",
	"required": ":is(input, select, textarea)[required]",
	"optional": ":is(input, select, textarea):not([required])",
	"read-write": `input:not([readonly], :disabled, [type=hidden], [type=range], [type=color], [type=checkbox], [type=radio], [type=file],
			[type=submit], [type=image], [type=reset], [type=button]),
		textarea:not([readonly], :disabled),
		:is([contenteditable=""], [contenteditable=true i], [contenteditable=plaintext-only i]),
		:is([contenteditable=""], [contenteditable=true i], [contenteditable=plaintext-only i])
			:not([contenteditable=false i], [contenteditable=false i] *)`,
	"read-only":     ":not(:read-write)",
	"first-of-type": ":nth-of-type(1)",
	"last-of-type":  ":nth-last-of-type(1)",
	"only-of-type":  ":first-of-type:last-of-type",
	"only-child":    ":first-child:last-child",
}

// neverMatching are pseudo-classes of what a reader does, or has done.
var neverMatching = map[string]bool{
	"active": true, "focus": true, "focus-visible": true, "focus-within": true, "hover": true, "target": true, "visited": true,
}

// pseudoClass reads a pseudo-class, after its colon.
//
//tidemark:recurses as deep as selectors are nested, which enter bounds
func (p *parser) pseudoClass() []simple {
	at := p.at - 1
	if p.peek(0) == ':' {
		p.fail(at, "a pseudo-class, as there are no pseudo-elements in a document,")
	}
	name := lower(p.ident("a pseudo-class"))
	if p.peek(0) == '(' {
		p.at++
		tests := p.functional(name, at)
		p.space()
		if !p.eat(')') {
			p.fail(p.at, ")")
		}
		return tests
	}
	if text, ok := written[name]; ok {
		return p.asWritten(text)
	}
	switch name {
	case "root":
		return []simple{{kind: root}}
	case "scope":
		return []simple{{kind: scope}}
	case "empty":
		p.set.looksAhead = true
		return []simple{{kind: empty}}
	case "first-child":
		p.set.looksBeside = true
		return []simple{{kind: firstChild}}
	case "last-child":
		p.set.looksAhead = true
		return []simple{{kind: lastChild}}
	case "checked":
		p.set.looksAhead = true
		options := compound{tests: []simple{{kind: selectedOption}}, table: p.table()}
		boxes := p.asWritten("input:is([type=checkbox], [type=radio])[checked]")
		return []simple{{kind: is, list: list{{tests: boxes, table: p.table()}, &options}}}
	}
	if neverMatching[name] {
		return []simple{{kind: nothing}}
	}
	p.fail(at, "a pseudo-class that is known")
	return nil
}

// asWritten reads other text in the place of a pseudo-class.
func (p *parser) asWritten(text string) []simple {
	inner := &parser{text: text, depth: p.depth, set: p.set, parts: p.parts}
	return []simple{{kind: is, list: inner.list()}}
}

// functional reads what stands in the parentheses of a pseudo-class.
func (p *parser) functional(name string, at int) []simple {
	switch name {
	case "is", "where", "matches":
		return []simple{{kind: is, list: p.selectors(aSelector)}}
	case "not":
		return []simple{{kind: not, list: p.selectors(aSelector)}}
	case "has":
		p.set.looksAhead = true
		return []simple{{kind: has, aheads: p.relative()}}
	case "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type":
		return []simple{p.nth(strings.Contains(name, "last"), strings.HasSuffix(name, "type"))}
	case "lang":
		return []simple{{kind: lang, ranges: p.languages(), table: p.table()}}
	case "dir":
		p.set.looksAhead = true
		p.space()
		at := p.at
		switch lower(p.ident("ltr or rtl")) {
		case "ltr":
			return []simple{{kind: direction}}
		case "rtl":
			return []simple{{kind: direction, isRTL: true}}
		default:
			p.fail(at, "ltr or rtl")
		}
	}
	p.fail(at, "a pseudo-class that is known")
	return nil
}

// relative reads the selectors of :has.
//
//tidemark:recurses as deep as selectors are nested, which enter bounds
func (p *parser) relative() (aheads []*ahead) {
	p.enter()
	for expected := aSelector; ; expected = "a selector after the comma" {
		p.space()
		how := p.sign()
		if how == alone {
			how = descendant
		} else {
			expected = "a selector after the combinator"
		}
		first := &ahead{combinator: how, compound: p.compound(expected), table: p.table()}
		for last := first; ; last = last.next {
			if how = p.combinator(); how == alone {
				break
			}
			last.next = &ahead{combinator: how, compound: p.compound("a selector after the combinator"), table: p.table()}
		}
		aheads = append(aheads, first)
		if !p.eat(',') {
			p.depth--
			return aheads
		}
	}
}

// languages reads a list of language ranges.
func (p *parser) languages() (ranges []string) {
	for {
		p.space()
		text, ok := p.quoted()
		if !ok {
			text = p.ident("a language")
		}
		ranges = append(ranges, lower(text))
		p.space()
		if !p.eat(',') {
			return ranges
		}
	}
}
