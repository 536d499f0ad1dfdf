package inline

import "tidemark/core/internal/hugepage"

// writePlain is WriteRun for plain text: a link is its text, an image its alternative text, and nothing is escaped.
func (w *Writer) writePlain(out []byte) (written []byte, lineStart int, full bool) {
	run := &w.run
	w.out, w.full = out, false
	w.out = hugepage.Grow(w.watch, w.out, max(0, min(len(run.text), w.At.Limit-len(out))))
	for i, look := 0, checkEvery; i < len(run.tokens) && !w.full; i++ {
		switch t := &run.tokens[i]; t.kind {
		case textToken, codeToken, mathToken:
			w.out = append(w.out, w.long(run.text[t.start:t.end])...)
		case rawToken:
			w.writeRaw(run.text[t.start:t.end])
		case imageToken:
			w.write(w.objects.Image(t.image()).Alt)
		case footnoteToken:
			w.write("[")
			w.write(w.objects.FootnoteLabel(t.footnote()))
			w.write("]")
		case breakToken:
			if w.At.Lines == ParagraphLines {
				w.newLine()
			} else {
				w.write(" ")
			}
		}
		if i >= look {
			look = i + checkEvery
			w.watch.Look()
		}
	}
	w.check()
	out, w.out = w.out, nil
	return out, w.At.LineStart, w.full
}
