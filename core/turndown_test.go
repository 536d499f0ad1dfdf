package core_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

const turndownDefaults = `{"#turndown":{"headingStyle":"setext","hr":"* * *","bulletListMarker":"*","codeBlockStyle":"indented","fence":"` + "```" + `","emDelimiter":"_",` +
	`"strongDelimiter":"**","linkStyle":"inlined","linkReferenceStyle":"full","br":"  ","preformattedCode":false,"keep":["u"],"remove":["q"],"unfinished":false}}`

func TestTurndown(t *testing.T) {
	o, err := core.ParseOptions([]byte(turndownDefaults))
	require.NoError(t, err)
	c := newConverter(t, o)
	document := "<!doctype html><body><h1>a</h1><ul><li>b</ul><p><em>c</em> <u>d</u><q>e</q><hr>f</body>"
	const markdown = "a\n=\n\n*   b\n\n_c_ <u>d</u>\n\n* * *\n\nf"
	assert.Equal(t, markdown, convert(t, c, document))

	// What is in a body may come in the encoding that a document says, and after tags that a body has no place for.
	fromBytes, err := c.ConvertBytes(t.Context(), []byte("<meta charset=windows-1252><tr><td>\x80"))
	require.NoError(t, err)
	assert.Equal(t, "€", fromBytes)
}

func TestTurndownOptions(t *testing.T) {
	const document = "<h1>a</h1><pre><code>b</code></pre><p><a href=u>c</a>"
	for options, markdown := range map[string]string{
		`{"headingStyle":"setext"}`:                                   "a\n=\n\nb\n\nc",
		`{"codeBlockStyle":"indented","linkStyle":"inlined"}`:         "# a\n\n    b\n\n[c](u)",
		`{"codeBlockStyle":"fenced","fence":"é~"}`:                    "# a\n\nééé\nb\nééé\n\nc",
		`{"linkStyle":"referenced"}`:                                  "# a\n\nb\n\n[c][1]\n\n[1]: u",
		`{"linkStyle":"referenced","linkReferenceStyle":"collapsed"}`: "# a\n\nb\n\n[c][]\n\n[c]: u",
		`{"linkStyle":"referenced","linkReferenceStyle":"shortcut"}`:  "# a\n\nb\n\n[c]\n\n[c]: u",
	} {
		o, err := core.ParseOptions([]byte(`{"#turndown":` + options + `}`))
		require.NoError(t, err)
		assert.Equal(t, markdown, convert(t, newConverter(t, o), document))
	}
	for _, options := range []string{`{"unknown":1}`, `{"hr":1}`, `{},"gfm":true`} {
		_, err := core.ParseOptions([]byte(`{"#turndown":` + options + `}`))
		var wrong *core.Error
		require.ErrorAs(t, err, &wrong)
		assert.Equal(t, core.CodeInvalidOption, wrong.Code)
	}
}

func TestTurndownLimits(t *testing.T) {
	for _, o := range []core.Options{
		{Turndown: &core.Turndown{}, MaxOutputBytes: 2}, {Turndown: &core.Turndown{}, MaxDepth: 1}, {Turndown: &core.Turndown{}, MaxInputBytes: 10},
	} {
		_, err := newConverter(t, o).Convert(t.Context(), "<blockquote><blockquote>a</blockquote></blockquote>")
		var tooLarge *core.Error
		require.ErrorAs(t, err, &tooLarge)
		assert.Equal(t, core.CodeInputTooLarge, tooLarge.Code)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := newConverter(t, core.Options{Turndown: &core.Turndown{}}).Convert(ctx, "a")
	assert.ErrorIs(t, err, context.Canceled)
}
