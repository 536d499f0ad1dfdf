package tokens

// Sum is Estimate by the features that weights are fitted for.
func (m Model) Sum(text []byte) float64 {
	sum := 0
	m.Visit(text, func(_ []byte, features []uint16) {
		tokens := 0
		for _, f := range features {
			tokens += int(models[m].weights[f])
		}
		sum += max(tokens, scale)
	})
	return float64(sum) / scale * lowered
}
