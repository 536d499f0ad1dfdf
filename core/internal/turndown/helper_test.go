package turndown_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/turndown"
)

// conversion is a document and its Markdown, as Turndown 7.2.5 writes it.
type conversion struct{ html, markdown string }

// check checks conversions with the defaults of Turndown, changed.
func check(t *testing.T, change func(*turndown.Settings), conversions []conversion) {
	t.Helper()
	var r turndown.Renderer
	for _, c := range conversions {
		markdown, err := render(t, &r, change, c.html)
		require.NoError(t, err)
		assert.Equal(t, c.markdown, markdown, "of %s", c.html)
	}
}

func render(t *testing.T, r *turndown.Renderer, change func(*turndown.Settings), document string) (string, error) {
	t.Helper()
	s := turndown.Settings{HeadingSetext: true, HR: "* * *", Bullet: "*", Fence: "`", Em: "_", Strong: "**", Break: "  "}
	if change != nil {
		change(&s)
	}
	var p html.Parser
	var doc dom.Document
	require.NoError(t, p.Parse(t.Context(), &doc, []byte(document), html.Options{InBody: true, Comments: true}))
	out, err := r.Render(t.Context(), []byte("before "), &doc, s.Compile())
	require.Equal(t, "before ", string(out[:7]))
	return string(out[7:]), err
}
