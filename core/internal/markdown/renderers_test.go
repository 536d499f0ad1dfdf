package markdown_test

import "testing"

// Renderers differ on what is white space and punctuation, and on how strikethrough and emphasis pair up. The Markdown is to
// be safe for all of them.
func TestWhereRenderersDiffer(t *testing.T) {
	check(t, []conversion{
		{`<b>\*b</b>`, `**\\\*b**`},
		{`<b><del>\*b</del></b>`, `**~~\\\*b~~**`},
		{`~<del>b</del>`, `~<del>b</del>`},
		{`<del>b~</del>`, `<del>b~</del>`},
		{`*~*b`, `\*~*b`},
		{`a<b>€b</b>`, `a<strong>€b</strong>`},
		{`a*€b*`, `a\*€b*`},
		{"a<i>\u2028b</i>", "a&#8232;*b*"},
		{"<p>a\u0085</p>", "a\u0085"},
		{"<p>&#xFEFF;# a</p>", "&#65279;# a"},
	})
}

func TestDelimitersThatTouch(t *testing.T) {
	check(t, []conversion{
		{`*<a href="/u">*</a>*~`, `\*[*](/u)*~`},
	})
}

// What some readers of Markdown take for the end of a line, of a link or of an address.
func TestWhereReadersOverlook(t *testing.T) {
	check(t, []conversion{
		{"<table><tr><th>a\u2028`<th>b</table>", "| a&#8232;` | b |\n| --- | --- |"},
		{"<table><tr><th><code>`\u2028</code><th>b</table>", "| <code>&#96;&#8232;</code> | b |\n| --- | --- |"},
		{"<a href=u title='\u2028“t”'>a</a><img src=i alt='\u2029'>", "[a](u \"&#8232;“t”\")![&#8233;](i)"},
		{"<pre><code class='language-~|'>|-|\n</code></pre>", "```\\~&#124;\n|-|\n```"},
		{"<p>a\u2029\u2029b “c”</p>", "a&#8233;&#8233;b “c”"},
		{`<img src=i alt="https://a.b/](javascript:x)">`, "![https://a.b/&#93;(javascript:x)](i)"},
		{`<img src=i alt="www.a.b/<img src=x>">`, "![www.a.b/&lt;img src=x>](i)"},
	})
	s := defaults()
	s.LinkReferenced = true
	checkWith(t, s, []conversion{
		{"<a href=/u>[x]</a>(javascript:y)", "[\\[x\\]][1]\\(javascript:y)\n\n[1]: /u"},
		{"<a href=/u>x</a>(y)", "[x][1](y)\n\n[1]: /u"},
	})
}
