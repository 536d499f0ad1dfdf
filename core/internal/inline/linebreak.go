package inline

// LineMode is how the lines of inline content are written.
type LineMode uint8

const (
	ParagraphLines LineMode = iota
	HeadingLine             // all on one line
	CellLine                // all on one line of a table, with <br> between
)

// writeBreak writes the line break that a token is.
func (w *Writer) writeBreak(t *token) {
	switch {
	case w.options.OneLine:
		w.write(" ")
	case w.At.Lines == ParagraphLines:
		switch {
		case len(w.out) == w.At.LineStart:
			w.write("\\") // A line of two spaces would be blank.
		case w.out[len(w.out)-1] == '\\':
			w.write("  ") // Some renderers see no line break in three backslashes.
		default:
			w.write(w.options.Break)
		}
		w.newLine()
	case w.escape.isTag(t):
		w.write("<br>")
	default:
		w.write(" ")
	}
}
