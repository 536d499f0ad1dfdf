package inline

// IsDisplayedMath reports whether the run is displayed formulas and nothing else but emphasis around them.
func (r *run) IsDisplayedMath() bool {
	for _, t := range r.tokens {
		switch t.kind {
		case mathToken:
			if !t.displayed() {
				return false
			}
		case textToken:
			if string(r.text[t.start:t.end]) != " " {
				return false
			}
		case breakToken:
		case openToken, closeToken:
			if t.format == LinkFormat {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// NextFormula returns the first formula of the run from token i on, and the token after it. The TeX is nil if there is none.
func (w *Writer) NextFormula(i int) (tex []byte, next int) {
	for ; i < len(w.tokens) && !w.stopped(); i++ {
		if t := &w.tokens[i]; t.kind == mathToken {
			return w.text[t.start:t.end], i + 1
		}
	}
	return nil, i
}

// IsFormulaBlock reports whether Markdown reads the TeX of the displayed formula that token i is as it stands, in a block of its own: if
// not it has to be code.
func (w *Writer) IsFormulaBlock(i int) bool {
	text, tokens, formula := w.text, w.tokens, w.tokens[i]
	w.text = text[formula.start:formula.end]
	w.tokens = tokens[i : i+1]
	w.tokens[0].start, w.tokens[0].end = 0, int32(len(w.text))
	w.escape.begin(w, w.At.LineStart)
	w.delims.resolve(w)
	literal := w.tokens[0].delimiter == 0 && !w.EndsParagraph(w.text)
	w.text, w.tokens = text, tokens
	w.tokens[i] = formula
	return literal
}

// EndsParagraph reports whether a line of the formula that was asked about last would begin another block.
func (w *Writer) EndsParagraph(line []byte) bool { return w.escape.endsParagraph(line) }

// endsParagraph reports whether a line would begin another block.
func (e *escaper) endsParagraph(line []byte) bool {
	return !e.none && (e.interrupts(line) || line[0] == '<' && startsTag(byteAfter(line, 0, '\n')))
}
