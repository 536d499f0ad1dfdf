package mathml

import (
	"strconv"
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// drawnPrefix is what the names of elements begin with that MathJax draws in CHTML. Most have the name that they have in MathML behind it.
// https://github.com/mathjax/MathJax-src/tree/master/ts/output/chtml/Wrappers
const drawnPrefix = "mjx-"

// name is the name of an element, as MathML has it.
func (t *Translator) name(id dom.ID) string {
	return strings.TrimPrefix(t.doc.Name(id), drawnPrefix)
}

func (t *Translator) isDrawn(id dom.ID) bool { return strings.HasPrefix(t.doc.Name(id), drawnPrefix) }

// drawn translates an element of CHTML that is laid out in another way than in MathML, and reports whether it is one.
func (t *Translator) drawn(id dom.ID, name string) bool {
	switch name {
	case "c":
		t.symbols(t.content(id))
	case "mspace":
		t.drawnSpace(id)
	case "mfrac":
		frac := t.child(id, "frac")
		t.command("frac")
		t.then(step{do: doGroup, id: t.child(frac, "num")},
			step{do: doGroup, id: t.child(t.child(t.child(t.child(frac, "dbox"), "dtable"), "row"), "den")})
	case "msqrt", "mroot":
		box := t.child(t.child(id, "sqrt"), "box")
		t.command("sqrt")
		if index := t.child(id, "root"); index != 0 {
			t.index(index, box)
			return true
		}
		t.then(step{do: doGroup, id: box})
	case "msub", "msup", "msubsup", "munder", "mover", "munderover":
		t.drawnScripts(id, name)
	case "mtable":
		t.table(t.child(t.child(id, "table"), "itable"))
	case "mphantom":
		t.enclosed("phantom", id)
	default:
		return false
	}
	return true
}

// drawnScripts translates scripts: beside what they stand at, or above and below it.
func (t *Translator) drawnScripts(id dom.ID, name string) {
	script := t.child(id, "script")
	if script == 0 {
		t.drawnLimits(id)
		return
	}
	base, first := t.first(id), t.first(script)
	upper, lower := dom.ID(0), t.last(script)
	switch name {
	case "msup", "mover":
		upper, lower = first, 0
	case "msubsup", "munderover":
		upper = first
	}
	t.then(step{do: doBase, id: base}, step{do: doScript, arg: '_', id: lower}, step{do: doScript, arg: '^', id: upper})
}

// drawnLimits translates what has something above or below it.
func (t *Translator) drawnLimits(id dom.ID) {
	over := t.child(id, "over")
	if box := t.child(id, "box"); box != 0 {
		id = t.first(box) // what is below is in a box of its own
	}
	base, under := t.child(id, "base"), dom.ID(0)
	for row := t.child(id, "row"); row != 0; row = t.next(row) {
		if c := t.first(row); t.name(c) == "base" {
			base = c
		} else {
			under = c
		}
	}
	t.atLimits(base, under, over)
}

// child is the first element of a name in an element, or 0. There are few.
func (t *Translator) child(id dom.ID, name string) dom.ID {
	if id == 0 {
		return 0
	}
	c := t.first(id)
	for range wrappers {
		if c == 0 || t.name(c) == name {
			return c
		}
		c = t.next(c)
	}
	return 0
}

// drawnText is the text of a token element: each character is an element, whose class is its code where a style sheet writes it.
func (t *Translator) drawnText(id dom.ID) string {
	var text strings.Builder
	for c := t.doc.Following(id, id); c != 0; c = t.doc.Following(c, id) {
		t.look()
		switch n := t.doc.Node(c); {
		case n.Kind == dom.KindText:
			text.WriteString(t.doc.Text(c))
		case n.Kind == dom.KindElement && n.First == 0:
			text.WriteString(characterOf(t.doc.Value(c, dom.AttrClass)))
		}
	}
	if text.Len() == 0 {
		return characterOf(t.doc.Value(id, dom.AttrClass)) // of <mjx-c>
	}
	return ascii.Trim(text.String())
}

// characterOf returns the character that a class attribute names: mjx-c1D465 TEX-I.
func characterOf(class string) string {
	for word := range strings.FieldsSeq(class) {
		if hex, ok := strings.CutPrefix(word, "mjx-c"); ok {
			if code, err := strconv.ParseUint(hex, 16, 21); err == nil {
				return string(rune(code))
			}
		}
	}
	return ""
}

// drawnSpace translates <mjx-mspace>.
func (t *Translator) drawnSpace(id dom.ID) {
	_, width, ok := strings.Cut(t.doc.Value(id, dom.AttrStyle), "width:")
	if !ok {
		return
	}
	width, _, _ = strings.Cut(strings.TrimSpace(width), "em")
	if em, err := strconv.ParseFloat(width, 64); err == nil {
		t.gap(em)
	}
}
