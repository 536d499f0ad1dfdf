package mathml

import (
	"slices"
	"strings"

	"tidemark/core/internal/dom"
)

// table translates <mtable>: aligned equations, or a matrix.
func (t *translator) table(id dom.ID) {
	environment := "matrix"
	align := strings.TrimSpace(t.doc.Value(id, dom.AttrColumnalign))
	switch {
	case strings.HasPrefix(align, "right left"):
		environment = "aligned"
	case strings.Contains(align, "left"), strings.Contains(align, "right"):
		environment = "array"
	}
	t.raw(`\begin{`)
	t.raw(environment)
	t.raw("}")
	if environment == "array" {
		t.columns(id, align)
	}
	for row := t.first(id); row != 0; row = t.next(row) {
		if row != t.first(id) {
			t.raw(` \\ `)
		}
		t.tableRow(row)
	}
	t.raw(`\end{`)
	t.raw(environment)
	t.raw("}")
}

// columns writes how the columns of an array are aligned. The last word stands for all that follow.
func (t *translator) columns(table dom.ID, align string) {
	count := 0
	for row := t.first(table); row != 0; row = t.next(row) {
		cells := 0
		for c := t.cells(row); c != 0; c = t.next(c) {
			cells++
		}
		count = max(count, cells)
	}
	t.raw("{")
	letter := "c"
	for range count {
		var word string
		if word, align, _ = strings.Cut(align, " "); word != "" {
			letter = word[:1]
		}
		switch letter {
		case "l", "r":
		default:
			letter = "c"
		}
		t.raw(letter)
	}
	t.raw("}")
}

// cells is the first cell of a row.
func (t *translator) cells(row dom.ID) dom.ID {
	if t.doc.Name(row) == "mlabeledtr" {
		return t.next(t.first(row))
	}
	return t.first(row)
}

func (t *translator) tableRow(row dom.ID) {
	if name := t.doc.Name(row); name != "mtr" && name != "mlabeledtr" || !t.holds(row, anyNumber) {
		t.node(row)
		return
	}
	start := len(t.out)
	for cell := t.cells(row); cell != 0; cell = t.next(cell) {
		if cell != t.cells(row) {
			t.raw(" & ")
		}
		if t.doc.Name(cell) == "mtd" {
			t.row(cell)
		} else {
			t.node(cell)
		}
	}
	if len(t.out) > start && t.out[start] == '[' {
		t.out = slices.Insert(t.out, start, '{', '}') // Behind a line end it would be an argument.
	}
	if t.doc.Name(row) == "mlabeledtr" {
		t.command("qquad")
		t.row(t.first(row))
	}
}
