package inline

import (
	"sort"

	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// MarkKind is what a mark is of.
type MarkKind uint8

const (
	LinkMark MarkKind = iota
	ImageMark
	CodeMark
	FootnoteMark // a reference to a footnote
)

// Mark is where something stands in the output.
type Mark struct {
	Kind       MarkKind
	Ref        int32 // what others know it by
	Start, End int
}

// Marks are those of a run, in the order in which they begin.
type Marks struct {
	List  []Mark
	Watch *watch.Watch
	open  int // the link, or reference, that is being written: there is none in another
}

func (m *Marks) begin(kind MarkKind, ref int32, at int) {
	m.open = len(m.List)
	m.add(kind, ref, at, at)
}

func (m *Marks) end(at int) { m.List[m.open].End = at }

func (m *Marks) add(kind MarkKind, ref int32, start, end int) {
	hugepage.Push(m.Watch, &m.List, Mark{Kind: kind, Ref: ref, Start: start, End: end})
}

// shift moves what stands behind places in the output, which rise, at each of which so many bytes have been put in.
func (m *Marks) shift(places []int, by int) {
	for i := range m.List {
		k := &m.List[i]
		k.Start += by * sort.SearchInts(places, k.Start)
		k.End += by * sort.SearchInts(places, k.End)
	}
}

// shiftAfter does so where a byte is put in before each that is c, from start on.
func (m *Marks) shiftAfter(out []byte, start int, c byte) {
	if len(m.List) == 0 {
		return
	}
	var places []int
	for i := start; i < len(out); i++ {
		if out[i] == c {
			hugepage.Push(m.Watch, &places, i)
		}
	}
	m.shift(places, 1)
}

// AppendPlain appends the text of what has been collected, without markup.
func (w *Writer) AppendPlain(dst []byte) []byte {
	for i := range w.tokens {
		w.lookAt(i)
		switch t := &w.tokens[i]; t.kind {
		case textToken, codeToken, mathToken, rawToken:
			dst = append(dst, w.text[t.start:t.end]...)
		case imageToken:
			dst = append(dst, w.objects.Image(t.image()).Alt...)
		case breakToken:
			dst = append(dst, ' ')
		}
	}
	return dst
}
