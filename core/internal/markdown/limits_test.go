package markdown_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/markdown"
	"tidemark/core/internal/tool/watchtest"
)

func TestMaxOutputBytes(t *testing.T) {
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte("<p>abc<p>def"), html.Options{Scripting: true}))
	s := defaults()
	s.MaxOutputBytes = 8
	out, err := new(markdown.Renderer).Render(context.Background(), []byte("before "), &doc, s.Compile())
	require.NoError(t, err)
	assert.Equal(t, "before abc\n\ndef", string(out))

	s.MaxOutputBytes = 7
	_, err = new(markdown.Renderer).Render(context.Background(), []byte("before "), &doc, s.Compile())
	assert.ErrorIs(t, err, markdown.ErrTooLong)
}

// Quotations multiply what is written; the limit holds while it is.
func TestMaxOutputBytesBoundsMemory(t *testing.T) {
	source := strings.Repeat("<blockquote>", 400) + "<pre>" + strings.Repeat("x\n", 1_000_000)
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true}))
	s := defaults()
	s.MaxOutputBytes = 100_000
	out, err := new(markdown.Renderer).Render(context.Background(), nil, &doc, s.Compile())
	assert.ErrorIs(t, err, markdown.ErrTooLong)
	assert.Less(t, cap(out), 1_000_000)
}

func TestContextEndsRendering(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(ctx, &doc, []byte(strings.Repeat("<p>x", 5000)), html.Options{Scripting: true}))
	cancel()
	s := defaults()
	_, err := new(markdown.Renderer).Render(ctx, nil, &doc, s.Compile())
	assert.ErrorIs(t, err, context.Canceled)
}

// A document may be one long text: the context ends that, too.
func TestContextEndsLongText(t *testing.T) {
	for _, source := range []string{strings.Repeat("*a_b~~", 20_000), strings.Repeat("a ", 1<<20), "<pre>" + strings.Repeat("a\n", 10_000)} {
		var doc dom.Document
		require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true}))
		s := defaults()
		ctx := watchtest.EndsAt(2)
		_, err := new(markdown.Renderer).Render(ctx, nil, &doc, s.Compile())
		assert.ErrorIs(t, err, context.Canceled)
		assert.Less(t, ctx.Asked(), int64(4), "went on after the end")
	}
}
