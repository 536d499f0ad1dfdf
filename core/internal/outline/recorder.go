package outline

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Recorder notes the outline of Markdown while it is written. Places are those in the output of the writer, of which the beginning may have been
// taken away: see Drop.
type Recorder struct {
	Outline
	watch *watch.Watch

	gone    int     // so much of the output has been taken away
	open    []int32 // the containers that are being written, outermost first; none is -1
	entered int32   // the container that has begun and is to be entered, or -1
	leaf    int32   // the block without others in it that is being written, or -1
	first   dom.ID  // what the next leaf is made of
	last    dom.ID
}

const none = -1

// Begin begins Markdown, and forgets what was noted of other.
func (r *Recorder) Begin(w *watch.Watch) {
	*r = Recorder{
		Outline: Outline{Spans: r.Spans[:0], titles: r.titles[:0]}, watch: w, open: r.open[:0], entered: none, leaf: none,
	}
}

// Room is how many bytes there is room for.
func (r *Recorder) Room() int {
	return hugepage.Room(r.Spans) + hugepage.Room(r.open) + cap(r.titles)
}

// Of says what the blocks are made of that begin next.
func (r *Recorder) Of(first, last dom.ID) { r.first, r.last = first, last }

// push adds a span that has begun.
func (r *Recorder) push(kind Kind, at int) int32 {
	i := len(r.Spans)
	hugepage.Push(r.watch, &r.Spans, Span{Kind: kind, Node: r.first, Last: r.last, Start: at + r.gone, End: none})
	return int32(i)
}

// BeginLeaf begins a block that holds no others. The one before it has ended.
func (r *Recorder) BeginLeaf(kind Kind, at int) { r.leaf = r.push(kind, at) }

// EndLeaf ends the block that holds no others, if one is being written.
func (r *Recorder) EndLeaf(at int) {
	if r.leaf != none {
		r.Spans[r.leaf].End = at + r.gone
		r.leaf = none
	}
}

// BeginContainer begins a block that is entered next, and returns what Reopen takes.
func (r *Recorder) BeginContainer(kind Kind, id dom.ID, at int) int32 {
	r.entered = r.push(kind, at)
	s := &r.Spans[r.entered]
	s.Node, s.Last = id, id
	return r.entered
}

// Reopen has a container entered next that had been left, since it goes on.
func (r *Recorder) Reopen(container int32) {
	if int(container) < len(r.Spans) && r.Spans[container].Kind.IsContainer() {
		r.entered = container
	}
}

// Enter enters the container that has begun; what is written next is in it.
func (r *Recorder) Enter() {
	hugepage.Push(r.watch, &r.open, r.entered)
	r.entered = none
}

// Leave ends the container that was entered last, and what is in it.
func (r *Recorder) Leave(at int) {
	r.EndLeaf(at)
	n := len(r.open) - 1
	if c := r.open[n]; c != none {
		r.Spans[c].End = at + r.gone
	}
	r.open = r.open[:n]
}

// Add adds a span that has been written, of one node. Those that it is in are there.
func (r *Recorder) Add(kind Kind, id dom.ID, start, end int) {
	hugepage.Push(r.watch, &r.Spans, Span{Kind: kind, Node: id, Last: id, Start: start + r.gone, End: end + r.gone})
}

// Reserve adds a span that has begun, of one node, and returns what End takes.
func (r *Recorder) Reserve(kind Kind, id dom.ID, at int) int {
	r.Add(kind, id, at, at)
	return len(r.Spans) - 1
}

// End ends a span that was reserved.
func (r *Recorder) End(span, at int) { r.Spans[span].End = at + r.gone }

// SetHeading gives the heading that is being written its level and its text.
func (r *Recorder) SetHeading(level int, appendTitle func(dst []byte) []byte) {
	s := &r.Spans[r.leaf]
	s.Level = uint8(level)
	s.titleStart = int32(len(r.titles))
	r.titles = appendTitle(r.titles)
	s.titleEnd = int32(len(r.titles))
}

// Undo forgets what was written from a place on: it goes.
func (r *Recorder) Undo(to int) {
	n := len(r.Spans)
	for n > 0 && r.Spans[n-1].Start >= to+r.gone {
		n--
	}
	r.Spans = r.Spans[:n]
	r.leaf, r.entered = none, none
}

// Shift notes that what stands from a place on has moved by so many bytes. Where it moves back, what stood there has gone.
func (r *Recorder) Shift(from, by int) {
	from += r.gone
	for i := len(r.Spans) - 1; i >= 0 && r.Spans[i].Start >= from; i-- {
		s := &r.Spans[i]
		s.Start = max(from, s.Start+by)
		if s.End != none {
			s.End = max(from, s.End+by)
		}
	}
}

// Drop notes that so much of the output has been taken away from its beginning.
func (r *Recorder) Drop(n int) { r.gone += n }
