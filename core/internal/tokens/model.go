package tokens

// Model is a tokenizer.
type Model uint8

const (
	O200k  Model = iota // of GPT-4o and later
	CL100k              // of GPT-4 and GPT-3.5
)

var models = [...]model{
	O200k:  {cutsAtCase: true, weights: &o200kWeights},
	CL100k: {weights: &cl100kWeights},
}

// Estimate returns about how many tokens a text is, which is valid UTF-8.
func (m Model) Estimate(text []byte) float64 { return models[m].estimate(text) }

// Bytes returns how many tokens a text is where four bytes are taken for one.
func Bytes(text []byte) float64 { return float64(len(text)) / 4 }
