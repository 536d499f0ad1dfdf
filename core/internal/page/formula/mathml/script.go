package mathml

import (
	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// scripts translates <msub>, <msup> and <msubsup>.
func (t *Translator) scripts(id dom.ID, one, two byte) {
	at := t.first(id)
	first := t.next(at)
	if two != 0 {
		t.then(step{do: doScript, arg: int32(two), id: t.next(first)})
	}
	t.then(step{do: doBase, id: at}, step{do: doScript, arg: int32(one), id: first})
}

// base translates what scripts stand at, in braces unless it is one symbol.
func (t *Translator) base(id dom.ID) {
	id = t.core(id)
	start := len(t.out)
	if t.isSymbol(id) {
		t.node(id)
		if len(t.out) > start {
			return
		}
	}
	t.then(step{do: doGroup, id: id})
}

// isSymbol reports whether TeX takes an element for a symbol.
func (t *Translator) isSymbol(id dom.ID) bool {
	if id == 0 {
		return false
	}
	switch t.name(id) {
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
func (t *Translator) script(kind byte, id dom.ID) {
	id = t.core(id)
	if id == 0 || t.name(id) == "none" {
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
	t.then(step{do: doScriptEnd, arg: int32(len(t.out))})
	t.node(id) // What it leaves comes before the end.
}

// endScript ends a script, of which what is in braces begins at start.
func (t *Translator) endScript(start int) {
	switch {
	case len(t.out) == start:
		t.out = t.out[:start-2]
	case len(t.out) == start+1 && (ascii.IsLetter(t.out[start]) || ascii.IsDigit(t.out[start])):
		t.out[start-1] = t.out[start]
		t.out = t.out[:start]
		t.word = true
	default:
		t.raw("}")
	}
}

// hasBase says that a pair of scripts stands behind a base. Others have an empty base of their own.
const hasBase = 1

// multiscripts translates <mmultiscripts>: pairs of scripts behind the base, and before it.
func (t *Translator) multiscripts(id dom.ID) {
	at := t.first(id)
	before := dom.ID(0)
	for c := t.next(at); c != 0; c = t.next(c) {
		if t.name(c) == "mprescripts" {
			before = t.next(c)
			break
		}
	}
	t.then(step{do: doPair, id: before}, step{do: doBase, id: at}, step{do: doPair, id: t.next(at), arg: hasBase})
}

// pair translates the subscript of a pair, and leaves what comes behind it.
func (t *Translator) pair(sub dom.ID, behindBase bool) {
	if sub == 0 || t.name(sub) == "mprescripts" {
		return
	}
	if !behindBase {
		t.raw("{}")
	}
	t.then(step{do: doScript, arg: '_', id: sub}, step{do: doPairAbove, id: t.next(sub)})
}

// pairAbove translates the superscript of a pair, and leaves the pairs behind it.
func (t *Translator) pairAbove(sup dom.ID) {
	if sup != 0 && t.name(sup) != "mprescripts" {
		t.then(step{do: doScript, arg: '^', id: sup}, step{do: doPair, id: t.next(sup)})
	}
}
