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
		{`\a \<em>&#x2028;b</em> \<b>&emsp;</b>`, `\a \\&#8232;*b* \\&#8195;`},
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
		{`---`, `\---`}, {`***`, `\***`}, {`_ _ _`, `\_ _ _`}, {`--`, `--`},
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

// No reader is to see a bare address: it would take what follows it, the escape of a tag or the beginning of code.
func TestEscapeOfAddresses(t *testing.T) {
	rows := []conversion{
		{`www.<b>&lt;img src=x></b>`, `www\.**\<img src=x>**`},
		{`www.<i>&lt;img src=x></i>`, `www\.*\<img src=x>*`},
		{`www.<del>&lt;img src=x></del>`, `www\.~~\<img src=x>~~`},
		{`www.<code>&lt;img src=x></code>`, "www\\.`<img src=x>`"},
		{`www.<a href="/u">&lt;img src=x></a>`, `www\.[\<img src=x>](/u)`},
		{`www.<img src="i" alt="&lt;img src=x>">`, `www\.![\<img src=x>](i)`},
		{`www.` + annotated(`a&lt;b`), "www\\.$`a&lt;b`$"},
		{`www.<br>a`, "www\\.\\\na"},
		{`http://<b>&lt;img src=x></b>`, `http\://**\<img src=x>**`},
		{`xhttps://a/&lt;img src=x>`, `xhttps\://a/\<img src=x>`},
		{`éhttps://a/&lt;img src=x>`, `éhttps\://a/\<img src=x>`},
		{`1www.a.b&lt;img src=x>`, `1www\.a.b\<img src=x>`},
		{`sftp://a.b/`, `sftp\://a.b/`},
		{`foo://a.b/&lt;img src=x>`, `foo://a.b/&lt;img src=x>`},
		{`std::vector&lt;int> a://`, `std::vector\<int> a://`},
		{`Awww... www`, `Awww... www`},
		{`*@b.c a@.b a@b.-c a@b. @c`, `*\@b.c a\@.b a\@b.-c a@b. @c`},
		{`a &lt;!-- b`, `a \<!-- b`},
		{`w<code>x@b.c &lt;b></code>`, "w` x@b.c <b> `"},
		{`w <code>x@b.c</code>`, "w `x@b.c`"},
	}
	check(t, rows)
	s := defaults()
	s.Autolinks = false
	checkWith(t, s, []conversion{
		{`www.a.b/&lt;img src=x> a@b.c`, `www\.a.b/\<img src=x> a@b.c`},
		{`www.a.b/<code>[x](y)</code>`, "www\\.a.b/`[x](y)`"},
		{`www.a.b http://a.b`, `www.a.b http://a.b`},
	})
}

// Some readers see no link around these, or another one.
func TestEscapeInLinks(t *testing.T) {
	check(t, []conversion{
		{"<a href=/u>a`b</a> `", "[a\\`b](/u) \\`"},
		{"<a href=/u>a<code>b`</code></a>", "[a<code>b&#96;</code>](/u)"},
		{`<a href=/u>[x](javascript:y) ![x](z)</a>`, `[\[x\]\(javascript:y) !\[x\]\(z)](/u)`},
		{`<a href=/u>[a [b]]</a>`, `[\[a \[b\]\]](/u)`},
		{`<a href=/u>[a] www.a.b</a>`, `[[a] www.a.b](/u)`},
		{`<a href=/u>[a www.a.b</a>`, `[\[a www\.a.b](/u)`},
		{`<a href=/u><img src="i]" alt="[a\" title="[b](c)"></a>`, `[![&#91;a&#92;](i\] "\[b\]\(c)")](/u)`},
		{`<a href=/u title="&lt;img src=x> &lt;a@b.c> [x](y) \">a</a>`, `[a](/u "&lt;img src=x> <a@b.c> [x\]\(y) &#92;")`},
		{`<b><a href="/u*" title="*">a</a></b>`, `**[a](/u\* "\*")**`},
		{`[x]<code>](javascript:y)</code>`, "\\[x]`](javascript:y)`"},
		{`<img src=i alt="^a">`, `![\^a](i)`},
	})
	s := defaults()
	s.CodeIndented = true
	checkWith(t, s, []conversion{{"<pre>a</pre><blockquote><ol start=7><li>b</ol></blockquote>", "    a\n\n> [//]: #\n>\n> 7. b"}})
}
