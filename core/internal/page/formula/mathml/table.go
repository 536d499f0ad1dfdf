package mathml

import (
	"slices"
	"strings"

	"tidemark/core/internal/dom"
)

// table translates <mtable>: aligned equations, or a matrix.
func (t *Translator) table(id dom.ID) {
	environment, end := "matrix", matrixEnd
	align := strings.TrimSpace(t.doc.Value(id, dom.AttrColumnalign))
	switch {
	case strings.HasPrefix(align, "right left"):
		environment, end = "aligned", alignedEnd
	case strings.Contains(align, "left"), strings.Contains(align, "right"):
		environment, end = "array", arrayEnd
	}
	t.raw(`\begin{`)
	t.raw(environment)
	t.raw("}")
	if environment == "array" {
		t.columns(id, align)
	}
	t.then(step{do: doRaw, arg: int32(end)})
	if row := t.first(id); row != 0 {
		t.then(step{do: doTableRow, id: row})
	}
}

// columns writes how the columns of an array are aligned. The last word stands for all that follow.
func (t *Translator) columns(table dom.ID, align string) {
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
func (t *Translator) cells(row dom.ID) dom.ID {
	if t.name(row) == "mlabeledtr" {
		return t.next(t.first(row))
	}
	return t.first(row)
}

// tableRow translates a row, and leaves those behind it.
func (t *Translator) tableRow(row dom.ID) {
	if next := t.next(row); next != 0 {
		t.then(step{do: doRaw, arg: betweenRows}, step{do: doTableRow, id: next})
	}
	if name := t.name(row); name != "mtr" && name != "mlabeledtr" || !t.holds(row, anyNumber) {
		t.node(row)
		return
	}
	t.then(step{do: doRowEnd, id: row, arg: int32(len(t.out))})
	if first := t.cells(row); first != 0 {
		t.then(step{do: doCell, id: first})
	}
}

// cell translates a cell, and leaves those behind it.
func (t *Translator) cell(id dom.ID) {
	if next := t.next(id); next != 0 {
		t.then(step{do: doRaw, arg: betweenCells}, step{do: doCell, id: next})
	}
	if t.name(id) == "mtd" {
		t.row(id)
	} else {
		t.node(id)
	}
}

// endRow ends the row that begins at start.
func (t *Translator) endRow(row dom.ID, start int) {
	if len(t.out) > start && t.out[start] == '[' {
		t.out = slices.Insert(t.out, start, '{', '}') // Behind a line end it would be an argument.
	}
	if t.name(row) == "mlabeledtr" {
		t.then(step{do: doCommand, arg: beforeLabel}, step{do: doRow, id: t.first(row)})
	}
}
