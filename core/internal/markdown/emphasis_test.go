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
		{`<em>a<em>b</em>c</em>`, "*abc*"},
		{`<em>a<p><em>b</em> c</p></em>`, "*a*\n\n*_b_ c*"},
	})
}

// Emphasis that is all of other emphasis takes the other delimiter, or is one run with it where only * can stand.
func TestEmphasisThatCoversOther(t *testing.T) {
	check(t, []conversion{
		{`<em><em>a</em></em>`, "*_a_*"},
		{`<strong><strong>a</strong></strong>`, "**__a__**"},
		{`<strong><strong><strong>a</strong></strong></strong>`, "******a******"},
		{`<em><strong><strong>a</strong></strong></em>`, "*__**a**__*"},
		{`x<strong><strong>a</strong></strong>y`, "x****a****y"},
		{`x<em><strong>a</strong></em>y`, "x***a***y"},
		{`x<strong><em>a</em></strong>y`, "x<strong>*a*</strong>y"},
		{`<strong><img src="i"><em>a <em>b</em></em></strong>`, "**![](i)_a _b__**"},
		{`<em>a <em>b</em>c</em>`, "*a *b*c*"},
		// What Markdown cannot say so is merged.
		{`x<em><em>a</em></em>y`, "x*a*y"},
		{`<em><em><em>a</em></em></em>`, "*_a_*"},
		// <b> and <i> say nothing more.
		{`<b><strong>a</strong></b>`, "**a**"},
		{`<strong><b>a</b></strong>`, "**a**"},
		{`<i>a <em>b</em> c</i>`, "*a _b_ c*"},
	})
}

// Emphasis that touches other emphasis between words is one run of * with it.
func TestEmphasisInOneRun(t *testing.T) {
	check(t, []conversion{
		{`x<em>a</em><strong>b</strong>y`, "x*a***b**y"},
		{`x<strong>a</strong><em>b</em>y`, "x**a***b*y"},
		{`x<em><strong>a</strong> b</em>`, "x***a** b*"},
		{`<em>a <strong>b</strong></em>x`, "*a **b***x"},
		{`<b><em>a</em><strong>b</strong></b>`, "***a*b**"},
		{`<em><b>a</b><em>b</em></em>`, "***a**b*"},
		{`<strong>a<em>b</em></strong><em>c</em>d`, "<strong>a*b*</strong>*c*d"},
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
		{`a<sup><a href="#b">[1]</a></sup> c!<sup>[<i><a href="/d">d</a></i>]</sup> <sup>[e]</sup> <sup><a href="/f">f</a></sup>`,
			`a[[1]](#b) c![*[d](/d)*] <sup>[e]</sup> <sup>[f](/f)</sup>`},
		{`<u>a</u> <small>b</small> <abbr title=x>c</abbr> <q>d</q>`, "a b c “d”"},
	})
}
