package markdown_test

import (
	"strings"
	"testing"

	"tidemark/core/internal/page"
)

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
		{`<p><noscript>JavaScript is off</noscript>b<!-- c -->`, "b"},
		{`<map name=m>a<area href=x></map>`, "a"},
		{`<head><noscript><p>a</p></noscript></head>b`, "b"},
		{`<dialog>a</dialog><dialog open>b</dialog>`, "b"},
	})
}

func TestMedia(t *testing.T) {
	check(t, []conversion{
		{`<iframe src="https://v.org/1" title="Film"></iframe>`, "[Film](https://v.org/1)"},
		{`<iframe src="https://v.org/1"></iframe>`, "<https://v.org/1>"},
		{`<video src="/v/v.mp4?x#y">no video</video>`, "[v.mp4](/v/v.mp4?x#y)"},
		{`<video controls><track src="t.vtt"><source src="v.webm"><source src="v.mp4"></video>`, "[v.webm](v.webm)"},
		{`<audio><source src="https://a.org/a b.mp3">x</audio>`, "[https://a.org/a b.mp3](<https://a.org/a b.mp3>)"},
		{`<video src="blob:https://v.org/1">no video</video>`, "no video"},
		{`<video>no video</video>`, "no video"},
		{`<embed src="a.pdf"><object data="b.pdf"><p>b</p></object><object data="c.pdf"></object>`, "[a.pdf](a.pdf)\n\nb\n\n[c.pdf](c.pdf)"},
		{`<iframe src="about:blank" title="t"></iframe><iframe title="t"></iframe><iframe src="javascript:x()"></iframe>`, ""},
		{`<iframe src="https://t.org/ns.html" width=0 height=0></iframe>`, ""},
		{`<iframe data-src="https://v.org/1" src="about:blank"></iframe>`, "<https://v.org/1>"},
		{`<iframe src="//www.youtube.com/embed/a-b_c?rel=0&amp;start=3"></iframe>`, "<https://www.youtube.com/watch?v=a-b_c>"},
		{`<iframe src="https://www.youtube-nocookie.com/embed/x" title="Film"></iframe>`, "[Film](https://www.youtube-nocookie.com/embed/x)"},
		{`<iframe src="https://a.org/b/ad.html?x=` + strings.Repeat("y", 160) + `"></iframe>`, "[ad.html](https://a.org/b/ad.html?x=" + strings.Repeat("y", 160) + ")"},
		{`<iframe src="https://a.org/relay" style="position: absolute; top: -100px"></iframe><iframe src="//a.org/b/c.html"></iframe>`, "[c.html](//a.org/b/c.html)"},
		{`<iframe src="https://player.vimeo.com/video/12?h=3"></iframe>`, "<https://vimeo.com/12>"},
		{`<iframe src="x" srcdoc="&lt;title>t&lt;/title>&lt;p>a &amp;lt; *b*&lt;p>c">old</iframe>`, "a < \\*b*\n\nc"},
		{`<iframe srcdoc="&lt;script>x()&lt;/script>&lt;a href='javascript:x()'>a&lt;/a>"></iframe>`, "a"},
		{`<ul><li>a<iframe srcdoc="b"></iframe></ul>`, "- a\n\n  b"},
	})
}

func TestNoscript(t *testing.T) {
	check(t, []conversion{
		{`<p>a<noscript><img src="b.png" alt="b"></noscript>`, "a![b](b.png)"},
		{`<p><img src="data:image/gif;base64,x" alt="b"><noscript><img src="b.png" alt="b"></noscript>`, "![b](b.png)"},
		{`<p><noscript><img src="b.png" alt="b"></noscript> <img class="lazy" alt="b">`, "![b](b.png)"},
		{`<p><img data-src="c.png" alt="c"><noscript><img src="b.png" alt="b"></noscript>`, "![c](c.png)"},
		{`<p><picture><img data-src="c.png" alt="c"></picture> <noscript><img src="b.png" alt="b"></noscript>`, "![c](c.png)"},
		{`<p><img data-cfsrc="c.png" style="display:none"><noscript><img src="b.png" alt="b"></noscript>`, "![b](b.png)"},
		{`<p>a<noscript><img height="1" width="1" src="https://t.org/a.gif"></noscript>`, "a"},
		{`<p>a<noscript><img src="https://t.org/a?b=c"></noscript>`, "a"},
		{`<p>a<noscript><div><img src="https://t.org/a.gif" style="position:absolute; left:-9999px" alt=""></div></noscript>`, "a"},
		{`<p>a<noscript><iframe src="https://t.org/" height="0" width="0" style="display:none"></iframe></noscript>`, "a"},
		{`<p>a<noscript>Please enable <b>JavaScript</b> to see this.</noscript>`, "a"},
		{`<div></div><noscript>You need to enable JavaScript.</noscript>`, "You need to enable JavaScript."},
		{`<p>a<script>x()</script><noscript><a href="/gist">View gist</a></noscript>`, "a"},
		{`<p>a<noscript><img src="https://t.org/a.gif?b=c" alt="b"></noscript>`, "a"},
		{`<p>a<noscript><input type="submit" value="Go"></noscript>`, "a"},
		{`<p>a<noscript><p><img src="b.png">b</noscript><p>c`, "a\n\n![](b.png)b\n\nc"},
		{`<p>a<noscript><img src="b.png"><a href="javascript:x()">b</a></noscript>`, "a![](b.png)b"},
		{`<head><noscript><p>a</p></noscript></head>b`, "b"},
	})
	s := defaults()
	s.Page.Noscript = page.HiddenKeep
	checkWith(t, s, []conversion{{`<p>a <noscript>Please enable JavaScript.</noscript>`, "a Please enable JavaScript."}})
	s.Page.Noscript = page.HiddenDrop
	checkWith(t, s, []conversion{{`<p>a<img src="data:image/gif,x" alt="c"> <noscript><img src="b.png" alt="b"></noscript>`, "a c"}})
}

func TestHidden(t *testing.T) {
	const panels = `<p hidden>a</p><div hidden="until-found">b</div><div role="tabpanel" hidden>c</div><div class="tab-pane fade" style="display:none">d</div>`
	check(t, []conversion{
		{panels, "b\n\nc\n\nd"},
		{`<div class="callout is-collapsed"><div class="callout-content" style="display: none;"><p>a</p></div></div>`, "a"},
		{`<div class="tab" style="display:none">a</div><p>b`, "b"},
		{`<div role="tabpanel"><p hidden>a</p>b</div>`, "b"},
	})
	s := defaults()
	s.Page.Hidden = page.HiddenKeep
	checkWith(t, s, []conversion{{panels, "a\n\nb\n\nc\n\nd"}})
	s.Page.Hidden = page.HiddenDrop
	checkWith(t, s, []conversion{{panels, ""}})
}
