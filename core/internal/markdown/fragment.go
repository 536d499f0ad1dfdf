package markdown

import (
	"math"

	"tidemark/core/internal/page/formula"
)

// embedding is what Markdown of its own goes into.
type embedding struct {
	outer      int
	settlesAt  uint32
	gone       int
	delimiters formula.Delimiters
}

// embed begins to render Markdown of its own that goes into other Markdown: nothing in it means something beside others.
func (r *Renderer) embed() embedding {
	e := embedding{settlesAt: r.settlesAt, gone: r.gone, delimiters: r.page.Formulas.Delimiters}
	r.settlesAt, r.gone = math.MaxUint32, 0 // It neither settles what the page shows nor begins in the middle.
	e.outer = r.suspend()
	r.inline.Embedded = true
	return e
}

// embedded ends what embed began, and returns the Markdown, which holds until the next is rendered. What is being written goes on as if there
// had been none; only the links that refer to definitions are those of the document.
func (r *Renderer) embedded(e embedding) []byte {
	r.flush()
	r.w.check()
	r.inline.Embedded = false
	markdown, full := r.w.out, r.w.full
	r.resume(e.outer)
	r.w.full = r.w.full || full
	r.settlesAt, r.gone, r.page.Formulas.Delimiters = e.settlesAt, e.gone, e.delimiters
	return markdown
}

// suspend begins Markdown of its own, within the same limit; resume goes on with what was suspended.
func (r *Renderer) suspend() (outer int) {
	outer = len(r.suspended)
	r.suspended = append(r.suspended, r.output)
	r.output = output{}
	if last := len(r.spare) - 1; last >= 0 {
		r.output, r.spare = r.spare[last], r.spare[:last]
	}
	o := &r.suspended[outer]
	r.w.watch = &r.watch
	r.w.reset(r.w.out[:0], 0)
	r.w.full = o.w.full // Rendering is to end: nothing begins anew.
	if o.w.limit != math.MaxInt {
		r.w.limit = max(0, o.w.limit-len(o.w.out))
	}
	r.inline.Nest(&o.inline)
	r.phrasing, r.itemStart, r.run = blocks, false, listRun{levels: r.run.levels[:0]}
	r.notes, r.inNotes = r.notes[:0], false
	return outer
}

func (r *Renderer) resume(outer int) {
	r.inline.EndNested(&r.suspended[outer].inline)
	r.spare = append(r.spare, r.output)
	r.output = r.suspended[outer]
	r.suspended = r.suspended[:outer]
}
