package htmlwriter

import "tidemark/core/internal/ascii"

// newLine goes to the beginning of a line.
func (w *Writer) newLine() {
	for len(w.out) > w.start && w.out[len(w.out)-1] == ' ' {
		w.out = w.out[:len(w.out)-1]
	}
	if len(w.out) > w.start && w.out[len(w.out)-1] != '\n' {
		w.text("\n")
	}
}

// contentText writes text of content, with its white space collapsed.
func (w *Writer) contentText(s string) {
	for i := 0; i < len(s); {
		if ascii.IsSpace(s[i]) {
			i = ascii.AfterSpace(s, i+1)
			if n := len(w.out); n > w.start && w.out[n-1] != ' ' && w.out[n-1] != '\n' {
				w.text(" ")
			}
			continue
		}
		end := i
		for end < len(s) && !ascii.IsSpace(s[end]) {
			end++
		}
		w.out = appendText(w.out, s[i:end])
		i = end
	}
	w.check()
}
