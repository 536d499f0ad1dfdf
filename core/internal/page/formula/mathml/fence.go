package mathml

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// row translates what stands in a line. Fences around what is high grow with it.
func (t *Translator) row(id dom.ID) {
	first := t.first(id)
	open := t.fence(first)
	last := t.last(id)
	if !strings.ContainsRune(openFences, open) || open == 0 || last == first {
		t.children(id)
		return
	}
	shut := t.fence(last)
	ends := shut != 0 && strings.ContainsRune(shutFences, shut) || t.name(last) == "mo" && t.content(last) == ""
	if !ends && t.name(last) != "mtable" || !t.isHigh(t.next(first)) || !t.holds(id, anyNumber) {
		t.children(id)
		return
	}
	t.left(open)
	t.then(step{do: doRight, arg: shut})
	end := dom.ID(0)
	if ends {
		end = last
	}
	if c := t.next(first); c != end {
		t.then(step{do: doNodes, id: c, arg: int32(end)})
	}
}

// children translates the children of an element one after another.
func (t *Translator) children(id dom.ID) {
	if first := t.doc.Node(id).First; first != 0 {
		t.then(step{do: doNodes, id: first})
	}
}

const (
	openFences = "([{|‖⟨〈⌊⌈"
	shutFences = ")]}|‖⟩〉⌋⌉"
)

// fence is the character of an operator that is one, or 0.
func (t *Translator) fence(id dom.ID) rune {
	if id == 0 || t.name(id) != "mo" {
		return 0
	}
	return soleRune(t.content(id))
}

// last is the last element in an element, or 0.
func (t *Translator) last(id dom.ID) dom.ID {
	for id = t.doc.Node(id).Last; id != 0 && t.doc.Node(id).Kind != dom.KindElement; id = t.doc.Node(id).Prev {
	}
	return id
}

// isHigh reports whether one of the elements from id on is higher than a line.
func (t *Translator) isHigh(id dom.ID) bool {
	for ; id != 0; id = t.next(id) {
		switch t.name(t.core(id)) {
		case "mfrac", "mtable", "munder", "munderover", "msqrt", "mroot":
			return true
		}
	}
	return false
}

func (t *Translator) left(c rune)  { t.delimiter("left", c) }
func (t *Translator) right(c rune) { t.delimiter("right", c) }

// delimiter writes a fence that grows, a dot where there is none.
func (t *Translator) delimiter(side string, c rune) {
	t.command(side)
	if c == 0 {
		c = '.'
	}
	t.symbol(c)
}

// fenced translates <mfenced>.
func (t *Translator) fenced(id dom.ID) {
	open, separators := "(", ","
	if v, ok := t.doc.Attr(id, dom.AttrOpen); ok {
		open = ascii.Trim(v)
	}
	if v, ok := t.doc.Attr(id, dom.AttrSeparators); ok {
		separators = strings.ReplaceAll(v, " ", "")
	}
	first := t.first(id)
	t.fencedBy("left", open, t.isHigh(first))
	t.then(step{do: doFencesEnd, id: id})
	begin := len(t.steps)
	for c := first; c != 0; c = t.next(c) {
		if c != first {
			s, size := utf8.DecodeRuneInString(separators)
			if size > 0 {
				t.then(step{do: doSymbol, arg: s})
			}
			if size < len(separators) {
				separators = separators[size:] // The last stands for all that follow.
			}
		}
		t.then(step{do: doNode, id: c})
	}
	slices.Reverse(t.steps[begin:])
}

// endFences ends <mfenced>.
func (t *Translator) endFences(id dom.ID) {
	shut := ")"
	if v, ok := t.doc.Attr(id, dom.AttrClose); ok {
		shut = ascii.Trim(v)
	}
	t.fencedBy("right", shut, t.isHigh(t.first(id)))
}

func (t *Translator) fencedBy(side, fence string, high bool) {
	if c := soleRune(fence); high && (c != 0 || fence == "") {
		t.delimiter(side, c)
		return
	}
	t.symbols(fence)
}
