package mathml

import (
	"strings"
	"unicode/utf8"

	"tidemark/core/internal/dom"
)

// row translates what stands in a line. Fences around what is high grow with it.
func (t *translator) row(id dom.ID) {
	first := t.first(id)
	open := t.fence(first)
	last := t.last(id)
	if !strings.ContainsRune(openFences, open) || open == 0 || last == first {
		t.children(id)
		return
	}
	shut := t.fence(last)
	ends := shut != 0 && strings.ContainsRune(shutFences, shut) || t.doc.Name(last) == "mo" && t.content(last) == ""
	if !ends && t.doc.Name(last) != "mtable" || !t.isHigh(t.next(first)) {
		t.children(id)
		return
	}
	t.left(open)
	for c := t.next(first); c != 0 && (c != last || !ends); c = t.next(c) {
		t.node(c)
	}
	t.right(shut)
}

const (
	openFences = "([{|‖⟨〈⌊⌈"
	shutFences = ")]}|‖⟩〉⌋⌉"
)

// fence is the character of an operator that is one, or 0.
func (t *translator) fence(id dom.ID) rune {
	if id == 0 || t.doc.Name(id) != "mo" {
		return 0
	}
	return soleRune(t.content(id))
}

// last is the last element in an element, or 0.
func (t *translator) last(id dom.ID) dom.ID {
	for id = t.doc.Node(id).Last; id != 0 && t.doc.Node(id).Kind != dom.KindElement; id = t.doc.Node(id).Prev {
	}
	return id
}

// isHigh tells whether one of the elements from id on is higher than a line.
func (t *translator) isHigh(id dom.ID) bool {
	for ; id != 0; id = t.next(id) {
		switch t.doc.Name(t.core(id)) {
		case "mfrac", "mtable", "munder", "munderover", "msqrt", "mroot":
			return true
		}
	}
	return false
}

func (t *translator) left(c rune)  { t.delimiter("left", c) }
func (t *translator) right(c rune) { t.delimiter("right", c) }

// delimiter writes a fence that grows, a dot where there is none.
func (t *translator) delimiter(side string, c rune) {
	t.command(side)
	if c == 0 {
		c = '.'
	}
	t.symbol(c)
}

// fenced translates <mfenced>.
func (t *translator) fenced(id dom.ID) {
	open, shut, separators := "(", ")", ","
	if v, ok := t.doc.Attr(id, dom.AttrOpen); ok {
		open = trim(v)
	}
	if v, ok := t.doc.Attr(id, dom.AttrClose); ok {
		shut = trim(v)
	}
	if v, ok := t.doc.Attr(id, dom.AttrSeparators); ok {
		separators = v
	}
	first := t.first(id)
	high := t.isHigh(first)
	t.fencedBy("left", open, high)
	rest := separators
	for c := first; c != 0; c = t.next(c) {
		if c != first {
			rest = strings.TrimLeft(rest, " ")
			s, size := utf8.DecodeRuneInString(rest)
			if size > 0 {
				t.symbol(s)
			}
			if len(strings.TrimLeft(rest[size:], " ")) > 0 {
				rest = rest[size:] // The last stands for all that follow.
			}
		}
		t.node(c)
	}
	t.fencedBy("right", shut, high)
}

func (t *translator) fencedBy(side, fence string, high bool) {
	if c := soleRune(fence); high && (c != 0 || fence == "") {
		t.delimiter(side, c)
		return
	}
	t.symbols(fence)
}
