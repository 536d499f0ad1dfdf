package mathml

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// step is something that is left to do. Elements are nested without end, so what is to come after what is in one waits here, and
// takes no stack.
type step struct {
	do  action
	arg int32
	id  dom.ID
}

type action uint8

const (
	doNode      action = iota // translate a node
	doRow                     // translate what is in an element in a line
	doNodes                   // translate a node, and those behind it up to arg
	doGroup                   // translate a node in braces
	doRaw                     // write a piece: arg
	doCommand                 // write a piece as a command: arg
	doBase                    // translate what scripts stand at
	doScript                  // translate a script: arg is its kind
	doScriptEnd               // arg is where the script begins in out
	doPair                    // translate a script behind or before a base, and those behind it: arg is hasBase or not
	doPairAbove               // translate what is left of a pair, and those behind it
	doTableRow                // translate a row of a table, and those behind it
	doRowEnd                  // of a row of a table: arg is where it begins in out
	doCell                    // translate a cell, and those behind it
	doSymbol                  // write a character: arg
	doFencesEnd               // of <mfenced>
	doRight                   // write the second of two fences that grow: arg is the character, or 0
)

// The pieces that are written between others.
const (
	openBrace = iota
	shutBrace
	shutIndex
	shutLabel
	atop
	overset
	betweenCells
	betweenRows
	matrixEnd
	arrayEnd
	alignedEnd
	beforeLabel
)

var pieces = [...]string{
	openBrace: "{", shutBrace: "}", shutIndex: "]", shutLabel: "}]", atop: "atop", overset: "overset", betweenCells: " & ", betweenRows: ` \\ `,
	matrixEnd: `\end{matrix}`, arrayEnd: `\end{array}`, alignedEnd: `\end{aligned}`, beforeLabel: "qquad",
}

// then leaves steps to be done in that order, before those that were left earlier.
func (t *Translator) then(steps ...step) {
	t.steps = hugepage.Grow(t.watch, t.steps, len(steps))
	for i := len(steps) - 1; i >= 0; i-- {
		t.steps = append(t.steps, steps[i])
	}
}

// look counts a step or a character.
func (t *Translator) look() {
	if t.done++; t.done%watch.EverySteps == 0 {
		t.watch.Look()
	}
}

// run does all that is left to do.
func (t *Translator) run() {
	for len(t.steps) > 0 && len(t.out) <= t.limit {
		t.look()
		last := len(t.steps) - 1
		s := t.steps[last]
		t.steps = t.steps[:last]
		t.step(s)
	}
}

// nodes translates nodes up to the first that leaves something to do.
func (t *Translator) nodes(s step) {
	for ; ; t.look() {
		left := len(t.steps)
		id := s.id
		s.id = t.doc.Node(id).Next
		more := s.id != 0 && s.id != dom.ID(s.arg)
		if more {
			t.then(s)
		}
		if t.node(id); !more || len(t.steps) > left+1 || len(t.out) > t.limit {
			return
		}
		t.steps = t.steps[:left]
	}
}

func (t *Translator) step(s step) {
	switch s.do {
	case doNode:
		t.node(s.id)
	case doRow:
		t.row(s.id)
	case doNodes:
		t.nodes(s)
	case doGroup:
		t.raw("{")
		t.then(step{do: doRaw, arg: shutBrace})
		t.node(s.id) // What it leaves comes before the brace.
	case doRaw:
		t.raw(pieces[s.arg])
	case doCommand:
		t.command(pieces[s.arg])
	case doBase:
		t.base(s.id)
	case doScript:
		t.script(byte(s.arg), s.id)
	case doScriptEnd:
		t.endScript(int(s.arg))
	case doPair:
		t.pair(s.id, s.arg == hasBase)
	case doPairAbove:
		t.pairAbove(s.id)
	case doTableRow:
		t.tableRow(s.id)
	case doRowEnd:
		t.endRow(s.id, int(s.arg))
	case doCell:
		t.cell(s.id)
	case doSymbol:
		t.symbol(s.arg)
	case doFencesEnd:
		t.endFences(s.id)
	case doRight:
		t.right(s.arg)
	}
}
