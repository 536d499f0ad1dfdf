package core_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

func TestSelectors(t *testing.T) {
	for _, test := range []struct{ options, html, markdown string }{
		{`{"exclude":"nav, .ad"}`, "<nav>a</nav><p>b <span class=ad>c</span>d</p><div class=ad><p>e</div>", "b d"},
		{`{"exclude":"li:nth-child(2)"}`, "<ul><li>a<li>b<li>c</ul>", "- a\n- c"},
		{`{"exclude":"td:first-child, th:first-child"}`, "<table><tr><th>a<th>b<tr><td>c<td>d</table>", "| b |\n| --- |\n| d |"},
		{`{"exclude":"p:has(a)"}`, "<p>a<p><a href=x>b</a><p>c", "a\n\nc"},
		{`{"exclude":"span"}`, "<pre><code>a<span>b</span>c</code></pre>", "```\nac\n```"},
		{`{"exclude":"body"}`, "<p>a", ""},
		{`{"exclude":"#x"}`, "<p>a<p id=x hidden>b", "a"},

		{`{"include":"main"}`, "<p>a<main><h1>b</h1><p>c</main><p>d", "# b\n\nc"},
		{`{"include":"em, h2"}`, "<p>a <em>b</em> c <em>d <em>e</em></em><h2>f <em>g</em></h2>", "*b*\n\n*d _e_*\n\n## f *g*"},
		{`{"include":"li"}`, "<ul><li>a<li>b</ul>", "a\n\nb"},
		{`{"include":".none"}`, "<p>a", ""},
		{`{"include":"body"}`, "<p>a", "a"},
		{`{"include":"main","exclude":"p + p"}`, "<p>x<main><p>a<p>b</main>", "a"},
		{`{"include":"p","exclude":"div"}`, "<p>x<div><p>a</div>", "x"},
		{`{"include":"p"}`, "<div hidden><p>x</p></div>", "x"},

		{`{"keep":"video"}`, "<p>a</p><video src=v.mp4 onplay=x() controls><track src=t></video>", "a\n\n<video src=\"v.mp4\" controls=\"\"><track src=\"t\"></video>"},
		{`{"keep":"kbd","html":"drop"}`, "<p>a <kbd class=k onclick=x>*b*|_c_ http://d</kbd> e</p>", "a <kbd class=\"k\">&#42;b&#42;&#124;&#95;c&#95; http&#58;//d</kbd> e"},
		{`{"keep":"details"}`, "<details open><summary>a</summary><p>b\n\n<a href='javascript:x' rel=y>c</a><script>d</script></details>",
			`<details open=""><summary>a</summary><p>b&#10;&#10;<a rel="y">c</a></p></details>`},
		{`{"keep":"iframe"}`, "<p>a</p><iframe src=b srcdoc=c>d</iframe><p>e</p>", "a\n\n<iframe src=\"b\"></iframe>\n\ne"},
		{`{"keep":"script, style"}`, "<p>a<script>b</script><style>c</style>", "a"},
		{`{"keep":"div","exclude":"b"}`, "<div>a<b>c</b><x-y z=1>d</x-y></div>", `<div>a<x-y z="1">d</x-y></div>`},
		{`{"keep":"u"}`, "<table><tr><th>a<tr><td><u title='x|y'>b|c</u></table>", "| a |\n| --- |\n| <u title=\"x&#124;y\">b&#124;c</u> |"},
		{`{"keep":"figure"}`, "<ul><li>a<figure><img src=b></figure></ul>", "- a\n\n  <figure><img src=\"b\"></figure>"},

		{`{"unwrap":"a"}`, "<p>a <a href=x>b <em>c</em></a>", "a b *c*"},
		{`{"unwrap":"div"}`, "<p>a</p><div>b</div><div>c</div>", "a\n\nbc"},
		{`{"unwrap":"table, tbody, tr, td"}`, "<table><tr><td>a<td>b</table>", "ab"},
		{`{"unwrap":"blockquote"}`, "<blockquote><p>a</blockquote>", "a"},
		{`{"unwrap":"script"}`, "<p>a<script>b</script>", "a"},
		{`{"unwrap":"div div"}`, "<div>a<div>b</div></div>", "ab"},
	} {
		options, err := core.ParseOptions([]byte(test.options))
		require.NoError(t, err)
		c := newConverter(t, options)
		assert.Equal(t, test.markdown, convert(t, c, test.html), "%s of %s", test.options, test.html)
		got, err := streamed(c, []byte(test.html), always(1))
		require.NoError(t, err)
		assert.Equal(t, test.markdown, got, "a stream, %s of %s", test.options, test.html)
	}
}

func TestWrongSelectors(t *testing.T) {
	const what = "a CSS selector or an array of them"
	for json, message := range map[string]string{
		`{"exclude":"p >"}`:        "Expected " + what + " for options.exclude but received 'p >' of type string: expected a selector after the combinator at offset 3, where it ends",
		`{"keep":["p","a:foo b"]}`: "Expected " + what + " for options.keep[1] but received 'a:foo b' of type string: expected a pseudo-class that is known at offset 1, before ':foo b'",
		`{"unwrap":["p",1]}`:       "Expected " + what + " for options.unwrap[1] but received 1 of type number",
		`{"include":{}}`:           "Expected " + what + " for options.include but received {} of type object",
		`{"include":null}`:         "Expected " + what + " for options.include but received null of type object",
	} {
		_, err := core.ParseOptions([]byte(json))
		assertOptionError(t, err, message)
	}
	_, err := core.New(core.Options{Exclude: []string{"p", "<p>"}})
	assertOptionError(t, err, "Expected "+what+" for options.exclude[1] but received '<p>' of type string: expected a selector at offset 0, before '<p>'")
}

// Selectors that need nothing of what follows do not hold a stream up, and those that look back keep what they look at.
func TestStreamsWithSelectors(t *testing.T) {
	document := strings.Repeat("<div><p>a<p class=x>b</div>", 20_000) + "<p class=last>z"
	for selectors, waits := range map[string]bool{".x": false, "p + .x": false, "body > div:first-child ~ div p": false, ".x:last-child": true, "div:has(.y) p": true} {
		c := newConverter(t, core.Options{Exclude: []string{selectors}, Keep: []string{"i"}, Unwrap: []string{"b"}})
		want, err := c.Convert(context.Background(), document)
		require.NoError(t, err)
		c = core.Shrunk(c, 30, 20, 1)
		var out strings.Builder
		s := c.Stream(context.Background(), &out)
		_, err = s.WriteString(document)
		require.NoError(t, err)
		assert.Equal(t, waits, out.Len() == 0, selectors)
		require.NoError(t, s.Close())
		if want != out.String() {
			assert.Fail(t, "not as the whole", selectors)
		}
	}
}
