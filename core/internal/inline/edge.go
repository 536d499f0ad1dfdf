package inline

import "unicode/utf8"

// ideographicSpace indents paragraphs in Chinese and Japanese.
const ideographicSpace = '\u3000'

// DropMark has the next run leave out a character that it begins with, if that is not zero: something else says the same.
func (w *Writer) DropMark(mark rune) { w.mark = mark }

// dropMark leaves it out, with the space behind it.
func (r *run) dropMark() {
	if t := &r.tokens[0]; t.kind == textToken {
		if c, size := utf8.DecodeRune(r.text[t.start:t.end]); c == r.mark {
			t.start += int32(size)
			for t.start < t.end && r.text[t.start] == ' ' {
				t.start++
			}
		}
	}
	r.mark = 0
}

// isPadding reports whether a character is a space that does not collapse and is there to keep something apart or up: at the edge of a block
// it does neither.
func isPadding(c rune) bool {
	return c == '\u00a0' || c == '\u2007' || c == '\u202f' || c == ideographicSpace
}

// trimEdges takes padding away where the run begins and ends, and the line breaks that only it had kept. All formatting is closed.
func (r *run) trimEdges() {
	if n := len(r.tokens); n > 0 {
		if t := &r.tokens[0]; t.kind == breakToken || t.kind == textToken && r.text[t.start] >= utf8.RuneSelf {
			r.trimStart(true)
		}
	}
	if n := len(r.tokens); n > 0 {
		if t := &r.tokens[n-1]; t.kind == textToken && r.text[t.end-1] >= utf8.RuneSelf {
			r.trimEnd()
		}
	}
}

// TrimStart takes padding away where the run begins, as it is done in a line of one block.
func (w *Writer) TrimStart() { w.run.trimStart(false) }

// trimStart takes padding away where the run begins, but for what indents a paragraph, where that is kept.
func (r *run) trimStart(keepIndent bool) {
	gone := 0 // so many tokens
	for ; gone < len(r.tokens); gone++ {
		r.lookAt(gone)
		t := &r.tokens[gone]
		if t.kind == breakToken {
			continue
		}
		if t.kind != textToken {
			break
		}
		at, indent := t.start, t.start
		for at < t.end {
			c, size := utf8.DecodeRune(r.text[at:t.end])
			if !isPadding(c) && c != ' ' {
				break
			}
			if at += int32(size); c != ideographicSpace {
				indent = at
			}
		}
		if keepIndent && indent < at && r.beginsSpaceless(at) {
			t.start = indent
			break
		}
		if t.start = at; at < t.end {
			break
		}
	}
	r.removeFirst(gone)
}

// beginsSpaceless reports whether one of the first characters of the text of the run from a place on is of a script that is written without
// spaces.
func (r *run) beginsSpaceless(at int32) bool {
	const near = 32
	text := r.text[at:]
	for range near {
		c, size := utf8.DecodeRune(text)
		if text = text[size:]; isSpaceless(c) {
			return true
		}
	}
	return false
}

// trimEnd takes padding away where the run ends, and the mark that some generators put there to keep a line from breaking.
func (r *run) trimEnd() {
	for trimmed := false; len(r.tokens) > 0; trimmed = true {
		last := len(r.tokens) - 1
		for last > 0 && trimmed && r.tokens[last].kind == closeToken {
			last--
		}
		t := &r.tokens[last]
		switch {
		case t.kind == breakToken && trimmed:
			r.remove(last)
			continue
		case t.kind != textToken || last < len(r.tokens)-1:
			return
		}
		for t.end > t.start {
			c, size := utf8.DecodeLastRune(r.text[t.start:t.end])
			if !isPadding(c) && c != ' ' && c != '\ufeff' {
				return
			}
			t.end -= int32(size)
		}
		r.remove(last)
	}
}

// removeFirst takes so many tokens out where the run begins, none of which opens formatting.
func (r *run) removeFirst(n int) {
	if n == 0 {
		return
	}
	r.tokens = append(r.tokens[:0], r.tokens[n:]...)
	for i := range r.tokens {
		r.lookAt(i)
		if t := &r.tokens[i]; t.kind == openToken || t.kind == closeToken {
			t.pair -= int32(n)
		}
	}
}

// remove takes a token out that no other belongs to, and that only ends of formatting follow.
func (r *run) remove(at int) {
	r.tokens = append(r.tokens[:at], r.tokens[at+1:]...)
	for i := at; i < len(r.tokens); i++ {
		r.tokens[r.tokens[i].pair].pair = int32(i)
	}
}
