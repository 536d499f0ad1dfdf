package core_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// TestInPieces holds that a document is the same Markdown whether it is parsed whole or in pieces.
func TestInPieces(t *testing.T) {
	inputs := splitInputs(t)
	require.Greater(t, len(inputs), 850)
	for _, input := range inputs {
		// Long enough to be cut, and not the same everywhere.
		long := input.html + strings.Repeat("<p>ebb "+input.html, 1+(70<<10)/(len(input.html)+7))
		for _, html := range []string{input.html, long} {
			c := newConverter(t, input.options)
			pieces := core.InPieces(c)
			want, err := c.Convert(context.Background(), html)
			require.NoError(t, err)
			got, err := pieces.Convert(context.Background(), html)
			require.NoError(t, err)
			require.Equal(t, want, got, input.name)

			want, err = c.ConvertBytes(context.Background(), []byte(html))
			require.NoError(t, err)
			got, err = pieces.ConvertBytes(context.Background(), []byte(html))
			require.NoError(t, err)
			require.Equal(t, want, got, input.name)

			valid := []byte(strings.ToValidUTF8(html, "\uFFFD"))
			whole, err := c.AppendValidText(context.Background(), []byte("before"), valid)
			require.NoError(t, err)
			cut, err := pieces.AppendValidText(context.Background(), []byte("before"), valid)
			require.NoError(t, err)
			require.Equal(t, string(whole), string(cut), input.name)
		}
	}
}

// TestLongIsInPieces holds that a long page is the Markdown that it is as a whole, and that an error leaves dst as it was.
func TestLongIsInPieces(t *testing.T) {
	page := []byte(strings.Repeat("<h2>Tide</h2><p>é <b>ebb</b> and <a href=/flow>flow</a><ul><li>a<li>b</ul>", 80_000))
	c := newConverter(t, core.Options{MaxOutputBytes: 1 << 20})
	out, err := c.AppendValidText(context.Background(), []byte("before"), page)
	assert.Equal(t, "before", string(out))
	assertTooLarge(t, err, "Expected at most 1048576 bytes of Markdown (options.maxOutputBytes) but the document makes more")

	c = newConverter(t, core.Options{})
	whole, err := core.Whole(c).AppendValidText(context.Background(), nil, page)
	require.NoError(t, err)
	out, err = c.AppendValidText(context.Background(), []byte("before"), page)
	require.NoError(t, err)
	assert.True(t, "before"+string(whole) == string(out))
}
