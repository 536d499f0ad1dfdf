package markdown_test

import "testing"

func TestEscapeInLine(t *testing.T) {
	check(t, []conversion{
		{`*a* **b** _c_ __d__`, `\*a* \*\*b** \_c_ \_\_d__`},
		{`a * b, c*, 2*3, *d`, `a * b, c*, 2*3, *d`},
		{`2*3 c*`, `2\*3 c*`},
		{`snake_case_name _x`, `snake_case_name _x`},
		{`~~a~~ ~b~ ~ c~d`, `\~\~a~~ \~b~ ~ c~d`},
		{`~~a~`, `\~\~a~`},
		{`*a *b c*`, `*a *b c\*`},
		{`*a *b*`, `*a *b\*`},
		{`*a b* c*`, `\*a b* c*`},
		{`*a <b>b*c*</b>`, `\*a **b*c\***`},
		{"`a` b", "\\`a\\` b"},
		{"a ` b `` c", "a ` b `` c"},
		{"a ` <code>b</code>", "a \\` `b`"},
		{`[a] [b](c) ![d](e)`, `[a] [b\](c) ![d\](e)`},
		{`&lt;b> &lt; c a&lt;b`, `\<b> < c a\<b`},
		{`a&lt;b`, `a<b`},
		{`&amp;amp; &amp;copy; &amp;#35; AT&amp;T &amp;nope;`, `\&amp; \&copy; \&#35; AT&T &nope;`},
		{`\a \* \\`, `\a \\* \\\`},
		{`a | b`, `a | b`},
		{`http://a.b www.a.b a@b.c`, `http\://a.b www\.a.b a\@b.c`},
		{`a: b@ c. @d`, `a: b@ c. @d`},
	})
}

func TestEscapeLineStart(t *testing.T) {
	check(t, []conversion{
		{`# a`, `\# a`}, {`#a`, `#a`}, {`####### a`, `####### a`},
		{`> a`, `\> a`},
		{`- a`, `\- a`}, {`+ a`, `\+ a`}, {`* a`, `\* a`}, {`-a`, `-a`}, {`-`, `\-`},
		{`1. a`, `1\. a`}, {`1) a`, `1\) a`}, {`1.a`, `1.a`}, {`1234567890. a`, `1234567890. a`},
		{`---`, `\---`}, {`***`, `\*\*\*`}, {`_ _ _`, `\_ _ _`}, {`--`, `--`},
		{"```", "\\`\\`\\`"}, {`~~~ a`, `\~\~\~ a`},
		{`[a]: b`, `\[a]: b`},
		{`===`, `===`}, {`a<br>===`, "a\\\n\\==="}, {`a<br>-`, "a\\\n\\-"}, {`a<br>--`, "a\\\n\\--"},
		{`a | b<br>--- | ---`, "a | b\\\n\\--- | ---"}, {`a<br>|-|`, "a\\\n\\|-|"},
		{`&lt;div`, `\<div`},
		{`<b>#</b> a`, `**#** a`},
		{`<br># a`, `\# a`},
		{`&emsp;a`, `&#8195;a`},
		{`\&emsp;`, `\\&#8195;`},
		{"`<br>```", "\\`\\\n\\`\\`\\`"},
		{"a\x01b", "a\x01b"},
	})
}

func TestEscapeNone(t *testing.T) {
	s := defaults()
	s.EscapeNone = true
	checkWith(t, s, []conversion{{`<p># *a* [b](c)</p><h1>d #</h1>`, "# *a* [b](c)\n\n# d #"}})
}
