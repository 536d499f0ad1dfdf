package inline

import "bytes"

// LongestLabel is how long the label of a footnote may be.
const LongestLabel = 32

// writeFootnoteReference writes the reference that token i is. What follows it is literal text where it could make a link or
// a definition of it.
func (w *Writer) writeFootnoteReference(i int) {
	atStart := w.At.Lines == ParagraphLines && len(w.out) == w.escape.lineStart
	if w.Marks != nil {
		w.Marks.begin(FootnoteMark, w.tokens[i].referrer(), len(w.out))
	}
	w.write("[^")
	w.write(w.objects.FootnoteLabel(w.tokens[i].footnote()))
	w.write("]")
	if w.Marks != nil {
		w.Marks.end(len(w.out))
	}
	if next := w.nextByte(i); !w.options.EscapeNone && (next == '(' || next == ':' && atStart) {
		w.write(`\`)
	}
}

// readsAsFootnote reports whether text, which begins with [, would be a reference to a footnote of the document.
func (w *Writer) readsAsFootnote(text []byte) bool {
	if len(text) < 4 || text[1] != '^' {
		return false
	}
	end := bytes.IndexByte(text[:min(len(text), 2*LongestLabel)], ']')
	return end > 0 && w.isFootnoteLabel(text[2:end])
}

// isFootnoteLabel reports whether a footnote of the document has that label.
func (w *Writer) isFootnoteLabel(label []byte) bool {
	label = bytes.Trim(label, " ")
	return w.options.Footnotes && len(label) > 0 && len(label) <= LongestLabel && w.objects.HasFootnote(label)
}
