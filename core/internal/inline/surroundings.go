package inline

import "bytes"

// escapeClosingSequence escapes number signs at the end, which would only close the heading.
func (w *Writer) escapeClosingSequence(start int) {
	if w.options.EscapeNone {
		return
	}
	n := len(w.out)
	for n > start && w.out[n-1] == '#' {
		n--
	}
	if n < len(w.out) && (n == start || w.out[n-1] == ' ') {
		w.out = append(w.out, 0)
		copy(w.out[n+1:], w.out[n:])
		w.out[n] = '\\'
	}
}

// escapePipes escapes what would end the cell. A renderer takes these escapes away before it reads the cell, so that they
// hold in code, too.
func (w *Writer) escapePipes(start int) {
	pipes := bytes.Count(w.out[start:], []byte("|"))
	if pipes == 0 {
		return
	}
	from := len(w.out)
	w.out = append(w.out, make([]byte, pipes)...)
	for to := len(w.out); from > start; {
		from--
		to--
		c := w.out[from]
		w.out[to] = c
		if c == '|' {
			to--
			w.out[to] = '\\'
		}
	}
}
