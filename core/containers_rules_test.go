package core_test

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	nethtml "golang.org/x/net/html"

	"tidemark/core"
)

// pieces of what a rule may write that has Markdown on its mind, or not.
var written = []string{
	"```", "```js\n", "~~~\n", "<!-- ", "-->", "<div>\n", "</div>", "<pre>", "<script>\n", "- a", "- ", "1. b", "> c", "> ", "# d", "    e", "\t", "\n", "\n\n", "\n- ", "|", " | - |\n", "`", "``", "**", "*", "_", "~~",
	"[x]", "](u)", "![", "<b", "<b title=\"", "\\", "\n===", "\n---", "***", "text", "[r]: u\n", "$$", "&amp;", "  ", "\r\n", "<?x", "<![CDATA[", "[^1]: f", "|\n|---|\n", "1)", "é", "\x00",
}

// contained are documents with an element in each kind of container, and what must be around it however it is written: what its text is in,
// by the names of elements.
var contained = []struct {
	html  string
	paths map[string]string
}{
	{"<p>before<p><x-y>z</x-y><p>after", map[string]string{"before": "p", "after": "p"}},
	{"<p>before</p><div><x-y>z</x-y></div><ul><li>after</ul>", map[string]string{"before": "p", "after": "ul li"}},
	{"<p>before<ul><li>first<li><x-y>z</x-y><li>next</ul><p>after", map[string]string{"before": "p", "first": "ul li", "next": "ul li", "after": "p"}},
	{"<p>before<ul><li><p>first<p><x-y>z</x-y><p>second<li>next</ul><h2>after</h2>", map[string]string{"before": "p", "first": "ul li", "second": "ul li", "after": "h2"}},
	{"<p>before<blockquote><p>first<p><x-y>z</x-y><p>second</blockquote><p>after", map[string]string{"first": "blockquote p", "second": "blockquote p", "after": "p"}},
	{"<p>before<blockquote><ol><li><x-y>z</x-y><li>next</ol></blockquote><p>after", map[string]string{"next": "blockquote ol li", "after": "p"}},
	{"<p>before<table><tr><th>h<th>i<tr><td><x-y>z</x-y><td>cell<tr><td>next<td>last</table><p>after", map[string]string{"h": "table thead tr th", "cell": "table tbody tr td", "last": "table tbody tr td", "after": "p"}},
	{"<h1>before<x-y>z</x-y></h1><p>after", map[string]string{"after": "p"}},
	{"<p>before<p><a href=u><x-y>z</x-y></a><p>after", map[string]string{"before": "p", "after": "p"}},
}

// emptyItem finds items that hold nothing: within another, the reader loses that.
var emptyItem = regexp.MustCompile(`(?m)^[ \t>]*(([-+*]|\d+[.)])[ \t\r>]*)+$`)

// TestNothingBreaksOutOfItsContainer writes an element as anything, and wants all else where it was.
func TestNothingBreaksOutOfItsContainer(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	reader := goldmark.New(goldmark.WithExtensions(extension.GFM))
	rounds := 6000
	if testing.Short() {
		rounds = 500
	}
	for range rounds {
		var b strings.Builder
		for range 1 + random.IntN(6) {
			b.WriteString(written[random.IntN(len(written))])
		}
		if emptyItem.MatchString(b.String()) {
			continue
		}
		display := []string{"", "block", "inline"}[random.IntN(3)]
		document := contained[random.IntN(len(contained))]
		o := core.Options{Rules: []core.Rule{{Selector: "x-y", Replacement: true, Display: display}}}
		markdown, _ := convertAsking(t, o, document.html, func(string) string { return b.String() })
		var rendered bytes.Buffer
		require.NoError(t, reader.Convert([]byte(markdown), &rendered))
		paths := pathsOf(t, rendered.String())
		for text, path := range document.paths {
			if !assert.Equal(t, path, paths[text], "%q, %s\n%q as %s\n%s\n-- rendered\n%s", text, document.html, b.String(), display, markdown, rendered.String()) {
				return
			}
		}
	}
}

// pathsOf returns the elements around each text, but for those that only say how it looks, by the first word of the text.
func pathsOf(t *testing.T, source string) map[string]string {
	t.Helper()
	root, err := nethtml.Parse(strings.NewReader(source))
	require.NoError(t, err)
	paths := map[string]string{}
	var walk func(n *nethtml.Node, path []string)
	walk = func(n *nethtml.Node, path []string) {
		if n.Type == nethtml.ElementNode {
			switch n.Data {
			case "html", "head", "body", "em", "strong", "del", "a", "code":
			default:
				if n.Data != "p" || len(path) == 0 || path[len(path)-1] != "li" { // A list is loose or tight.
					path = append(path[:len(path):len(path)], n.Data)
				}
			}
		}
		if words := strings.Fields(n.Data); n.Type == nethtml.TextNode && len(words) > 0 {
			for _, word := range words {
				paths[word] = strings.Join(path, " ")
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, path)
		}
	}
	walk(root, nil)
	return paths
}
