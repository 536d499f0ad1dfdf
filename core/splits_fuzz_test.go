package core_test

import (
	"context"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// FuzzSplits looks for a document, options and a way to cut the document of which the Markdown is not that of the whole. The number
// chooses the options and the cuts.
func FuzzSplits(f *testing.F) {
	data, err := os.ReadFile("internal/markdown/testdata/safety.json")
	require.NoError(f, err)
	var parts struct {
		Blocks  []string
		Options map[string][]any
	}
	require.NoError(f, json.Unmarshal(data, &parts))
	for i, block := range parts.Blocks {
		f.Add([]byte(block+"<p>“é”"), uint64(i))
	}
	f.Fuzz(func(t *testing.T, document []byte, seed uint64) {
		random := rand.New(rand.NewPCG(seed, 5))
		options := randomOptions(t, random, parts.Options)
		chooseAtRandom(&options, random)
		whole := newConverter(t, options)
		for _, c := range []*core.Converter{whole, core.Shrunk(whole, 30, 20, 1)} {
			want, err := c.ConvertBytes(context.Background(), document)
			require.NoError(t, err)
			for _, length := range []func() int{always(1), upTo(random, 40), thenAll(1 + random.IntN(1+len(document)))} {
				got, err := streamed(c, document, length)
				require.NoError(t, err)
				require.Equal(t, want, got, "of %q", document)
			}
		}
	})
}

// chooseAtRandom has more than half of the documents converted with selectors.
func chooseAtRandom(o *core.Options, random *rand.Rand) {
	selectors := []string{
		"p", "div > *", "b, i, a", "li, td", "ul, table, tr", "p + p, li ~ li", "div:first-child, p:nth-of-type(2)", "[class], [id]", "span, x-y, blockquote, h1",
		":not(div) > :nth-child(2n)", "div div", ":is(section, div, body) p", "li:last-child", "p:has(b)", "rt, rp, ruby, script", "html, head, body", "sup, dt, pre, code, img",
	}
	for _, list := range []*[]string{&o.Include, &o.Exclude, &o.Keep, &o.Unwrap} {
		if random.IntN(5) == 0 {
			*list = []string{selectors[random.IntN(len(selectors))]}
		}
	}
}

// randomOptions chooses half of the options at random.
func randomOptions(t *testing.T, random *rand.Rand, values map[string][]any) core.Options {
	t.Helper()
	chosen := map[string]any{}
	members := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if value := values[name][random.IntN(len(values[name]))]; random.IntN(2) > 0 {
			continue
		} else if member, ok := strings.CutPrefix(name, "gfm."); ok {
			members[member] = value
		} else {
			chosen[name] = value
		}
	}
	if len(members) > 0 {
		chosen["gfm"] = members
	}
	text, err := json.Marshal(chosen)
	require.NoError(t, err)
	options, err := core.ParseOptions(text)
	require.NoError(t, err)
	return options
}
