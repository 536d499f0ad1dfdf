package markdown

import "bytes"

// isDisplayedMath tells of a run of displayed formulas and nothing else but emphasis around them.
func (r *run) isDisplayedMath() bool {
	for _, t := range r.tokens {
		switch t.kind {
		case mathToken:
			if t.ref != displayed {
				return false
			}
		case textToken:
			if string(r.text[t.start:t.end]) != " " {
				return false
			}
		case breakToken:
		case openToken, closeToken:
			if t.format == linkFormat {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// writeMathBlocks writes the formulas of a run as blocks.
func (r *Renderer) writeMathBlocks() {
	text, tokens := r.run.text, r.run.tokens
	for i := range tokens {
		if t := &tokens[i]; t.kind == mathToken && !r.stopped() {
			r.run.text = text[t.start:t.end]
			t.start, t.end = 0, int32(len(r.run.text))
			r.run.tokens = tokens[i : i+1]
			r.writeMathBlock()
		}
	}
	r.run.text, r.run.tokens = text, tokens
}

// writeMathBlock writes the displayed formula that is all there is in the run: between lines of two dollars, or as code of the
// language math where Markdown would find something in it.
func (r *Renderer) writeMathBlock() {
	run := &r.run
	run.escape.begin(r, paragraphLines)
	run.delims.settle(r)
	tex := run.text
	if run.tokens[0].delimiter != 0 || run.escape.endsParagraph(tex) {
		r.writeCode(tex, "math")
		return
	}
	r.w.open(paragraph)
	r.w.text("$$")
	r.w.newLine()
	for line, rest, more := bytes.Cut(tex, []byte("\n")); ; line, rest, more = bytes.Cut(rest, []byte("\n")) {
		r.w.out = append(r.w.out, line...)
		switch {
		case !more:
			r.w.newLine()
			r.w.text("$$")
			return
		case run.escape.endsParagraph(rest):
			r.w.text(" ")
		default:
			r.w.newLine()
		}
	}
}

// endsParagraph tells whether a line would begin another block.
func (e *escaper) endsParagraph(line []byte) bool {
	return !e.none && (e.interrupts(line) || line[0] == '<' && startsTag(byteAfter(line, 0, '\n')))
}
