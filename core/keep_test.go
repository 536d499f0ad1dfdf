package core_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"

	"tidemark/core"
)

// TestKeptHTMLRunsNothing keeps elements of what an attacker would write, and renders the Markdown with all its HTML.
func TestKeptHTMLRunsNothing(t *testing.T) {
	data, err := os.ReadFile("internal/markdown/testdata/safety.json")
	require.NoError(t, err)
	var parts struct{ Blocks, Texts, Inline []string }
	require.NoError(t, json.Unmarshal(data, &parts))
	pieces := append(append(append([]string{}, parts.Blocks...), append(parts.Texts, parts.Inline...)...), []string{
		"<a href='java&#10;script:x' onclick=x a\"b=c>", "<x-y onload=x style=a>", "<form action=javascript:x><input value='*|`' onfocus=x autofocus>", "<svg onload=x><a xlink:href=javascript:x>",
		"<iframe srcdoc='<script>' src=javascript:x>", "</iframe>", "<object data=javascript:x>", "<math href=javascript:x><mi xlink:href=javascript:x>", "<b>*", "<input>", "<br>&lt;script>", " &lt;img src=x onerror=x> ", "<menuitem>", "<search>", "<h1>", "<i>`<script>`", "&lt;script>",
		"<p>", "<table><td>", "<ul><li>", "<pre>\n\n<b onclick=x>", "<textarea>&lt;/textarea>&lt;script>", "</textarea>", "<div>a\n\n\n<b title='\n\n<script>'>", "<x\"y>", "<img src=x onerror=x alt='\"><script>'>",
	}...)
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	random := rand.New(rand.NewPCG(9, 9))
	kept := 0
	for range 20_000 {
		var b strings.Builder
		for range 1 + random.IntN(8) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		c := newConverter(t, core.Options{Keep: []string{[]string{"*", "body *", "b, i, a, x-y", "div, table, pre, menuitem, search", "iframe, object, form, input, textarea"}[random.IntN(5)]}, HTML: "drop", BR: "  ", HeadingStyle: []string{"atx", "setext"}[random.IntN(2)], Wrap: 20 * random.IntN(2)})
		out, err := c.Convert(context.Background(), b.String())
		require.NoError(t, err)
		var rendered bytes.Buffer
		require.NoError(t, markdown.Convert([]byte(out), &rendered))
		if fault := active(t, rendered.String()); fault != "" {
			require.Fail(t, fault, "%q\n%s\n%s", b.String(), out, rendered.String())
		}
		if strings.Contains(out, "</") {
			kept++
		}
	}
	assert.Greater(t, kept, 1000)
}

// active tells what would run in HTML.
func active(t *testing.T, source string) string {
	t.Helper()
	z := nethtml.NewTokenizer(strings.NewReader(source))
	for z.Next() != nethtml.ErrorToken {
		token := z.Token()
		if token.Type != nethtml.StartTagToken && token.Type != nethtml.SelfClosingTagToken {
			continue
		}
		if token.Data == "script" || token.Data == "style" || token.Data == "svg" {
			return "an element: " + token.Data
		}
		for _, a := range token.Attr {
			value := strings.Map(func(c rune) rune {
				if c <= ' ' {
					return -1
				}
				return c
			}, strings.ToLower(a.Val))
			if strings.HasPrefix(a.Key, "on") || a.Key == "srcdoc" || strings.HasPrefix(value, "javascript:") {
				return "an attribute: " + a.Key
			}
		}
	}
	return ""
}
