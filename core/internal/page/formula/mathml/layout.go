package mathml

import (
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
)

// fraction translates <mfrac>.
func (t *Translator) fraction(id dom.ID) {
	above := t.first(id)
	below := t.next(above)
	if strings.HasPrefix(strings.TrimSpace(t.doc.Value(id, dom.AttrLinethickness)), "0") && !hasLine(t.doc.Value(id, dom.AttrLinethickness)) {
		t.raw("{")
		t.then(step{do: doNode, id: above}, step{do: doCommand, arg: atop}, step{do: doNode, id: below}, step{do: doRaw, arg: shutBrace})
		return
	}
	t.command("frac")
	t.then(step{do: doGroup, id: above}, step{do: doGroup, id: below})
}

// hasLine reports whether a line is thicker than zero.
func hasLine(thickness string) bool { return strings.ContainsAny(thickness, "123456789") }

// root translates <mroot>.
func (t *Translator) root(id dom.ID) {
	base := t.first(id)
	t.command("sqrt")
	t.index(t.next(base), base)
}

// index writes the index of a root, and leaves what the root is of.
func (t *Translator) index(id, base dom.ID) {
	t.raw("[")
	index := step{do: doGroup, id: t.core(id)}
	if t.isSymbol(index.id) && t.fence(index.id) != ']' {
		index.do = doNode
	}
	t.then(index, step{do: doRaw, arg: shutIndex}, step{do: doGroup, id: base})
}

// styled translates <mstyle>, of which only the font says something.
func (t *Translator) styled(id dom.ID) {
	if font := latin(t.doc.Value(id, dom.AttrMathvariant)); font != "" {
		t.enclosed(font, id)
		return
	}
	t.row(id)
}

// enclosures are the commands of the notations of <menclose>.
var enclosures = map[string]string{
	"box": "boxed", "roundedbox": "boxed", "updiagonalstrike": "cancel", "downdiagonalstrike": "bcancel", "top": "overline",
	"bottom": "underline", "radical": "sqrt",
}

// enclose translates <menclose>, with each of its notations around the one before.
func (t *Translator) enclose(id dom.ID) {
	opened := 0
	notation := t.doc.Value(id, dom.AttrNotation)
	const most = 4
	for opened < most && notation != "" {
		var word string
		word, notation, _ = strings.Cut(notation, " ")
		if command := enclosures[word]; command != "" {
			t.command(command)
			t.raw("{")
			opened++
		}
	}
	for ; opened > 0; opened-- {
		t.then(step{do: doRaw, arg: shutBrace})
	}
	t.then(step{do: doRow, id: id})
}

// namedSpaces are the widths that MathML has names for, in em.
var namedSpaces = map[string]float64{
	"veryverythinmathspace": 1. / 18, "verythinmathspace": 2. / 18, "thinmathspace": 3. / 18, "mediummathspace": 4. / 18,
	"thickmathspace": 5. / 18, "verythickmathspace": 6. / 18, "veryverythickmathspace": 7. / 18,
}

// space translates <mspace>.
func (t *Translator) space(id dom.ID) {
	width := strings.TrimSpace(t.doc.Value(id, dom.AttrWidth))
	em, ok := namedSpaces[width]
	if !ok && width != "" {
		number := strings.TrimRight(width, asciiLetters)
		em, _ = strconv.ParseFloat(number, 64)
		if unit := width[len(number):]; unit != "em" && unit != "ex" {
			em /= 16 // pixels, or close to
		}
	}
	t.gap(em)
}

// gap writes a space.
func (t *Translator) gap(em float64) {
	switch {
	case em < 0:
		t.raw(`\!`)
	case em == 0:
	case em < 0.2:
		t.raw(`\,`)
	case em < 0.25:
		t.raw(`\:`)
	case em < 0.5:
		t.raw(`\;`)
	case em < 1.5:
		t.command("quad")
	default:
		t.command("qquad")
	}
}
