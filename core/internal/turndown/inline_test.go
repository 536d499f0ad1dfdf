package turndown_test

import (
	"testing"

	"tidemark/core/internal/turndown"
)

func TestEmphasis(t *testing.T) {
	check(t, nil, []conversion{
		{"<em>a</em>b<strong>c</strong>d", "_a_b**c**d"},
		{"<b>a</b><b>b</b>", "**a****b**"},
		{"<b><b>x</b></b>", "****x****"},
		{"<b>x<p>y</p>z</b>", "**x\n\ny\n\nz**"},
		{"<i><b></b></i><i><img></i><i><br></i>x", "x"},
		{"<b>a<br></b>x", "**a  \n**x"},
		{"<blockquote><i><ol><br></ol></i>x</blockquote>", "> x"},
		{"<b><div>a<div>b</div></div></b>c", "**\n\na\n\nb\n\n\n\n**c"},
	})
}

func TestWhiteSpaceAtEdges(t *testing.T) {
	check(t, nil, []conversion{
		{"a <b> b</b> c", "a **b** c"},
		{"a<b> b </b>c", "a **b** c"},
		{"a<b>&nbsp;d&nbsp;</b>e", "a\u00a0**d**\u00a0e"},
		{"x<b>\u3000a\u3000 </b>y", "x\u3000**a**\u3000 y"},
		{"x <b> &nbsp;a&nbsp; </b> y", "x \u00a0**a**\u00a0 y"},
		{"a &nbsp;<b> b</b>", "a \u00a0 **b**"},
		{"x<b> <img src=u> </b>y", "x  **![](u)**y"},
		{"x<b>&nbsp;</b><b>&nbsp; </b> <b> &nbsp;</b>y", "x\u00a0\u00a0 \u00a0y"},
		{"a<i> </i>b", "a b"},
		{"<i> <p>a</p> b </i>", "_\n\na\n\nb_"},
		{"<span> a </span><span> b </span>", "a b"},
		{"<u>&nbsp;<h2>\u3000b</h2></u>", "\u00a0\u3000b\n--"},
		{"a<b></b> c", "a c"},
	})
}

func TestLineBreaks(t *testing.T) {
	check(t, nil, []conversion{
		{"a<br>b", "a  \nb"},
		{"<b>a</b> <br> <b>c</b>", "**a**  \n**c**"},
		{"<br>a<br>", "  \na"},
		{"a<br><br>b", "a  \n  \nb"},
	})
}

func TestLinks(t *testing.T) {
	check(t, nil, []conversion{
		{"<a href=\"/u(x)\" title=\"a &quot;b&quot;\n\n \n c\">x</a>", "[x](/u\\(x\\) \"a \\\"b\\\"\nc\")"},
		{`<a href="">y</a><a>z</a><a name=x></a>`, "yz"},
		{"<a href=x></a>", "[](x)"},
		{`<a href="a b">x</a>`, "[x](<a b>)"},
		{`<a href="a&lt;b(c d">x</a>`, `[x](<a\<b\(c d>)`},
		{"<a href=u>x [y]</a>", `[x \[y\]](u)`},
		{"x<a href=u> a </a>y", "x [a](u) y"},
		{"<a href=/u><h3>T</h3><p>x</p></a>", "[\n\n### T\n\nx\n\n](/u)"},
		{"<a href=/u><div><div><p>x</p></div></div></a>", "[\n\nx\n\n\n\n\n\n](/u)"},
		{`<a href="javascript:a(1)">x</a>`, `[x](javascript:a\(1\))`},
		{"<p><svg><a href=u>x</a></svg>", "x"},
	})
}

func TestImages(t *testing.T) {
	check(t, nil, []conversion{
		{"<img src=\"a(b) c\" alt=\"a\n\n\n b\" title=\"c\n\n d&quot;\">", "![a\nb](<a\\(b\\) c> \"c\nd\\\"\")"},
		{`<img alt=x><img src="">x`, "x"},
		{"<img alt=\"[x]*_\\`\" src=u>", "![\\[x\\]\\*\\_\\\\\\`](u)"},
	})
}

func TestReferencedLinks(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.Link = turndown.Referenced }, []conversion{
		{`<a href=/a>x</a> <a href="/b c" title="t">y</a>`, "[x][1] [y][2]\n\n[1]: /a\n[2]: </b c> \"t\""},
		{"<pre><code><a href=/a>x</a></code></pre><a href=/b>y</a>", "    x\n\n[y][2]\n\n[1]: /a\n[2]: /b"},
		{"<blockquote><a href=u>x</a></blockquote>", "> [x][1]\n\n[1]: u"},
	})
}

func TestCollapsedReferences(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.Link = turndown.Referenced; s.Reference = turndown.Collapsed }, []conversion{
		{"<a href=u>a*b <b>c</b>\n d</a>", "[a\\*b **c** d][]\n\n[a\\*b **c** d]: u"},
	})
}

func TestShortcutReferences(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.Link = turndown.Referenced; s.Reference = turndown.Shortcut }, []conversion{
		{"<blockquote><a href=u><p>c</p></a></blockquote>", "> [\n> \n> c\n> \n> ]\n\n[\n\nc\n\n]: u"},
	})
}

func TestLinksOfNoStyle(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.Link = turndown.PlainLink }, []conversion{
		{"<a href=u>a</a>", "a"},
	})
}

func TestEscapes(t *testing.T) {
	check(t, nil, []conversion{
		{"a_b*c`d[e]\\", "a\\_b\\*c\\`d\\[e\\]\\\\"},
		{"- a<p>-a</p><p>+ a</p><p>+a</p>", "\\- a\n\n\\-a\n\n\\+ a\n\n+a"},
		{"1. a<p>10. a</p><p>1.a</p><p>1) a</p>", "1\\. a\n\n10\\. a\n\n1.a\n\n1) a"},
		{"===<p>=</p>", "\\===\n\n\\="},
		{"# a<p>#a</p><p>###### a</p><p>####### a</p>", "\\# a\n\n#a\n\n\\###### a\n\n####### a"},
		{"> a<p>~~</p><p>~~~~</p>", "\\> a\n\n~~\n\n\\~~~~"},
		{"<p>a<b>- b</b></p>", `a**\- b**`},
		{"<p>a<!-- x -->- b</p>", `a\- b`},
		{"a</x>- b", "a- b"},
		{"&lt;b&gt; &amp;amp; ! | ~ $", "<b> &amp; ! | ~ $"},
		{"http://a_b.c/*x*", `http://a\_b.c/\*x\*`},
		{"&nbsp;- a", "\u00a0- a"},
	})
}

func TestWhatIsNoFormOfMarkdown(t *testing.T) {
	check(t, nil, []conversion{
		{"<del>x</del><sub>y</sub><kbd>z</kbd><q>q</q>", "xyzq"},
		{"<select><option>a<option>b</select>", "ab"},
		{"a<!-- c -->b <!-- c --> d", "ab d"},
		{"<template><p>x</p></template>", ""},
		{"x<wbr>y z <wbr> q", "xy z  q"},
		{"<iframe src=x></iframe>x<object>o</object>", "xo"},
		{"<math><mi>a</mi></math>", "a"},
		{"<title>t</title>a<textarea> x </textarea>", "ta x"},
	})
}
