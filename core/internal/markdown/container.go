package markdown

import "tidemark/core/internal/hugepage"

// mark is what a writer goes back to when what is written next is not to be.
type mark struct {
	out, prefix, lineStart int

	box           byte // that of the task, by what is in it, 0 where there is none
	last          block
	lastMark      byte
	tight, joined bool
}

func (w *writer) mark() mark {
	m := mark{
		out: len(w.out), prefix: len(w.prefix), lineStart: w.lineStart, last: w.last, lastMark: w.lastMark, tight: w.tight, joined: w.joined,
	}
	if w.box != "" {
		m.box = w.box[1]
	}
	return m
}

// undo takes back what was written since the writer was there.
func (w *writer) undo(to mark) {
	w.out, w.prefix, w.lineStart, w.box = w.out[:to.out], w.prefix[:to.prefix], to.lineStart, ""
	w.last, w.lastMark, w.tight, w.joined = to.last, to.lastMark, to.tight, to.joined
	if w.record != nil {
		w.record.Undo(to.out)
	}
	if to.box != 0 {
		w.box = taskBoxes[to.box == 'x']
	}
}

// openContainer is a container block that is being written: a quotation or the definition of a footnote.
type openContainer struct {
	before mark
	start  int // where its text begins in the output
	container
}

// enterContainer begins a container whose further lines begin with prefix. Its first line has been begun, from before on.
func (r *Renderer) enterContainer(before mark, prefix string) {
	hugepage.Push(&r.watch, &r.containers, openContainer{before: before, start: len(r.w.out), container: r.w.enter(prefix, false)})
	r.descend()
}

// leaveContainer leaves the container that was begun last, and returns where it was begun.
func (r *Renderer) leaveContainer() mark {
	last := len(r.containers) - 1
	c := r.containers[last]
	r.containers = r.containers[:last]
	r.w.leave(c.container)
	r.depth--
	return c.before
}
