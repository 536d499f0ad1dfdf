package markdown

import (
	"bytes"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/watch"
)

// writeCodeSpan writes a code span with delimiters that its text does not hold.
// https://spec.commonmark.org/0.31.2/#code-spans
func (r *Renderer) writeCodeSpan(code []byte, l lines) {
	if l == cellLine && (bytes.Contains(code, []byte(`\|`)) || lineSeparator(code) >= 0) || r.run.escape.inLink && bytes.IndexByte(code, '`') >= 0 {
		r.writeCodeElement(code)
		return
	}
	ticks := shortestAbsentRun(&r.watch, code)
	pad := r.followsMailbox(code) || code[0] == '`' || code[len(code)-1] == '`' ||
		code[0] == ' ' && code[len(code)-1] == ' ' && len(bytes.Trim(code, " ")) > 0
	for range ticks {
		r.w.text("`")
	}
	if pad {
		r.w.text(" ")
	}
	r.w.out = append(r.w.out, r.w.long(code)...)
	if pad {
		r.w.text(" ")
	}
	for range ticks {
		r.w.text("`")
	}
}

// followsMailbox tells of code that begins like the rest of an e-mail address, right behind what could be its start: some readers
// take the backtick between them for a part of it.
func (r *Renderer) followsMailbox(code []byte) bool {
	n, at := len(r.w.out), bytes.IndexByte(code, '@')
	return at >= 0 && n > r.w.begin && isEmailChar(r.w.out[n-1]) && all(code[:at], isEmailChar)
}

// shortestAbsentRun is the length of the shortest run of backticks that code does not hold.
func shortestAbsentRun(w *watch.Watch, code []byte) int {
	var held uint64 // by length
	for i, far := 0, watch.Every; i < len(code); {
		if i >= far {
			w.Look()
			far = i + watch.Every
		}
		if code[i] != '`' {
			i++
			continue
		}
		start := i
		for i < len(code) && code[i] == '`' {
			i++
		}
		if i-start < 64 {
			held |= 1 << (i - start)
		}
	}
	for n := 1; n < 64; n++ {
		if held&(1<<n) == 0 {
			return n
		}
	}
	return longestRun(w, code, '`') + 1
}

// writeCodeElement writes code as HTML. In a table cell a backslash before a pipe and a line separator have no other form, and some readers
// see no link around backticks in code.
func (r *Renderer) writeCodeElement(code []byte) {
	if !r.settings.DropHTML {
		r.w.text("<code>")
	}
	for separator := lineSeparator(code); separator >= 0; separator = lineSeparator(code) {
		r.writeReferences(code[:separator])
		r.w.out = appendSpaceReferences(r.w.out, code[separator:separator+separatorSize])
		code = code[separator+separatorSize:]
	}
	r.writeReferences(code)
	if !r.settings.DropHTML {
		r.w.text("</code>")
	}
}

// writeReferences writes text with its punctuation as character references.
func (r *Renderer) writeReferences(text []byte) {
	for _, b := range text {
		if !ascii.IsPunct(b) {
			r.w.out = append(r.w.out, b)
			continue
		}
		r.w.out = append(r.w.out, '&', '#')
		if b >= 100 {
			r.w.out = append(r.w.out, '1')
		}
		r.w.out = append(r.w.out, '0'+b/10%10, '0'+b%10, ';')
	}
}

// lastOf is the index of the last of the code spans or formulas that touch, of which token i is the first. Written one by
// one, the delimiters between them would be one run.
func (r *run) lastOf(i int) int {
	for i+1 < len(r.tokens) && r.tokens[i+1].kind == r.tokens[i].kind {
		i++
	}
	return i
}
