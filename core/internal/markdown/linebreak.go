package markdown

import "tidemark/core/internal/dom"

// lineBreak renders <br>. At the edge of a block it shows nothing and is left out.
func (r *Renderer) lineBreak(dom.ID) leaving {
	r.run.addBreak()
	return rendered
}

// lines is how the lines of inline content are written.
type lines uint8

const (
	paragraphLines lines = iota
	headingLine          // all on one line
	cellLine             // all on one line, with <br> between
)

// writeBreak writes a line break, soft if it stands for a block boundary.
func (r *Renderer) writeBreak(l lines, soft bool) {
	w := &r.w
	switch {
	case l == paragraphLines:
		switch {
		case len(w.out) == w.lineStart:
			w.text("\\") // A line of two spaces would be blank.
		case w.out[len(w.out)-1] == '\\':
			w.text("  ") // Some renderers see no line break in three backslashes.
		default:
			w.text(r.settings.Break)
		}
		w.newLine()
	case r.settings.DropHTML, l == headingLine && soft:
		w.text(" ")
	default:
		w.text("<br>")
	}
}
