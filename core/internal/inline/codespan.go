package inline

import (
	"bytes"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/watch"
)

// writeCodeSpan writes a code span with delimiters that its text does not hold.
// https://spec.commonmark.org/0.31.2/#code-spans
func (w *Writer) writeCodeSpan(code []byte) {
	if w.At.Lines == CellLine && (bytes.Contains(code, []byte(`\|`)) || lineSeparator(code) >= 0) || w.run.escape.inLink && bytes.IndexByte(code, '`') >= 0 {
		w.writeCodeElement(code)
		return
	}
	ticks := shortestAbsentRun(w.watch, code)
	pad := w.followsMailbox(code) || code[0] == '`' || code[len(code)-1] == '`' ||
		code[0] == ' ' && code[len(code)-1] == ' ' && len(bytes.Trim(code, " ")) > 0
	for range ticks {
		w.write("`")
	}
	if pad {
		w.write(" ")
	}
	w.out = append(w.out, w.long(code)...)
	if pad {
		w.write(" ")
	}
	for range ticks {
		w.write("`")
	}
}

// followsMailbox reports whether code begins like the rest of an e-mail address, right after what could be its start: some readers
// take the backtick between them for a part of it.
func (w *Writer) followsMailbox(code []byte) bool {
	n, at := len(w.out), bytes.IndexByte(code, '@')
	return at >= 0 && n > w.At.Begin && isEmailChar(w.out[n-1]) && all(code[:at], isEmailChar)
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
	return LongestRun(w, code, '`') + 1
}

// writeCodeElement writes code as HTML. In a table cell a backslash before a pipe and a line separator have no other form, and some readers
// see no link around backticks in code.
func (w *Writer) writeCodeElement(code []byte) {
	if !w.options.DropHTML {
		w.write("<code>")
	}
	for separator := lineSeparator(code); separator >= 0; separator = lineSeparator(code) {
		w.writeReferences(code[:separator])
		w.out = appendSpaceReferences(w.out, code[separator:separator+separatorSize])
		code = code[separator+separatorSize:]
	}
	w.writeReferences(code)
	if !w.options.DropHTML {
		w.write("</code>")
	}
}

// writeReferences writes text with its punctuation as character references.
func (w *Writer) writeReferences(text []byte) {
	for _, b := range text {
		if !ascii.IsPunct(b) {
			w.out = append(w.out, b)
			continue
		}
		w.out = append(w.out, '&', '#')
		if b >= 100 {
			w.out = append(w.out, '1')
		}
		w.out = append(w.out, '0'+b/10%10, '0'+b%10, ';')
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

// LongestRun is the length of the longest run of c.
func LongestRun(w *watch.Watch, text []byte, c byte) int {
	longest, length := 0, 0
	for i, b := range text {
		if i%watch.Every == 0 {
			w.Look()
		}
		if b != c {
			length = 0
			continue
		}
		length++
		longest = max(longest, length)
	}
	return longest
}
