package page

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// What the filter says no to, the vocabulary must know nothing of.
func TestClassesMissNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := slices.Sorted(vocabulary.All())
	pick := func() string {
		word := words[random.IntN(len(words))]
		switch random.IntN(4) {
		case 0:
			return word
		case 1:
			return word + "-x"
		case 2:
			return word[:random.IntN(len(word))]
		}
		return "mw-" + word
	}
	said, refused := 0, 0
	for range 20_000 {
		var list []string
		for range random.IntN(5) {
			list = append(list, pick())
		}
		value := strings.Join(list, []string{" ", "\n", "  ", "\t"}[random.IntN(4)])
		src := []byte(`="` + value + `"> and what follows`)
		mayHold := Classes.MayHold(src, 2, 2+len(value))
		says := vocabulary.Read(value) != 0
		assert.False(t, says && !mayHold, value)
		if says {
			said++
		}
		if !mayHold {
			refused++
		}
	}
	assert.Greater(t, said, 5000)
	assert.Greater(t, refused, 1000)
}
