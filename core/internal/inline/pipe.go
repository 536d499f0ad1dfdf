package inline

import "bytes"

// escapePipes escapes what would end the cell. A renderer takes these escapes away before it reads the cell, so that they
// hold in code, too.
func (w *Writer) escapePipes(start int) {
	pipes := bytes.Count(w.out[start:], []byte("|"))
	if pipes == 0 {
		return
	}
	if w.Marks != nil {
		w.Marks.shiftAfter(w.out, start, '|')
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
