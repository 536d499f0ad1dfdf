package markdown_test

import "testing"

func TestHeading(t *testing.T) {
	check(t, []conversion{
		{`<h1>a</h1><h6>b</h6>`, "# a\n\n###### b"},
		{`<h2>C#</h2>`, "## C#"},
		{`<h2>a #</h2>`, `## a \#`},
		{`<h2>##</h2>`, `## \##`},
		{`<h2># a</h2>`, `## # a`},
		{`<h2>a<br>b</h2>`, `## a<br>b`},
		{`<h2><div>a</div><div>b</div></h2>`, `## a b`},
		{`<h2></h2><h2> <br> </h2>`, ""},
		{`<h2><svg></svg></h2><h2><b></b></h2>a`, `a`},
		{`<h3><b>a</b></h3>`, `### **a**`},
		{`<details><summary><h3>a <strong>b</strong></h3></summary>c</details>`, "### a b\n\nc"},
		{`<dl><dt><strong>a</strong> b<h3>c</h3>d</dl>`, "**a b**\n\n### c\n\n**d**"},
		{`<p>x</p>y<h1>a</h1>`, "x\n\ny\n\n# a"},
	})
}

func TestPlainHeadings(t *testing.T) {
	s := defaults()
	s.PlainHeadings = true
	checkWith(t, s, []conversion{
		{`<h2>a<br>b</h2>`, `## a b`},
		{`<h2>a<sup>b</sup> <kbd>c</kbd> <del>d</del></h2><p>e<sup>f</sup>`, "## ab c ~~d~~\n\ne<sup>f</sup>"},
		{`<h1></h1><p>a<sup>b</sup>`, "a<sup>b</sup>"},
		{`<style>b { font-weight: bold }</style><h3>a<sup>b</sup></h3><p>c<sup>d</sup>`, "### ab\n\nc<sup>d</sup>"},
		{`<table><tr><th>a<br>b</table>`, "| a<br>b |\n| --- |"},
	})
	s.HeadingSetext = true
	checkWith(t, s, []conversion{{`<h1>a<br>bc</h1><p>d<br>e`, "a bc\n====\n\nd\\\ne"}})
}

func TestSetextHeading(t *testing.T) {
	s := defaults()
	s.HeadingSetext = true
	checkWith(t, s, []conversion{
		{`<h1>abcd</h1>`, "abcd\n===="},
		{`<h2>a</h2>`, "a\n---"},
		{`<h3>a</h3>`, `### a`},
		{`<h2>- a</h2>`, "\\- a\n----"},
		{`<h1>a<br>b</h1>`, "a\\\nb\n===="},
		{`<h1>Café</h1>`, "Café\n===="},
		{`<h2>café</h2>`, "café\n----"},
		{`<h1>潮汐表</h1>`, "潮汐表\n======"},
	})
	s.KeepPadding = true
	checkWith(t, s, []conversion{{`<h1>&nbsp;a<br>b</h1>`, "a\\\nb\n===="}, {`<h3>&nbsp;a</h3>`, "### a"}})
}
