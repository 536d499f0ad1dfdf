package markdown_test

import "testing"

func TestWhitespace(t *testing.T) {
	check(t, []conversion{
		{"<p>\n a\t\n b </p>", "a b"},
		{`a <span> b</span>`, "a b"},
		{`<p>a&nbsp;b</p>`, "a\u00a0b"},
		{`<p>&nbsp;</p>a`, "a"},
		{`<p>a</p> <p>b</p>`, "a\n\nb"},
		{`<p></p><div></div>`, ""},
		{``, ""},
	})
}

func TestLineBreak(t *testing.T) {
	check(t, []conversion{
		{`a<br>b`, "a\\\nb"},
		{`a <br> b`, "a\\\nb"},
		{`a<br> <br><br>b`, "a\n\nb"},
		{`<b>a<br><br>b<br>c</b>`, "**a**\n\n**b\\\nc**"},
		{`<a href=u>a<br><i><br>b</i></a>`, "[a](u)\n\n[*b*](u)"},
		{`a<br><!-- --><br><p>b</p>`, "a\n\nb"},
		{`<ul><li>a<br><br>b<li>c</ul>`, "- a\n\n  b\n\n- c"},
		{`<ul><li>a<br><br><li>c</ul>`, "- a\n- c"},
		{`<h1>a<br><br>b</h1>`, "# a<br><br>b"},
		{`<table><tr><th>a<br><br>b</table>`, "| a<br><br>b |\n| --- |"},
		{`<br>a<br>`, "a"},
		{`<blockquote>a<br>b</blockquote>`, "> a\\\n> b"},
		{`a\<br>b`, "a\\\\  \nb"},
	})
	s := defaults()
	s.Break = "  "
	checkWith(t, s, []conversion{
		{`a<br>b`, "a  \nb"},
		{`a\<br>*b`, "a\\\\  \n*b"},
		{`a<br><br>b`, "a\n\nb"},
	})
}

func TestBlockquote(t *testing.T) {
	check(t, []conversion{
		{`<blockquote>a</blockquote>`, "> a"},
		{`<blockquote><p>a</p><p>b</p></blockquote>c`, "> a\n>\n> b\n\nc"},
		{`<blockquote><ul><li>a</ul></blockquote>`, "> - a"},
		{`<blockquote></blockquote>a`, ">\n\na"},
		{`<blockquote><br></blockquote>a`, ">\n\na"},
		{`<blockquote><svg></svg></blockquote>a`, "a"},
		{`a<blockquote><svg></svg></blockquote>`, "a"},
	})
}

func TestThematicBreak(t *testing.T) {
	check(t, []conversion{{`a<hr>b`, "a\n\n---\n\nb"}})
}

func TestDefinitionListAndDetails(t *testing.T) {
	check(t, []conversion{
		{`<dl><dt>a<dd>b<dd>c</dl>`, "**a**\n\nb\n\nc"},
		{`<details><summary>a</summary>b</details>`, "**a**\n\nb"},
		{`<figure><img src=i><figcaption>a</figcaption></figure>`, "![](i)\n\na"},
	})
}

func TestWhatIsNotShown(t *testing.T) {
	check(t, []conversion{
		{`<title>t</title><style>s{}</style><script>x()</script><template>y</template>a`, "a"},
		{`<p hidden>a</p><p style="display: none">b</p><p style="visibility:hidden">c</p>d`, "d"},
		{`<body style="display:none">a`, "a"},
		{`<span aria-hidden=true>a</span><div aria-hidden=true>b</div>`, "b"},
		{`<svg><title>a</title><text>b</text></svg>c`, "c"},
		{`<p><noscript>a</noscript>b<!-- c -->`, "b"},
		{`<map name=m>a<area href=x></map>`, "a"},
		{`<head><noscript><p>a</p></noscript></head>b`, "b"},
		{`<dialog>a</dialog><dialog open>b</dialog>`, "b"},
	})
}

func TestMedia(t *testing.T) {
	check(t, []conversion{
		{`<iframe src="https://v.org/1" title="Film"></iframe>`, "[Film](https://v.org/1)"},
		{`<video src="v.mp4">no video</video>`, "no video"},
		{`<audio><source src="a.mp3">x</audio>`, "x"},
	})
}
