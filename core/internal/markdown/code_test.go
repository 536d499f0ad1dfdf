package markdown_test

import "testing"

func TestCodeSpan(t *testing.T) {
	check(t, []conversion{
		{`<code>a</code>`, "`a`"},
		{"<code>a`b</code>", "``a`b``"},
		{"<code>`a`</code>", "`` `a` ``"},
		{"<code>a `` b</code>", "`a `` b`"},
		{`<code> a </code>`, "`  a  `"},
		{`<code>&nbsp;a</code>`, "`\u00a0a`"},
		{"<code>a\n  b</code>", "`a b`"},
		{`x<code></code>y`, "xy"},
		{`<code><b>a</b>*</code>`, "`a*`"},
		{`<code><a href="u">a</a></code>`, "[`a`](u)"},
		{`<samp>a</samp> <tt>b</tt>`, "`a` `b`"},
	})
}

func TestCodeSpansThatTouch(t *testing.T) {
	check(t, []conversion{
		{`<code>a</code><code>b</code>`, "`ab`"},
		{`<code>a</code> <code>b</code>`, "`a` `b`"},
		{`<b><code>a</code></b><code>b</code>`, "**`a`**`b`"},
	})
}

func TestCodeBlock(t *testing.T) {
	check(t, []conversion{
		{"<pre><code>a\n  b\n</code></pre>", "```\na\n  b\n```"},
		{"<pre>\na\n\nb</pre>", "```\na\n\nb\n```"},
		{"<pre>```\nx</pre>", "````\n```\nx\n````"},
		{`<pre>a<br>b</pre>`, "```\na\nb\n```"},
		{`<pre><div>a</div><div>b</div></pre>`, "```\na\nb\n```"},
		{`<pre> <b>a</b>*</pre>`, "```\n a*\n```"},
		{`<pre><code></code></pre>`, "```\n```"},
		{`<pre></pre>a`, "a"},
		{"<blockquote><pre>a\n\nb</pre></blockquote>", "> ```\n> a\n>\n> b\n> ```"},
		{`<pre><script>x</script>a</pre>`, "```\na\n```"},
		{`<pre><textarea>x</textarea><select><option>x</select><noscript>x</noscript><iframe>x</iframe>a</pre>`, "```\na\n```"},
	})
}

func TestCodeLanguage(t *testing.T) {
	for _, source := range []string{
		`<pre><code class="hljs language-go">a</code></pre>`,
		`<pre class="lang-go"><code>a</code></pre>`,
		`<div class="highlight highlight-source-go"><pre>a</pre></div>`,
		`<pre lang=go>a</pre>`,
		`<pre><code data-lang=go>a</code></pre>`,
	} {
		check(t, []conversion{{source, "```go\na\n```"}})
	}
	check(t, []conversion{
		{"<pre><code class='language-a`b'>x</code></pre>", "~~~a`b\nx\n~~~"},
		{`<pre lang="~a">x</pre>`, "```\\~a\nx\n```"},
		{"<pre lang='~`'>x</pre>", "~~~\\~`\nx\n~~~"},
		{`<pre><code class="language-a&amp;amp;">x</code></pre>`, "```a\\&amp;\nx\n```"},
	})
}

func TestCodeStyle(t *testing.T) {
	s := defaults()
	s.Fence = "~~~"
	checkWith(t, s, []conversion{{`<pre>~~~~</pre>`, "~~~~~\n~~~~\n~~~~~"}})

	s.CodeIndented = true
	checkWith(t, s, []conversion{
		{"<p>x<pre>a\n\n b</pre>", "x\n\n    a\n\n     b"},
		{"<pre><code>\na</code></pre>", "~~~\n\na\n~~~"},
		{"<ul><li>x</ul><pre>a</pre>", "- x\n\n~~~\na\n~~~"},
		{"<ul><li><pre>a</pre></ul>", "- ~~~\n  a\n  ~~~"},
		{"<ul><li>x<pre>a</pre></ul>", "- x\n  ~~~\n  a\n  ~~~"},
		{"<ul><li><p>x</p><pre>a</pre></ul>", "- x\n\n      a"},
		{"<pre>a</pre><pre>b</pre>", "    a\n\n~~~\nb\n~~~"},
		{"<pre>a\n&nbsp; </pre>", "~~~\na\n\u00a0 \n~~~"},
	})
}
