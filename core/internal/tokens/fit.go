package tokens

// Features is how many there are.
const Features = features

// Scale is what a token is in weights.
const Scale = scale

// Visit calls a function for each piece of text, with the features whose weights say how many tokens it is. Those of one that is a token in any
// case are none. It is for the program that fits the weights.
func (m Model) Visit(text []byte, visit func(piece []byte, features []uint16)) {
	var buf []uint16
	for at := 0; at < len(text); {
		p := models[m].next(text, at)
		at = p.end
		if buf = buf[:0]; p.kind == word || p.kind == punctuation {
			buf = p.appendFeatures(buf, text)
		}
		visit(text[p.start:p.end], buf)
	}
}
