package inline

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
		if w.Marks != nil {
			w.Marks.shift([]int{n}, 1)
		}
	}
}
