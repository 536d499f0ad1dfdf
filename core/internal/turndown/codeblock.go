package turndown

import (
	"bytes"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

// code writes a block of code, for the <code> that holds it.
func (r *Renderer) code(id dom.ID) {
	r.scratch = r.doc.AppendTextContent(r.scratch[:0], id)
	if r.settings.Code == Indented {
		outer := r.w.prefixEnd
		r.w.text("    ")
		r.w.indent("    ")
		r.w.bytes(r.scratch)
		r.w.flush()
		r.w.prefixEnd = outer
		return
	}
	fence := r.fence(r.scratch)
	r.w.text(fence)
	r.w.text(language(r.doc.Value(id, dom.AttrClass)))
	r.w.newlines++
	r.w.bytes(bytes.TrimSuffix(r.scratch, []byte("\n")))
	r.w.newlines++
	r.w.text(fence)
}

// fence returns a fence that is longer than those that lines of code begin with.
func (r *Renderer) fence(code []byte) string {
	c, n := r.settings.Fence, 3
	for line := range bytes.SplitSeq(code, []byte("\n")) {
		run := 0
		for len(c) > 0 && bytes.HasPrefix(line, []byte(c)) {
			if run++; run%watch.Every == 0 {
				r.watch.Look()
			}
			line = line[len(c):]
		}
		if run >= n {
			n = run + 1
		}
	}
	return strings.Repeat(c, n)
}

// language returns what a class says of the language of code.
func language(class string) string {
	const prefix = "language-"
	for {
		_, after, found := strings.Cut(class, prefix)
		if !found {
			return ""
		}
		end := 0
		for i, c := range after {
			if isSpace(c) {
				break
			}
			end = i + len(string(c))
		}
		if end > 0 {
			return after[:end]
		}
		class = after
	}
}

// kept writes an element as HTML.
func (r *Renderer) kept(id dom.ID) {
	r.scratch = appendHTML(r.scratch[:0], &r.watch, r.doc, id)
	r.w.bytes(r.scratch)
}
