package inline

import (
	"bytes"

	"tidemark/core/internal/hugepage"
)

// AddRaw adds Markdown that is to be written as it is. What stands beside it is written as beside text that begins and ends like it, and
// literal text so that it pairs up with nothing in it.
func (r *run) AddRaw(markdown []byte) {
	if len(markdown) == 0 {
		return
	}
	r.separate()
	start := len(r.text)
	r.text = append(r.text, markdown...)
	hugepage.Push(r.watch, &r.tokens, token{kind: rawToken, start: int32(start), end: int32(len(r.text))})
	r.content = true
	r.raw = r.raw || bytes.ContainsAny(markdown, "*_~")
}

// writeRaw writes Markdown as it is, with the prefix before each line. Where there is room for one line only, a line end is a space.
func (w *Writer) writeRaw(markdown []byte) {
	for {
		line, rest, more := bytes.Cut(markdown, []byte("\n"))
		w.out = append(w.out, line...)
		if !more {
			return
		}
		if w.At.Lines == ParagraphLines {
			w.newLine()
			w.run.escape.newLine(len(w.out))
		} else {
			w.write(" ")
		}
		markdown = rest
	}
}
