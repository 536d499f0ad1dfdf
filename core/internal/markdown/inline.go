package markdown

import "tidemark/core/internal/dom"

// writeRun writes the inline content that has been collected.
func (r *Renderer) writeRun(l lines) {
	run := &r.run
	run.escape.begin(r, l)
	run.delims.settle(r)
	for i := 0; i < len(run.tokens) && !r.stopped(); {
		t := run.tokens[i]
		switch t.kind {
		case textToken:
			run.escape.text(r, i)
		case codeToken:
			i = run.lastOfCode(i)
			r.writeCodeSpan(run.text[t.start:run.tokens[i].end], l)
		case imageToken:
			r.writeImage(dom.ID(t.ref))
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
func (r *Renderer) writeDelimiter(t token, tag string) {
	if t.delimiter != 0 {
		r.w.out = append(r.w.out, t.delimiter)
		if t.format != emFormat {
			r.w.out = append(r.w.out, t.delimiter)
		}
		return
	}
	if r.run.silent(t) {
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
		switch t := run.tokens[i]; t.kind {
		case textToken:
			return run.text[t.start]
		case codeToken:
			return '`'
		case imageToken:
			return '!'
		case breakToken:
			switch {
			case l != paragraphLines:
				return '<'
			case r.settings.Break == "\\":
				return '\\'
			}
			return '\n'
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
			case !run.silent(t):
				return '<'
			}
		}
	}
	return '\n'
}
