package turndown_test

import (
	"testing"

	"tidemark/core/internal/turndown"
)

func TestIndentedCode(t *testing.T) {
	check(t, nil, []conversion{
		{"<pre><code>a\n  b *x*\n\n</code></pre>c", "    a\n      b *x*\n    \n    \n\nc"},
		{"<pre>\n<code>a</code></pre>", "    a"},
		{"<pre> <code>a</code></pre>", " `a`"},
		{"<pre><b>x</b><code>a</code></pre>", "**x**`a`"},
		{"<pre><code>a</code>x</pre>", "    a"},
		{"<pre><code>  </code></pre>", ""},
		{"<pre><code>a<br>b<b>c</b></code></pre>", "    abc"},
		{"<ul><li>a<pre><code>x\ny</code></pre></li></ul>", "*   a\n    \n        x\n        y"},
		{"<ul><li><pre><code>x\ny</code></pre></li></ul><ul><li>q</ul>", "*       x\n        y\n    \n\n*   q"},
		{`<pre><code class="language-js">a</code></pre>`, "    a"},
	})
}

func TestFencedCode(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.Code = turndown.Fenced }, []conversion{
		{"<pre><code>a\n  b\n</code></pre>", "```\na\n  b\n```"},
		{`<pre><code class="x language-js y">a</code></pre>`, "```js\na\n```"},
		{`<pre><code class="language- hl-language-c++">a</code></pre>`, "```c++\na\n```"},
		{"<pre><code>a\n```\n````x\n~~~~</code></pre>", "`````\na\n```\n````x\n~~~~\n`````"},
		{"<pre><code> ``` </code></pre>", "```\n ``` \n```"},
		{"<blockquote><pre><code>a\n\nb</code></pre></blockquote>", "> ```\n> a\n> \n> b\n> ```"},
	})
}

func TestFencesOfTildes(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.Code = turndown.Fenced; s.Fence = "~" }, []conversion{
		{"<pre><code>a\n```\n~~~</code></pre>", "~~~~\na\n```\n~~~\n~~~~"},
	})
}

func TestCodeOfNoStyle(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.Code = turndown.PlainCode }, []conversion{
		{"<pre><code>a\nb</code></pre>", "a\nb"},
	})
}

func TestPreformattedText(t *testing.T) {
	check(t, nil, []conversion{
		{"<pre>- a\n  b *x*</pre>", "\\- a\n  b \\*x\\*"},
		{"<pre>\n\n\na</pre>", "a"},
		{"x<pre>a\n\n\n\n</pre>y", "x\n\na\n\ny"},
		{"<pre>a<code>x\n  y</code>\n\n\n\nb\n</pre>c", "a`x   y`\n\nb\n\nc"},
		{"<pre><b> a </b>\n<i> c\n</i></pre>", " **a** \n _c_"},
		{"<pre>x<span>\n\n\na\n\n</span>y</pre>", "x\n\na\n\ny"},
		{"<pre>a</x>- b<!-- c -->- d</pre>", `a- b\- d`},
	})
}

func TestInlineCode(t *testing.T) {
	check(t, nil, []conversion{
		{"a <code> b  c </code> d", "a `b c` d"},
		{"<code>`b</code><code>``b`</code><code> b </code><code>a\nb</code>", "`` `b ````` ``b` ``` `b` `a b`"},
		{"<code>``</code>x<code> </code>x<code></code>", "` `` `x x"},
		{"<code>a <b>*x*</b></code>", "`a ***x***`"},
		{"<code>a<code>b</code></code>", "`` a`b` ``"},
		{"<code>a<br>b<p>c</p></code>", "`a   b  c  `"},
		{"<code>a&#13;b</code>", "`a b`"},
	})
}

func TestInlineCodeThatIsPreformatted(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.PreformattedCode = true }, []conversion{
		{"a <code> b  c </code> d", "a `  b  c  ` d"},
		{"x<code>a</code>y<code> b </code>z <code> c</code>", "x`a`y`  b  `z ` c`"},
		{"<code>a\n\n b</code> c", "`a   b` c"},
		{"<b> <code> x </code> </b>", " **`  x  `**"},
		{"<code><b> x </b> <i>y</i></code>", "`** x ** _y_`"},
		{"<i> a</i><code> b</code><i> c</i>", "_a_` b` _c_"},
	})
}
