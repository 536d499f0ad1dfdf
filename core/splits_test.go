package core_test

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// splitInput is a document with the options that it is for.
type splitInput struct {
	name, html string
	options    core.Options
}

// splitInputs are the examples of the specifications of CommonMark and GFM, the hard cases and the golden files.
func splitInputs(t *testing.T) (inputs []splitInput) {
	t.Helper()
	for _, file := range []string{"commonmark-0.31.2.json", "gfm-0.29.json"} {
		data, err := os.ReadFile(filepath.Join("internal/markdown/testdata", file))
		require.NoError(t, err)
		var examples []struct{ HTML string }
		require.NoError(t, json.Unmarshal(data, &examples))
		for _, e := range examples {
			inputs = append(inputs, splitInput{name: file, html: e.HTML})
		}
	}
	hard, err := filepath.Glob("testdata/hard/*.txt")
	require.NoError(t, err)
	for _, file := range hard {
		for _, c := range readHardCases(t, file) {
			options, err := core.ParseOptions([]byte(c.options))
			require.NoError(t, err)
			inputs = append(inputs, splitInput{c.name, c.html, options})
		}
	}
	for file, html := range goldenInputs(t) {
		inputs = append(inputs, splitInput{file, string(html), goldenOptions(t, strings.TrimSuffix(file, ".html")+".json")})
	}
	return inputs
}

// TestSplits cuts each document at every place in turn, into its bytes, and at random, and wants the Markdown of the whole. Half of
// it is done with the distances shrunk within which a document is held, so that small documents are written early and compacted too.
func TestSplits(t *testing.T) {
	skipWithRaces(t)
	inputs := splitInputs(t)
	require.Greater(t, len(inputs), 850)
	every := 1
	if testing.Short() {
		every = 7
	}
	random := rand.New(rand.NewPCG(7, 8))
	splits, withinCharacter := 0, 0
	for i := range inputs {
		input := &inputs[i]
		whole := newConverter(t, input.options)
		for _, c := range []*core.Converter{whole, core.Shrunk(whole, 30, 20, 1)} {
			want, err := c.ConvertBytes(context.Background(), []byte(input.html))
			require.NoError(t, err)
			check := func(length func() int) {
				got, err := streamed(c, []byte(input.html), length)
				require.NoError(t, err)
				if got != want {
					require.Equal(t, want, got, "%s: %q", input.name, input.html)
				}
				splits++
			}
			for at := 1 + i%every; at < len(input.html); at += every {
				if !utf8.RuneStart(input.html[at]) {
					withinCharacter++
				}
				check(thenAll(at))
			}
			check(always(1))
			for range 5 {
				check(upTo(random, 40))
			}
		}
	}
	require.Positive(t, withinCharacter)
	t.Logf("%d documents in %d ways, %d of them within a character: all as the whole", len(inputs), splits, withinCharacter)
}

// thenAll returns a first length, and then one that is longer than any document.
func thenAll(first int) func() int {
	next := first
	return func() int {
		n := next
		next = 1 << 30
		return n
	}
}
