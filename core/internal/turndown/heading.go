package turndown

import "tidemark/core/internal/dom"

// mostHeadings is how deep headings may be in each other whose lines are as long as they are.
const mostHeadings = 2

// levelOf is that of a heading.
func levelOf(tag dom.Tag) int { return int(tag-dom.TagH1) + 1 }

func (r *Renderer) beginHeading(e *openElement) {
	r.headings++
	level := levelOf(r.doc.Node(e.id).Tag)
	if r.isUnderlined(level) {
		r.w.flush()
		e.start, e.absorbed = len(r.w.out), r.w.absorbed
		r.w.edges, r.w.absorbed = edges{trims: r.w.trims, counts: true, drops: begun, absorbs: e.start}, 0
		return
	}
	r.w.text("######"[:level])
	r.w.text(" ")
}

// isUnderlined reports whether a heading is written with a line below it.
func (r *Renderer) isUnderlined(level int) bool {
	return r.settings.HeadingSetext && level <= 2 && r.headings <= mostHeadings
}

func (r *Renderer) endHeading(e *openElement) {
	level := levelOf(r.doc.Node(e.id).Tag)
	underlined := r.isUnderlined(level)
	r.headings--
	if !underlined {
		r.w.newlines += 2
		return
	}
	absorbed := r.w.absorbed
	r.w.edges, r.w.absorbed = e.edges, e.absorbed
	n := absorbed + r.w.lengthFrom(e.start) + r.w.newlines
	switch {
	case n == 0:
		r.w.undo(e.before)
		return
	case len(r.w.out) > e.start:
		r.w.newlines++
		r.w.flush()
	}
	r.w.out = repeat(r.w.out, "=-"[level-1:level], n)
	r.w.check()
	r.w.newlines = 2
}
