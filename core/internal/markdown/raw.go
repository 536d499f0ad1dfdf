package markdown

import "bytes"

// writeRaw writes Markdown as a block, as it is but for the prefix of the containers before each line.
func (r *Renderer) writeRaw(markdown []byte) {
	r.boundary()
	switch {
	case len(markdown) == 0:
		return
	case r.phrasing != blocks:
		r.inline.AddRaw(markdown)
		r.boundary()
		return
	}
	r.w.open(rawBlock)
	for !r.stopped() {
		line, rest, more := bytes.Cut(markdown, []byte("\n"))
		r.w.bytes(line)
		if !more {
			return
		}
		if markdown = rest; len(rest) == 0 || rest[0] == '\n' {
			r.w.blankLine()
			r.w.check()
		} else {
			r.w.newLine()
		}
	}
}
