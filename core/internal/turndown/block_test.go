package turndown_test

import (
	"testing"

	"tidemark/core/internal/turndown"
)

func TestHeadings(t *testing.T) {
	check(t, nil, []conversion{
		{"<h1>a</h1><h2>bb</h2><h3>c</h3>", "a\n=\n\nbb\n--\n\n### c"},
		{"<h1>é😀a</h1>", "é😀a\n===="},
		{"<h1>a<br>b</h1>", "a  \nb\n====="},
		{"<h2>a<p>b</h2>", "a\n\nb\n\n\n------"},
		{"<h1><img></h1>x", "x"},
		{"<h3><img></h3>x", "### \n\nx"},
		{"<h2> <i> </i></h2>x", "x"},
		{"<h1><h3>a</h3></h1>", "### a"},
		{"<h1><div>&nbsp;a</div></h1>", "\u00a0a\n\n\n======"},
		{"<blockquote><h2>a<br>b</h2></blockquote>", "> a  \n> b\n> -----"},
	})
}

func TestUnderlinesOfHeadingsInHeadings(t *testing.T) {
	check(t, nil, []conversion{
		{"<h1>a<div><h1>b</h1></div></h1>", "a\n\nb\n=\n\n\n\n\n=========="},
	})
}

func TestHeadingsOfAtx(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.HeadingSetext = false }, []conversion{
		{"<h1>a</h1><h2>b</h2>", "# a\n\n## b"},
		{"<h1><p>a</p></h1>", "# \n\na"},
	})
}

func TestBlocks(t *testing.T) {
	check(t, nil, []conversion{
		{"<p>a</p><p>b</p>", "a\n\nb"},
		{"<div>a<div>b</div>c</div>", "a\n\nb\n\nc"},
		{"<div>a<div></div>b</div>", "a\n\nb"},
		{"a<hr>b<hr>", "a\n\n* * *\n\nb\n\n* * *"},
		{"a<p> </p>b", "a\n\nb"},
		{"<dl><dt>a<dd>b</dl>", "a\n\nb"},
		{"<table><caption>x</caption><tr><th>a<td>b</table>", "x\n\na\n\nb"},
		{"<details><summary>s</summary>d</details>", "sd"},
		{"<noscript><p>x</p></noscript>", "x"},
		{"x</p>y", "x\n\ny"},
	})
}

func TestQuotations(t *testing.T) {
	check(t, nil, []conversion{
		{"<blockquote></blockquote>", ""},
		{"<blockquote>a<p>b</p><blockquote>c</blockquote></blockquote>d", "> a\n> \n> b\n> \n> > c\n\nd"},
		{"<blockquote><img></blockquote>x", "> \n\nx"},
		{"<blockquote><br>x</blockquote>", ">   \n> x"},
		{"<blockquote><div><div>a</div></div></blockquote>b", "> a\n\nb"},
		{"<blockquote><pre><code>x\n\ny</code></pre></blockquote>", ">     x\n>     \n>     y"},
	})
}

func TestLists(t *testing.T) {
	check(t, nil, []conversion{
		{"<ul><li>a</li><li>b</li></ul>", "*   a\n*   b"},
		{"<ul><li><p>a</p></li><li><p>b</p></li></ul><p>x</p>", "*   a\n    \n*   b\n    \n\nx"},
		{`<ol start="9"><li>a<p>b</p><li>c</ol>`, "9.  a\n    \n    b\n    \n10.  c"},
		{"<ul><li>a<ul><li>b</li></ul></li><li>c<ul><li>d</ul>e</li></ul>", "*   a\n    *   b\n*   c\n    *   de"},
		{"<ul><li><ul><li>a</ul>x<ul><li>b</ul></ul>", "*   *   a\n    \n    x\n    *   b"},
		{"<ul><li>a<li>b</ul>x<ul><li>c", "*   a\n*   b\n\nx\n\n*   c"},
		{"<ul><li></li><li>a</li></ul>", "*   a"},
		{"<ul><li><br>a</ul>", "*     \n    a"},
		{"<ul><li>a<hr></ul>", "*   a\n    \n    * * *"},
		{"<ul><li><h1>a</h1><li><h3>b</h3></ul>", "*   a\n    =\n    \n*   ### b"},
		{"<ul><li>a<blockquote>b</blockquote></ul>", "*   a\n    \n    > b"},
		{"<ul><ul><li>a</ul></ul>", "*   a"},
		{"<ul><b>x</b><li>a</ul>", "**x***   a"},
		{"<ol><li>a</li>x<li>b</li><p>c</p><li>d</li></ol>", "1.  a\nx2.  b\n\nc\n\n4.  d"},
		{"<li>a</li><li>b</li>", "*   a\n*   b"},
		{"<menu><li>a</menu>", "*   a"},
	})
}

func TestNumbersOfItems(t *testing.T) {
	check(t, nil, []conversion{
		{`<ol start="0"><li>a</ol>`, "0.  a"},
		{`<ol start="-2"><li>a</ol>`, "-2.  a"},
		{`<ol start=" 3 "><li>a</ol>`, "3.  a"},
		{`<ol start="1e3"><li>a</ol>`, "1000.  a"},
		{`<ol start="0x10"><li>a</ol>`, "16.  a"},
		{`<ol start="0b11"><li>a</ol>`, "3.  a"},
		{`<ol start="1.5"><li>a</ol>`, "1.5.  a"},
		{`<ol start="x"><li>a</ol>`, "NaN.  a"},
		{`<ol start="-0"><li>a</ol>`, "0.  a"},
		{`<ol start="Infinity"><li>a</ol>`, "Infinity.  a"},
		{`<ol start="1e21"><li>a</ol>`, "1e+21.  a"},
		{`<ol start="1e-7"><li>a</ol>`, "1e-7.  a"},
		{`<ol start="+5"><li>a</ol>`, "5.  a"},
		{`<ol start=".5"><li>a</ol>`, "0.5.  a"},
		{`<ol start="5."><li>a</ol>`, "5.  a"},
		{`<ol start="9007199254740993"><li>a</ol>`, "9007199254740992.  a"},
		{`<ol start="123456789012345678901"><li>a</ol>`, "123456789012345680000.  a"},
		{`<ol start="1_0"><li>a</ol>`, "NaN.  a"},
		{`<ol start="0x"><li>a</ol>`, "NaN.  a"},
		{`<ol start=" "><li>a</ol>`, "0.  a"},
		{`<ol start="&nbsp;7"><li>a</ol>`, "7.  a"},
		{`<ol start="-0x1"><li>a</ol>`, "NaN.  a"},
		{`<ol start="1e400"><li>a</ol>`, "Infinity.  a"},
	})
}

func TestTextsOfOptions(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.HR = ""; s.Break = "\\"; s.Bullet = "ab"; s.Em = ""; s.Strong = "*" }, []conversion{
		{"x<hr>y<br>z", "x\n\ny\\\nz"},
		{"<ul><li>a<p>b</ul>", "ab   a\n     \n     b"},
		{"<em>a</em><b>b</b>", "a*b*"},
	})
}
