package rule

import (
	"math/bits"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Found is the elements of a document that rules are for, and what they are written as. The zero Found is ready, and empty.
type Found struct {
	watch    *watch.Watch
	set      *Set
	matching map[dom.ID]uint64   // all rules that match, of elements of which the first is a function
	answered map[dom.ID]struct{} // of these all functions have been asked, and had no answer
	written  map[dom.ID]Written
	bytes    int // of what is written, and of what has been asked for

	levels  [][]dom.ID // what is to be asked for, innermost first
	open    []openElement
	asked   questions
	hasSeen bool // who is asked has the tree
}

// Written is what an element is written as by a rule.
type Written struct {
	Rule     int
	Markdown []byte
}

// openElement is an element in which others are looked for.
type openElement struct {
	id     dom.ID
	inside int // the number of levels in it
}

// Begin begins a document.
func (f *Found) Begin(w *watch.Watch, set *Set) {
	f.Release()
	f.watch, f.set = w, set
}

// Release drops what belongs to the document.
func (f *Found) Release() {
	if f.set == nil {
		return
	}
	*f = Found{open: f.open[:0]}
}

// Room is about how many bytes there is room for.
func (f *Found) Room() int {
	const entry = 64
	return f.bytes + entry*(len(f.matching)+len(f.written)) + f.asked.room()
}

// Match notes that rules match an element, and returns the number of the first of them.
func (f *Found) Match(id dom.ID, matching uint64) (first int) {
	if matching&f.set.functions&-matching != 0 {
		if f.matching == nil {
			f.matching, f.answered = map[dom.ID]uint64{}, map[dom.ID]struct{}{}
		}
		f.matching[id] = matching
	}
	return firstOf(matching)
}

// firstOf returns the number of the first of some rules, -1 of none.
func firstOf(rules uint64) int {
	if rules == 0 {
		return -1
	}
	return bits.TrailingZeros64(rules)
}

// Again forgets all answers, and applies to each element that is to be asked for the first of its rules again.
func (f *Found) Again(apply func(id dom.ID, number int)) {
	f.Forget()
	if len(f.answered) == 0 {
		return
	}
	clear(f.answered)
	for id, matching := range f.matching {
		apply(id, firstOf(matching))
	}
}

// Of returns what an element has been written as, and whether it has.
func (f *Found) Of(id dom.ID) (Written, bool) {
	w, ok := f.written[id]
	return w, ok
}

// Write notes what an element is written as. It keeps the Markdown.
func (f *Found) Write(id dom.ID, w Written) {
	if f.written == nil {
		f.written = map[dom.ID]Written{}
	}
	f.written[id] = w
	f.bytes += len(w.Markdown)
}

// Bytes is how much has been written and asked for. Of elements in each other it is more than the Markdown of the document.
func (f *Found) Bytes() int { return f.bytes }

// Forget drops all that has been written.
func (f *Found) Forget() {
	clear(f.written)
	f.bytes = 0
}

// Levels finds how elements that are to be asked for are nested. Of what is skipped nothing is asked for.
func (f *Found) Levels(doc *dom.Document, skip func(dom.ID) bool) {
	f.levels = f.levels[:0]
	if len(f.matching) == 0 {
		return
	}
	f.open = append(f.open[:0], openElement{id: dom.Root})
	for id, steps := doc.Node(dom.Root).First, 0; id != 0; steps++ {
		if steps%watch.EverySteps == 0 {
			f.watch.Look()
		}
		if doc.Node(id).Kind == dom.KindElement && !skip(id) {
			if f.isAsked(id) {
				hugepage.Push(f.watch, &f.open, openElement{id: id})
			}
			if first := doc.Node(id).First; first != 0 {
				id = first
				continue
			}
		}
		for f.leave(id); id != dom.Root && doc.Node(id).Next == 0; f.leave(id) {
			id = doc.Node(id).Parent
		}
		if id == dom.Root {
			return
		}
		id = doc.Node(id).Next
	}
}

func (f *Found) isAsked(id dom.ID) bool {
	if _, ok := f.matching[id]; !ok {
		return false
	}
	_, isWritten := f.written[id]
	_, isAnswered := f.answered[id]
	return !isWritten && !isAnswered
}

// leave notes the level of an element when all in it have theirs.
func (f *Found) leave(id dom.ID) {
	last := len(f.open) - 1
	if id == dom.Root || f.open[last].id != id {
		return
	}
	level := f.open[last].inside
	f.open = f.open[:last]
	if f.set.InOrder {
		level = max(level, len(f.levels)-1)
	}
	for len(f.levels) <= level {
		f.levels = append(f.levels, nil)
	}
	f.levels[level] = append(f.levels[level], id)
	around := &f.open[last-1]
	around.inside = max(around.inside, level+1)
}

// NextLevel returns the elements of the next level, none where there is none left.
func (f *Found) NextLevel() []dom.ID {
	if len(f.levels) == 0 {
		return nil
	}
	level := f.levels[0]
	f.levels = f.levels[1:]
	return level
}
