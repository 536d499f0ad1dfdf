package core_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// TestSplitsWithSelectors wants the Markdown of the whole with selectors, too, of each document with some of them.
func TestSplitsWithSelectors(t *testing.T) {
	skipWithRaces(t)
	random := rand.New(rand.NewPCG(3, 4))
	for _, input := range splitInputs(t) {
		for range 6 {
			o := input.options
			chooseAtRandom(&o, random)
			whole := newConverter(t, o)
			for _, c := range []*core.Converter{whole, core.Shrunk(whole, 30, 20, 1)} {
				want, err := c.ConvertBytes(context.Background(), []byte(input.html))
				require.NoError(t, err)
				for _, length := range []func() int{always(1), upTo(random, 40), thenAll(1 + random.IntN(1+len(input.html)))} {
					got, err := streamed(c, []byte(input.html), length)
					require.NoError(t, err)
					if got != want {
						require.Equal(t, want, got, "%s: %q with %q, %q, %q, %q", input.name, input.html, o.Include, o.Exclude, o.Keep, o.Unwrap)
					}
				}
			}
		}
	}
}
