package markdown_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/markdown"
)

// FuzzRender looks for HTML whose text does not come back, or that makes the renderer fail.
func FuzzRender(f *testing.F) {
	for _, seed := range []string{
		`<p>a <b>b</b> *c* <a href="/u" title="t">d</a></p>`,
		`<ul><li>a<ol start=3><li>b</ol></ul><pre><code class=language-go>c</code></pre>`,
		"<table><tr><th>a|b<th><code>`c|d`</code><tr><td rowspan=2>e</table>",
		`<blockquote># a<br>- b</blockquote><h2>c #</h2><hr>`,
		`a<b> b </b>c<i>“d”</i>e &amp;amp; &lt;f> [g](h) ![i](j) \k`,
		`x<em><strong>a</strong> b</em>*c<strong><strong>d_</strong></strong>_e <em><em>f</em></em>~~g<del>h</del>`,
		`&lt;<del>@0&gt;</del> &lt;1@b&gt; &lt;~x@b&gt;`,
		`<ul>a<h2>b</h2><div><li>c</li></div><li>d<ul>e<li>f</ul></ul>`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		source = strings.ToValidUTF8(source, "\ufffd")
		var doc dom.Document
		require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true}))
		s := defaults()
		s.MaxDepth = 100
		out, err := new(markdown.Renderer).Render(context.Background(), nil, &doc, s.Compile())
		if errors.Is(err, markdown.ErrTooDeep) {
			return
		}
		require.NoError(t, err)
		require.True(t, utf8.Valid(out))
		require.NotContains(t, []string{"\n", " "}, string(out[max(0, len(out)-1):]))
		if hasText(&doc) {
			require.Equal(t, words(plainText(t, source)), words(plainText(t, renderBack(t, gfm, string(out)))), "by way of %q", out)
		}
	})
}

// hasText reports whether what a document says is in its text only, so that words can be compared.
func hasText(doc *dom.Document) bool {
	for id := dom.Root; id != 0; id = doc.Following(id, dom.Root) {
		switch n := doc.Node(id); {
		case n.Kind == dom.KindElement && (n.Namespace != dom.HTML || !comparable[doc.Name(id)]):
			return false
		case n.Kind == dom.KindElement && doc.AttrsHash(id) != 0: // It has attributes.
			return false
		case n.Kind == dom.KindText && strings.ContainsFunc(doc.Text(id), func(c rune) bool { return unicode.IsControl(c) && !unicode.IsSpace(c) }):
			return false
		}
	}
	return true
}

var comparable = map[string]bool{
	"html": true, "head": true, "body": true, "p": true, "div": true, "b": true, "i": true, "em": true, "strong": true, "del": true,
	"ul": true, "ol": true, "li": true, "blockquote": true, "br": true, "hr": true, "h1": true, "h2": true, "h3": true, "code": true,
	"sub": true, "kbd": true, "span": true, "table": true, "tbody": true, "tr": true, "td": true, "th": true,
}

func plainText(t testing.TB, source string) string {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true}))
	return string(doc.AppendTextContent(nil, dom.Root))
}

// words leaves only what is not white space: where lines and cells end is another test's business.
func words(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, text)
}
