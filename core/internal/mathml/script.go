package mathml

import "tidemark/core/internal/dom"

// scripts translates <msub>, <msup> and <msubsup>.
func (t *translator) scripts(id dom.ID, one, two byte) {
	base := t.first(id)
	script := t.next(base)
	t.base(base)
	t.script(one, script)
	if two != 0 {
		t.script(two, t.next(script))
	}
}

// base writes what scripts stand at, in braces unless it is one symbol.
func (t *translator) base(id dom.ID) {
	id = t.core(id)
	start := len(t.out)
	if t.isSymbol(id) {
		t.node(id)
		if len(t.out) > start {
			return
		}
	}
	t.group(id)
}

// isSymbol tells of an element that TeX takes for one.
func (t *translator) isSymbol(id dom.ID) bool {
	if id == 0 {
		return false
	}
	switch t.doc.Name(id) {
	case "mi", "mo", "mtext":
		return true
	case "mn":
		for _, c := range t.content(id) {
			if (c < '0' || c > '9') && c != '.' {
				return false
			}
		}
		return true
	}
	return false
}

// script writes a subscript or superscript, without braces where it is a letter or digit.
func (t *translator) script(kind byte, id dom.ID) {
	id = t.core(id)
	if id == 0 || t.doc.Name(id) == "none" {
		return
	}
	if kind == '^' {
		switch c := t.sole(id); c {
		case '\'', '′', '″', '‴', '⁗', '’':
			t.symbol(c)
			return
		}
	}
	t.out = append(t.out, kind)
	t.raw("{")
	start := len(t.out)
	t.node(id)
	switch {
	case len(t.out) == start:
		t.out = t.out[:start-2]
	case len(t.out) == start+1 && (isLetter(t.out[start]) || isDigit(t.out[start])):
		t.out[start-1] = t.out[start]
		t.out = t.out[:start]
		t.word = true
	default:
		t.raw("}")
	}
}

// multiscripts translates <mmultiscripts>: pairs of scripts behind the base, and before it.
func (t *translator) multiscripts(id dom.ID) {
	base := t.first(id)
	before := dom.ID(0)
	for c := t.next(base); c != 0; c = t.next(c) {
		if t.doc.Name(c) == "mprescripts" {
			before = t.next(c)
			break
		}
	}
	t.pairs(before, false)
	t.base(base)
	t.pairs(t.next(base), true)
}

// pairs writes scripts, each but the first behind the base at an empty base of its own.
func (t *translator) pairs(sub dom.ID, behind bool) {
	for sub != 0 && t.doc.Name(sub) != "mprescripts" {
		sup := t.next(sub)
		if !behind {
			t.raw("{}")
		}
		t.script('_', sub)
		if sup == 0 || t.doc.Name(sup) == "mprescripts" {
			return
		}
		t.script('^', sup)
		behind = false
		sub = t.next(sup)
	}
}
