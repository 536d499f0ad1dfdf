package inline

import "tidemark/core/internal/hugepage"

// WriteRun appends to out what has been collected, and returns it with the place where the text of its last line begins. It reports
// whether there was more than the limit allows.
func (w *Writer) WriteRun(out []byte) (written []byte, lineStart int, full bool) {
	run := &w.run
	if w.At.Lines != ParagraphLines {
		run.trimStart(false)
	}
	if w.options.Plain {
		return w.writePlain(out)
	}
	w.out, w.full = out, false
	start := len(out)
	wraps := w.options.Wrap > 0 && w.At.Wraps
	w.wrap.spaces = w.wrap.spaces[:0]
	w.out = hugepage.Grow(w.watch, w.out, max(0, min(len(run.text), w.At.Limit-start)))
	run.escape.begin(w, start)
	run.delims.resolve(w)
	for i, look := 0, checkEvery; i < len(run.tokens) && !w.full; {
		t := &run.tokens[i]
		switch t.kind {
		case textToken:
			start := len(w.out)
			if t.seen&(hazardous|uncommon) == 0 && start != run.escape.lineStart {
				w.out = append(w.out, w.long(run.text[t.start:t.end])...)
			} else {
				run.escape.text(w, i)
			}
			if wraps {
				w.wrap.note(run, *t, w.out, start)
			}
		case codeToken:
			start := len(w.out)
			i = run.lastOf(i)
			w.writeCodeSpan(run.text[t.start:run.tokens[i].end])
			if w.Marks != nil {
				w.Marks.add(CodeMark, t.code(), start, len(w.out))
			}
		case imageToken:
			start := len(w.out)
			w.writeImage(w.objects.Image(t.image()))
			if w.Marks != nil {
				w.Marks.add(ImageMark, t.image(), start, len(w.out))
			}
		case footnoteToken:
			w.writeFootnoteReference(i)
		case mathToken:
			i = w.writeMath(i)
		case rawToken:
			w.writeRaw(run.text[t.start:t.end])
		case breakToken:
			w.writeBreak(t)
			run.escape.newLine(len(w.out))
		case openToken:
			if t.format == LinkFormat {
				i = w.writeLinkOpen(i)
			} else {
				w.writeDelimiter(t, "<")
			}
		case closeToken:
			if t.format == LinkFormat {
				w.writeLinkClose(i)
				if w.Marks != nil {
					w.Marks.end(len(w.out))
				}
			} else {
				w.writeDelimiter(t, "</")
			}
		}
		if i++; i >= look {
			look = i + checkEvery
			w.watch.Look()
		}
	}
	switch {
	case wraps:
		w.wrapLines(start)
	case w.At.Lines == HeadingLine:
		w.escapeClosingSequence(start)
	case w.At.Lines == CellLine:
		w.escapePipes(start)
	}
	w.check()
	out, w.out = w.out, nil
	return out, w.At.LineStart, w.full
}

// writeDelimiter begins or ends formatting, as HTML where it has no delimiter.
func (w *Writer) writeDelimiter(t *token, tag string) {
	if t.delimiter != 0 {
		w.out = append(w.out, t.delimiter)
		if t.format != EmFormat {
			w.out = append(w.out, t.delimiter)
		}
		return
	}
	w.write(tag)
	w.write(formatTags[t.format])
	w.write(">")
}

// nextByte is the first byte of what follows token i, or a line end.
func (w *Writer) nextByte(i int) byte {
	run := &w.run
	for i++; i < len(run.tokens); i++ {
		switch t := &run.tokens[i]; t.kind {
		case textToken, rawToken:
			if t.seen&uncommon != 0 && w.beginsWithReference(i) {
				return '&'
			}
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
			case w.At.Lines == ParagraphLines:
				return '\\' // Before spaces, too: some renderers let a backslash there escape what the next line begins with.
			case w.escape.isTag(t):
				return '<'
			}
			return ' '
		default:
			switch {
			case t.format == LinkFormat && t.kind == closeToken:
				return ']'
			case t.format == LinkFormat && w.isAutolink(i):
				return '<'
			case t.format == LinkFormat:
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

// beginsWithReference reports whether the text of token i may begin with white space that is written as a character reference.
func (w *Writer) beginsWithReference(i int) bool {
	t := &w.tokens[i]
	text := w.text[t.start:t.end]
	return lineSeparator(text) == 0 || i == len(w.tokens)-1 && trailingSpaces(text) == len(text)
}
