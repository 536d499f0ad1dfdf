package markdown

import "tidemark/core/internal/dom"

// writeRun writes the inline content that has been collected.
func (r *Renderer) writeRun(l lines) {
	run := &r.run
	wraps := r.settings.Wrap > 0 && l == paragraphLines
	r.wrap.spaces = r.wrap.spaces[:0]
	r.w.room(len(run.text))
	run.escape.begin(r, l)
	run.delims.settle(r)
	for i := 0; i < len(run.tokens) && !r.stopped(); {
		t := &run.tokens[i]
		switch t.kind {
		case textToken:
			start := len(r.w.out)
			if t.seen&(hazardous|uncommon) == 0 && start != run.escape.lineStart {
				r.w.out = append(r.w.out, r.w.long(run.text[t.start:t.end])...)
			} else {
				run.escape.text(r, i)
			}
			if wraps {
				r.wrap.note(run, *t, r.w.out, start)
			}
		case codeToken:
			i = run.lastOf(i)
			r.writeCodeSpan(run.text[t.start:run.tokens[i].end], l)
		case imageToken:
			r.writeImage(dom.ID(t.ref))
		case footnoteToken:
			r.writeFootnoteReference(i, l)
		case mathToken:
			i = r.writeMath(i, l)
		case breakToken:
			r.writeBreak(l, t.ref == softBreak)
			run.escape.newLine(len(r.w.out))
		case openToken:
			if t.format == linkFormat {
				i = r.writeLinkOpen(i)
				continue
			}
			r.writeDelimiter(t, "<")
		case closeToken:
			if t.format == linkFormat {
				r.writeLinkClose(i)
			} else {
				r.writeDelimiter(t, "</")
			}
		}
		i++
	}
	r.w.check()
}

// writeDelimiter begins or ends formatting, as HTML where it has no delimiter.
func (r *Renderer) writeDelimiter(t *token, tag string) {
	if t.delimiter != 0 {
		r.w.out = append(r.w.out, t.delimiter)
		if t.format != emFormat {
			r.w.out = append(r.w.out, t.delimiter)
		}
		return
	}
	r.w.text(tag)
	r.w.text(formatTags[t.format])
	r.w.text(">")
}

// nextByte is the first byte of what follows token i, or a line end.
func (r *Renderer) nextByte(i int, l lines) byte {
	run := &r.run
	for i++; i < len(run.tokens); i++ {
		switch t := &run.tokens[i]; t.kind {
		case textToken:
			return run.text[t.start]
		case codeToken:
			return '`'
		case imageToken:
			return '!'
		case footnoteToken:
			return '['
		case mathToken:
			return '$'
		case breakToken:
			switch {
			case l == paragraphLines:
				return '\\' // Before spaces, too: some renderers let a backslash there escape what the next line begins with.
			case r.settings.DropHTML:
				return ' '
			}
			return '<'
		default:
			switch {
			case t.format == linkFormat && t.kind == closeToken:
				return ']'
			case t.format == linkFormat && r.isAutolink(i):
				return '<'
			case t.format == linkFormat:
				return '['
			case t.delimiter != 0:
				return t.delimiter
			default:
				return '<'
			}
		}
	}
	return '\n'
}
