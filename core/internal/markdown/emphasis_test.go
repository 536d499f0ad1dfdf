package markdown_test

import "testing"

func TestEmphasis(t *testing.T) {
	check(t, []conversion{
		{`<em>a</em> <i>b</i> <strong>c</strong> <b>d</b> <del>e</del> <s>f</s> <strike>g</strike>`, "*a* *b* **c** **d** ~~e~~ ~~f~~ ~~g~~"},
		{`a<b> b </b>c`, "a **b** c"},
		{`a <b> b</b> c`, "a **b** c"},
		{`a<b>&nbsp;b&nbsp;</b>c`, "a\u00a0**b**\u00a0c"},
		{`a<b> </b>c`, "a c"},
		{`a<b></b>c`, "ac"},
		{`<b>a</b><b>b</b>`, "**ab**"},
		{`<b>a</b> <b>b</b>`, "**a** **b**"},
		{`<b>a<b>b</b></b>`, "**ab**"},
		{`<b><i>a</i></b>`, "**_a_**"},
		{`<i><b>a</b></i>`, "*__a__*"},
		{`<i>a</i><b>b</b>`, "*a*__b__"},
		{`x<i>a</i>y`, "x*a*y"},
		{`<b>a<br></b>b`, "**a**\\\nb"},
		{`<b><p>a</p><p>b</p></b>`, "**a**\n\n**b**"},
		{`<i>*</i>`, "*\\**"},
		{`<em>a <em>b</em> c</em>`, "*a _b_ c*"},
		{`<em><em>a</em></em>`, "*a*"},
		{`<em>a<em>b</em>c</em>`, "*abc*"},
		{`<em>a<p><em>b</em> c</p></em>`, "*a*\n\n*_b_ c*"},
	})
}

func TestEmphasisThatMarkdownCannotSay(t *testing.T) {
	check(t, []conversion{
		{`这是<b>“引用”</b>文字`, "这是<strong>“引用”</strong>文字"},
		{`a<i>(b)</i>c`, "a<em>(b)</em>c"},
		{`a<del>.b</del>`, "a<del>.b</del>"},
		{`a <b>“b”</b> c <b>d</b>`, "a **“b”** c **d**"},
	})
	s := defaults()
	s.DropHTML = true
	checkWith(t, s, []conversion{{`a<i>(b)</i>c <sub>2</sub>`, "a(b)c 2"}})
}

func TestEmphasisDelimiters(t *testing.T) {
	s := defaults()
	s.Em, s.Strong = '_', "__"
	checkWith(t, s, []conversion{
		{`<i>a</i> <b>b</b>`, "_a_ __b__"},
		{`x<i>a</i>y`, "x*a*y"},
		{`<b><i>a</i></b>`, "__*a*__"},
	})
	s = defaults()
	s.Strikethrough = false
	checkWith(t, s, []conversion{{`<del>a</del> ~~b~~`, "<del>a</del> ~~b~~"}})
}

func TestInlineHTML(t *testing.T) {
	check(t, []conversion{
		{`H<sub>2</sub>O x<sup>2</sup>`, "H<sub>2</sub>O x<sup>2</sup>"},
		{`<kbd>Ctrl</kbd> <mark>a</mark> <ins>b</ins>`, "<kbd>Ctrl</kbd> <mark>a</mark> <ins>b</ins>"},
		{`<u>a</u> <small>b</small> <abbr title=x>c</abbr> <q>d</q>`, "a b c “d”"},
	})
}
