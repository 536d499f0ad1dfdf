package core_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"tidemark/core"
)

// TestValuesInTemplatesRunNothing writes elements of what an attacker would write by templates that have no HTML of their own that runs, and
// renders the Markdown with all its HTML.
func TestValuesInTemplatesRunNothing(t *testing.T) {
	data, err := os.ReadFile("internal/markdown/testdata/safety.json")
	require.NoError(t, err)
	var parts struct{ Blocks, Texts, Inline []string }
	require.NoError(t, json.Unmarshal(data, &parts))
	pieces := append(append(append([]string{}, parts.Blocks...), append(parts.Texts, parts.Inline...)...), []string{
		"<b title='java' href='script:x' id='data' class=':text/html,x'>", "<b title='\"><script>' id='](javascript:x)' href='java&#10;script:x'>", "<i class='`<script>`' title=\"a' onload=x b='\">", "</b>", "</i>", "&lt;script>", "`", "```\n", "<a href='javascript:x'>",
		"<p title='&lt;img src=x onerror=x>'>", "<td>", "<li>", "]", "[", "(", "*", "<x-y title='&#10;&#10;<svg onload=x>'>", "\\", "&amp;lt;script>", "<pre>\n", "</pre>", "<code>", "|", "~~~", "\n\n", "-->", "<!--",
	}...)
	templates := []string{
		"{content}", "{text}", "**{@title}**", "[{text}]({@href} \"{@title}\")", "[{content}](<{@href}>)", "[x](https://x.y/{@id}?{@class} '{@title}')", "`{text}`", "`` {@title} ``", "```{@class}\n{text}\n```",
		"<mark title=\"{@title}\" class='{@class}'>{content}</mark>", "{html}", "![{@title}]({@href})", "[{text}]({@title}{@href})", "[{text}]({@id}{@class})", "# {text}", "- {content}\n- {text}", "| {@title} | {text} |", "~~~\n{@title}\n~~~",
	}
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	random := rand.New(rand.NewPCG(19, 9))
	rounds := 20_000
	if testing.Short() {
		rounds = 2000
	}
	for range rounds {
		var b strings.Builder
		for range 1 + random.IntN(8) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		var rules []core.Rule
		for _, selector := range []string{"b, p, x-y", "i, a, td, li", "pre, code", "*"} {
			if random.IntN(2) == 0 {
				rules = append(rules, core.Rule{Selector: selector, Template: templates[random.IntN(len(templates))], Display: []string{"", "block", "inline"}[random.IntN(3)]})
			}
		}
		out, err := newConverter(t, core.Options{Rules: rules}).Convert(context.Background(), b.String())
		require.NoError(t, err)
		var rendered bytes.Buffer
		require.NoError(t, markdown.Convert([]byte(out), &rendered))
		if fault := active(t, rendered.String()); fault != "" {
			require.Fail(t, fault, "%q\n%+v\n%s\n%s", b.String(), rules, out, rendered.String())
		}
	}
}
