package mathml

import "tidemark/core/internal/dom"

// limits translates <munder>, <mover> and <munderover>: accents, limits of operators, labels of arrows, or one above the other.
func (t *Translator) limits(id dom.ID, hasUnder, hasOver bool) {
	base := t.first(id)
	under, over := dom.ID(0), dom.ID(0)
	if hasUnder {
		under = t.next(base)
	}
	if hasOver {
		over = t.next(max(under, base))
	}
	t.atLimits(base, under, over)
}

// atLimits translates what has something above or below it: 0 where there is none.
func (t *Translator) atLimits(base, under, over dom.ID) {
	switch {
	case t.takesLimits(base):
		t.then(step{do: doNode, id: t.core(base)}, step{do: doScript, arg: '_', id: under}, step{do: doScript, arg: '^', id: over})
	case arrows[t.sole(base)] != "":
		t.command(arrows[t.sole(base)])
		t.then(step{do: doGroup, id: over})
		if under != 0 {
			t.raw("[{")
			t.then(step{do: doNode, id: under}, step{do: doRaw, arg: shutLabel})
		}
	case under == 0 && t.accent(base, over, overAccents) || over == 0 && t.accent(base, under, underAccents):
	default:
		t.stacked(base, under, over)
	}
}

// stacked writes one above the other.
func (t *Translator) stacked(base, under, over dom.ID) {
	if under != 0 {
		t.command("underset")
		t.then(step{do: doRaw, arg: shutBrace})
	}
	if over != 0 {
		t.then(step{do: doCommand, arg: overset}, step{do: doGroup, id: over}, step{do: doGroup, id: base})
	} else {
		t.then(step{do: doNode, id: base})
	}
	if under != 0 {
		t.then(step{do: doGroup, id: under}, step{do: doRaw, arg: openBrace})
	}
}

// takesLimits reports whether the scripts of a base stand above and below it: a large operator, a function such as lim, or a brace
// with a label.
func (t *Translator) takesLimits(id dom.ID) bool {
	id = t.core(id)
	if id == 0 {
		return false
	}
	switch t.name(id) {
	case "mo", "mi":
		switch s := t.content(id); s {
		case "lim", "max", "min", "sup", "inf", "det", "gcd", "Pr":
			return true
		default:
			return largeOperators[soleRune(s)]
		}
	case "mover", "munder":
		mark := t.next(t.first(id))
		switch t.sole(mark) {
		case '⏞', '⏟':
			return true
		}
	}
	return false
}

var largeOperators = func() map[rune]bool {
	set := map[rune]bool{}
	for _, c := range "∑∏∐∫∬∭∮⋂⋃⋀⋁⨀⨁⨂⨄⨆" {
		set[c] = true
	}
	return set
}()

// arrows are the arrows that are as long as what stands above and below.
var arrows = map[rune]string{
	'→': "xrightarrow", '←': "xleftarrow", '⇒': "xRightarrow", '⇐': "xLeftarrow", '↔': "xleftrightarrow", '⇔': "xLeftrightarrow",
	'↦': "xmapsto", '⟶': "xrightarrow", '⟵': "xleftarrow", '⟹': "xRightarrow", '⟸': "xLeftarrow",
}

// accentForm is an accent over one symbol, and over more.
type accentForm struct{ narrow, wide string }

var overAccents = map[rune]accentForm{
	'^': {"hat", "widehat"}, 'ˆ': {"hat", "widehat"}, '\u0302': {"hat", "widehat"},
	'~': {"tilde", "widetilde"}, '˜': {"tilde", "widetilde"}, '∼': {"tilde", "widetilde"}, '\u0303': {"tilde", "widetilde"},
	'¯': {"bar", "overline"}, '‾': {"bar", "overline"}, '―': {"bar", "overline"}, '_': {"bar", "overline"}, '-': {"bar", "overline"},
	'−': {"bar", "overline"}, 'ˉ': {"bar", "overline"}, '\u0304': {"bar", "overline"}, '\u0305': {"bar", "overline"},
	'˙': {"dot", "dot"}, '.': {"dot", "dot"}, '\u0307': {"dot", "dot"}, '¨': {"ddot", "ddot"}, '\u0308': {"ddot", "ddot"},
	'\u20db': {"dddot", "dddot"}, 'ˇ': {"check", "widecheck"}, '\u030c': {"check", "widecheck"}, '˘': {"breve", "breve"},
	'\u0306': {"breve", "breve"}, '´': {"acute", "acute"}, '\u0301': {"acute", "acute"}, '`': {"grave", "grave"},
	'\u0300': {"grave", "grave"}, '˚': {"mathring", "mathring"}, '\u030a': {"mathring", "mathring"},
	'→': {"vec", "overrightarrow"}, '⃗': {"vec", "overrightarrow"}, '⇀': {"vec", "overrightarrow"}, '←': {"overleftarrow", "overleftarrow"},
	'↔': {"overleftrightarrow", "overleftrightarrow"}, '⏞': {"overbrace", "overbrace"}, '⏜': {"overparen", "overparen"},
}

var underAccents = map[rune]accentForm{
	'_': {"underline", "underline"}, '¯': {"underline", "underline"}, '‾': {"underline", "underline"}, '―': {"underline", "underline"},
	'\u0332': {"underline", "underline"}, '⏟': {"underbrace", "underbrace"}, '⏝': {"underparen", "underparen"},
	'→': {"underrightarrow", "underrightarrow"}, '←': {"underleftarrow", "underleftarrow"},
}

// accent writes a base with an accent, if that is one.
func (t *Translator) accent(base, mark dom.ID, accents map[rune]accentForm) bool {
	form, ok := accents[t.sole(mark)]
	if !ok {
		return false
	}
	command := form.wide
	if t.sole(base) != 0 {
		command = form.narrow
	}
	t.command(command)
	t.then(step{do: doGroup, id: t.core(base)})
	return true
}
