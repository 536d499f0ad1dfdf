package turndown_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/turndown"
)

func TestLimits(t *testing.T) {
	var r turndown.Renderer
	quotations := strings.Repeat("<blockquote>a", 10)
	_, err := render(t, &r, func(s *turndown.Settings) { s.MaxDepth = 9 }, quotations)
	assert.ErrorIs(t, err, turndown.ErrTooDeep)
	_, err = render(t, &r, func(s *turndown.Settings) { s.MaxDepth = 10 }, quotations)
	assert.NoError(t, err)

	_, err = render(t, &r, func(s *turndown.Settings) { s.MaxOutputBytes = 9 }, "0123456789")
	assert.ErrorIs(t, err, turndown.ErrTooLong)
	_, err = render(t, &r, func(s *turndown.Settings) { s.MaxOutputBytes = 10 }, "0123456789")
	assert.NoError(t, err)
}

// What is written once must not be looked through at each level: the length of the Markdown is bounded by that of the document, and
// the work by both.
func TestNesting(t *testing.T) {
	const n = 10_000
	var r turndown.Renderer
	referenced := func(s *turndown.Settings) { s.Link, s.Keep = turndown.Referenced, []string{"u"} }
	for _, test := range []struct {
		begin, end string
		change     func(*turndown.Settings)
	}{
		{"<div>", "</div>", nil}, {"<span>", "</span>", nil}, {"<b>a", "</b>", nil}, {"<b>&nbsp;", "</b>", nil}, {"<b>", "</b>&nbsp;", nil},
		{"<span>&nbsp;", "&nbsp;</span>", nil}, {"<code>a", "</code>", nil}, {"<h1>a<div>", "</div></h1>", nil}, {"<b><div>", "</div></b>", nil},
		{"<blockquote>", "</blockquote>", nil}, {"<ul><li>", "</li></ul>", nil}, {"<a href=u><div>", "</div></a>", nil}, {"<pre><code>", "</code></pre>", nil},
		{"<table><tr><td>", "</td></tr></table>", nil}, {"<u>a<a href=u></a>", "</u>", referenced}, {"<i>&nbsp;a<ul><li><br></ul>", "</i>", nil},
	} {
		document := strings.Repeat(test.begin, n) + "x" + strings.Repeat(test.end, n)
		markdown, err := render(t, &r, test.change, document)
		require.NoError(t, err)
		assert.Contains(t, markdown, "x")
		assert.Less(t, len(markdown), 10*len(document), "bytes of %s", test.begin)
	}
}
