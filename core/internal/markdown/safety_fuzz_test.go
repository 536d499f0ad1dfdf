package markdown_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzSafety looks for a document of which goldmark, with HTML let through, shows something that the document does not. The number
// chooses the options.
func FuzzSafety(f *testing.F) {
	parts := readSafetyParts(f)
	for seed := range uint64(200) {
		a := attacker{parts, rand.New(rand.NewPCG(seed, 3))}
		source, _ := a.document()
		f.Add(source, seed)
	}
	f.Fuzz(func(t *testing.T, source string, seed uint64) {
		source = strings.ToValidUTF8(source, "\ufffd")
		a := attacker{parts, rand.New(rand.NewPCG(seed, 4))}
		c := a.options()
		markdown := convertSafely(t, source, c)
		require.Empty(t, judge(t, source, c, renderBack(t, bold, markdown)), "of %q\nwith %s\nby way of %q", source, c, markdown)
	})
}
