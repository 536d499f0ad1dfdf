package markdown

import "tidemark/core/internal/dom"

// lineBreak renders <br>. At the edge of a block it shows nothing and is left out.
func (r *Renderer) lineBreak(dom.ID) { r.run.addBreak() }

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
		if r.settings.Break != "\\" && len(w.out) > w.lineStart {
			w.text(r.settings.Break)
		} else {
			w.text("\\") // A line of two spaces would be blank.
		}
		w.newLine()
	case l == headingLine && (soft || r.settings.DropHTML):
		w.text(" ")
	default:
		w.text("<br>")
	}
}
