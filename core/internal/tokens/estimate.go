package tokens

import "unicode/utf8"

// model is a tokenizer, as far as it is known.
type model struct {
	cutsAtCase bool // pieces of letters end before one of upper case that follows one of lower case
	weights    *[features]int8
}

// scale is what a token is in weights.
const scale = 32

// lowered is what estimates are made lower by on average. What fits into a limit is rarely taken for too much then.
const lowered = 0.975

// estimate returns how many tokens text is.
func (m *model) estimate(text []byte) float64 {
	sum := 0
	for at := 0; at < len(text); {
		p := m.next(text, at)
		at = p.end
		switch p.kind {
		case word:
			sum += max(scale, m.ofWord(text[p.start:p.letters], text[p.letters:p.end]))
		case punctuation:
			sum += max(scale, m.ofSymbols(text[p.start:p.end]))
		default:
			sum += scale
		}
	}
	return float64(sum) / scale * lowered
}

// ofWord is the sum of the weights of the features of a word, as appendLetters gives them.
func (m *model) ofWord(front, text []byte) int {
	w := m.weights
	sum := int(w[wordBefore])
	if len(front) > 0 {
		sum = int(w[wordBefore+symbolOf[front[0]]])
	}
	before, last := uint16(0), uint16(0)
	for i, c := range text {
		switch classes[c] {
		case upper:
			if i == 0 {
				sum += int(w[wordTitle])
			} else {
				sum += int(w[wordUpper])
			}
		case lead:
			var buf [6 * longest]uint16
			sum = 0
			for _, f := range appendWord(buf[:0], front, text) {
				sum += int(w[f])
			}
			return sum
		}
		letter := uint16(c|0x20) - 'a' + 1
		sum += int(w[letterPairs+last*letters+letter]) + int(w[tripleOf(before, last, letter)])
		before, last = last, letter
	}
	return sum + int(w[letterPairs+last*letters]) + int(w[tripleOf(before, last, 0)])
}

// ofSymbols is that of punctuation.
func (m *model) ofSymbols(text []byte) int {
	w := m.weights
	sum := 0
	last := uint16(0)
	for _, c := range text {
		if c >= utf8.RuneSelf {
			var buf [4 * longest]uint16
			sum = 0
			for _, f := range appendSymbols(buf[:0], text) {
				sum += int(w[f])
			}
			return sum
		}
		symbol := symbolOf[c]
		sum += int(w[symbolPairs+last*symbols+symbol])
		last = symbol
	}
	return sum + int(w[symbolPairs+last*symbols])
}
