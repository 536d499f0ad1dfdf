package markdown_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/markdown"
	"tidemark/core/internal/page"
)

// defaults are the settings of a user who sets nothing but that text is escaped strictly.
func defaults() markdown.Settings {
	return markdown.Settings{
		Options: inline.Options{
			Em: '*', Strong: "**", Break: "\\", Strikethrough: true, TaskLists: true, Autolinks: true, Footnotes: true, Alerts: true,
		},
		Page: page.Options{Footnotes: true, Alerts: true, DataImages: page.Alt},
		HR:   "---", Bullet: '-', Fence: "```", Tables: true,
	}
}

func convertWith(t testing.TB, s markdown.Settings, source string) string {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true, Embedded: true, Islands: true}))
	out, err := new(markdown.Renderer).Render(context.Background(), nil, &doc, s.Compile())
	require.NoError(t, err)
	return string(out)
}

func convert(t testing.TB, source string) string {
	t.Helper()
	return convertWith(t, defaults(), source)
}

// conversion is a row of a table test.
type conversion struct{ html, markdown string }

func check(t *testing.T, rows []conversion) {
	t.Helper()
	checkWith(t, defaults(), rows)
}

func checkWith(t *testing.T, s markdown.Settings, rows []conversion) {
	t.Helper()
	for _, row := range rows {
		assert.Equal(t, row.markdown, convertWith(t, s, row.html), "of %s", row.html)
	}
}

func parse(t testing.TB, source string) *dom.Document {
	t.Helper()
	doc := new(dom.Document)
	require.NoError(t, new(html.Parser).Parse(context.Background(), doc, []byte(source), html.Options{Scripting: true, Embedded: true, Islands: true}))
	return doc
}
