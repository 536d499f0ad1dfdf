package markdown_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"

	"tidemark/core/internal/inline"
	"tidemark/core/internal/markdown"
	"tidemark/core/internal/page"
)

func TestLink(t *testing.T) {
	check(t, []conversion{
		{`<a href="/u">a</a>`, "[a](/u)"},
		{`<a href="/u" title='a "b" \'>a</a>`, `[a](/u "a \"b\" &#92;")`},
		{`<a href="/u" title="a&#10;b">a</a>`, `[a](/u "a&#10;b")`},
		{`<a href="/a b">a</a>`, "[a](</a b>)"},
		{`<a href="img src=x onerror=alert(1)">a</a>`, "[a](img%20src=x%20onerror=alert(1))"}, // In angle brackets it would be a tag.
		{`<a href="/x) [y](z)">a</a>`, `[a](</x\) [y\]\(z\)>)`},
		{`<a href="a(b)c">a</a>`, "[a](a(b)c)"},
		{`<a href="a(b">a</a>`, `[a](a\(b)`},
		{`<a href='\<&amp;copy;'>a</a>`, `[a](/%3C&amp;copy;)`},
		{`<a href="http://a.b\c?d\e">a</a>`, `[a](http://a.b/c?d%5Ce)`},
		{`<a href="">a</a> <a href=" # ">b</a> <a href="#!">c</a> <a href="javascript:void(0);">d</a> <a href="&#10;">e</a>`, "a b c d e"},
		{`<a>a</a>`, "a"},
		{`a <a href="/u"></a><a href="/v"> </a>`, "a"},
		{`<a href="#x"></a>`, ""},
		{`a<a href="/u"> b </a>c`, "a [b](/u) c"},
		{`<a href="/u">a]b</a>`, `[a\]b](/u)`},
		{`<a href="/u">[1]</a>`, `[[1]](/u)`},
		{`<a href="/u">a[b](c)</a>`, `[a\[b\]\(c)](/u)`},
		{`!<a href="/u">a</a>`, `\![a](/u)`},
		{`<b><a href="/u">a</a></b>`, "**[a](/u)**"},
	})
}

// A link that shows nothing has the name that it says aloud.
func TestNamelessLink(t *testing.T) {
	check(t, []conversion{
		{`<a href="/u" aria-label="A"><i class="fa"></i></a>`, "[A](/u)"},
		{`<a href="/u" title="T"><i></i></a>`, "[T](/u)"},
		{`<a href="/u" aria-label="A" title="T"><i></i></a>`, `[A](/u "T")`},
		{`<a href="/u"><svg><title> S </title><path d="M0"/></svg></a>`, "[S](/u)"},
		{`<a href="/u"><svg aria-label="S"></svg></a>`, "[S](/u)"},
		{`<a href="/u"><i title="[x](y) *z*"></i></a>`, `[\[x\]\(y) \*z*](/u)`},
		{`<a href="/u" title="T"><img src="data:,x" alt=""></a>`, "[T](/u)"},
		{`<a href="/u" aria-label="A"><b> </b></a>`, "[A](/u)"},
		{`<a href="/u" aria-label="A">text</a>`, "[text](/u)"},
		{`<a href="#h" aria-label="Permalink"><svg></svg></a>h`, "h"},
		{`a<a href="/u" aria-label="B"></a>c`, "a[B](/u)c"},
		{`<a href="/u" aria-label="A"><p>text</p></a>`, "[text](/u)"},
		{`<a href="javascript:x()" aria-label="A"></a>`, ""},
	})
	s := defaults()
	s.Page.KeepEmptyLinks = true
	checkWith(t, s, []conversion{
		{`<a href="/u"></a>`, "[](/u)"},
		{`<a href="">a</a> <a href="#">b</a>`, "[a](<>) [b](#)"},
		{`<a href="#x"></a>`, ""},
		{`<a href="/u" title="T"></a>`, "[T](/u)"},
	})
}

func TestLinkAroundBlocks(t *testing.T) {
	check(t, []conversion{
		{`<a href="/u"><h3>a</h3><p>b</p></a>`, "### [a](/u)\n\n[b](/u)"},
		{`<a href="/u"><div><img src="i" alt="x"></div>a</a>`, "[![x](i)](/u)\n\n[a](/u)"},
	})
}

func TestUnsafeLink(t *testing.T) {
	rows := []conversion{
		{`<a href="javascript:x()">a</a>`, "a"},
		{`<a href=" JavaScript:x()">a</a>`, "a"},
		{"<a href='java\nscript:x()'>a</a>", "a"},
		{`<a href="vbscript:x">a</a>`, "a"},
		{`<a href="data:text/html,x">a</a>`, "a"},
		{`<a href="javascript">a</a>`, "[a](javascript)"},
	}
	check(t, rows)
	s := defaults()
	s.Page.KeepUnsafeLinks = true
	checkWith(t, s, []conversion{{`<a href="javascript:x()">a</a>`, "[a](javascript:x())"}})
}

func TestAutolink(t *testing.T) {
	check(t, []conversion{
		{`<a href="http://a.b/?c=d&amp;e">http://a.b/?c=d&amp;e</a>`, "<http://a.b/?c=d&e>"},
		{`<a href="mailto:a@b.c">a@b.c</a>`, "<a@b.c>"},
		{`<a href="http://a.b" title="t">http://a.b</a>`, `[http://a.b](http://a.b "t")`},
		{`<a href="/u">/u</a>`, "[/u](/u)"},
	})
}

// A scheme is looked for in what an address is resolved to, and behind what some readers do not see.
func TestActiveAddresses(t *testing.T) {
	check(t, []conversion{
		{`<base href="javascript://x/%0aalert(1)//"><a href="y">go</a> <img src="z" alt="i">`, "[go](y) ![i](z)"},
		{`<base href="VBscript://x/"><a href="y">go</a>`, "[go](y)"},
		{`<base href="da&#10;ta://x/"><table><tr><td><iframe title="go" src="y"></iframe></table>`, "[go](y)"},
		{`<base href="https://a.b/">a<iframe title="go"></iframe><video title="go" src=" ">b</video><embed title="go" src="">`, "a\n\nb"},
		{`<a href="&#1; JAVA&#10;SCRIPT:x">a</a>`, "a"},
		{`<a href="&nbsp;javascript:x">a</a>`, "[a](%C2%A0javascript:x)"},
		{`<a href="&#xFEFF;javascript:x">a</a>`, "[a](%EF%BB%BFjavascript:x)"},
		{`<a href="&#x2028;&#x3000;javascript:x">a</a>`, "[a](%E2%80%A8%E3%80%80javascript:x)"},
		{`<a href="/満潮">a</a>`, "[a](/満潮)"},
		{`<a href="javascript&amp;colon;x">a</a>`, "[a](javascript&amp;colon;x)"},
		{`<a href="javascript&amp;#58x">a</a> <a href="javascript&amp;#x3az">a</a>`, "[a](javascript&amp;#58x) [a](javascript&amp;#x3az)"},
		{`<a href="/?a&amp;#b">a</a>`, "[a](/?a&#b)"},
	})
	s := defaults()
	s.TableMode = markdown.HTML
	checkWith(t, s, []conversion{
		{`<base href="javascript://x/"><table><tr><td><a href="y">go</a></table>`, `<table><tbody><tr><td><a href="y">go</a></td></tr></tbody></table>`},
	})
}

func TestBaseURL(t *testing.T) {
	s := defaults()
	base, err := url.Parse("https://e.org/d/p?q")
	require.NoError(t, err)
	s.Page.BaseURL = base
	checkWith(t, s, []conversion{
		{`<a href="x">a</a>`, "[a](https://e.org/d/x)"},
		{`<a href="//o.org/x">a</a>`, "[a](https://o.org/x)"},
		{`<a href="#f">a</a>`, "[a](#f)"},
		{`<a href="mailto:a@b.c">a</a>`, "[a](mailto:a@b.c)"},
		{`<img src="/i">`, "![](https://e.org/i)"},
		{`<base href="/b/"><a href="x">a</a>`, "[a](https://e.org/b/x)"},
	})
	check(t, []conversion{
		{`<base href="https://b.org/b/"><a href="x">a</a>`, "[a](https://b.org/b/x)"},
		{`<base href="/b/"><a href="x">a</a>`, "[a](x)"},
	})
}

func TestReferenceLink(t *testing.T) {
	source := `<p><a href="/u" title="t">a</a> <a href="/v">b</a> <a href="/u" title="t">a</a> <a href="/w">a</a> [c]</p>`
	s := defaults()
	s.LinkReferenced = true
	checkWith(t, s, []conversion{
		{source, "[a][1] [b][2] [a][1] [a][3] \\[c]\n\n[1]: /u \"t\"\n[2]: /v\n[3]: /w"},
	})
	s.ReferenceStyle = inline.Collapsed
	checkWith(t, s, []conversion{
		{source, "[a][] [b][] [a][] [a][1] \\[c]\n\n[a]: /u \"t\"\n[b]: /v\n[1]: /w"},
	})
	s.ReferenceStyle = inline.Shortcut
	checkWith(t, s, []conversion{
		{source, "[a] [b] [a] [a][1] \\[c]\n\n[a]: /u \"t\"\n[b]: /v\n[1]: /w"},
		{`<a href="/u">a</a>(b)`, "[a][](b)\n\n[a]: /u"},
		{`<table><tr><th><a href="/u">a|b</a></table>`, "| [a\\|b][1] |\n| --- |\n\n[1]: /u"},
	})
}

func TestImage(t *testing.T) {
	check(t, []conversion{
		{`<img src="i" alt="a [b] *c*" title="t">`, `![a \[b\] \*c\*](i "t")`},
		{`<img src="i" alt=" [ ] a\ ">`, `![\[ \] a\\](i)`},
		{"<img src=i alt='a\x00b'>", "![a\ufffdb](i)"},
		{`<img src="i">`, "![](i)"},
		{`<img alt="a">`, "a"},
		{`<img src="data:image/png;base64,x" alt="a">`, "a"},
		{`<img data-src="i">`, "![](i)"},
		{`<img src="data:image/gif;base64,x" data-src="i">`, "![](i)"},
		{`<img srcset="i 1x, j 2x">`, "![](j)"},
		{`<picture><source srcset="i 1x"><img></picture>`, "![](i)"},
		{`<a href="/u"><img src="i"></a>`, "[![](i)](/u)"},
	})
	s := defaults()
	s.Page.DataImages = page.Keep
	checkWith(t, s, []conversion{{`<img src="data:image/png;base64,x" alt="a">`, "![a](data:image/png;base64,x)"}})
	s.Page.Images = page.Alt
	checkWith(t, s, []conversion{{`<img src="i" alt="a*b*">`, `a\*b*`}})
	s.Page.Images = page.Drop
	checkWith(t, s, []conversion{{`a<img src="i" alt="b">`, "a"}})
}
