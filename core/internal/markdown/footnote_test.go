package markdown_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"tidemark/core/internal/inline"
)

// withFootnotes renders footnotes back, with links back that say nothing.
var withFootnotes = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.NewFootnote(extension.WithFootnoteBacklinkHTML(""))),
	goldmark.WithRendererOptions(html.WithUnsafe()),
)

// generators are documents of one footnote with two references as programs write them.
var generators = map[string]string{
	"github": `<p>a<sup><a href="#user-content-fn-n" id="user-content-fnref-n" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup> b<sup><a href="#user-content-fn-n" id="user-content-fnref-n-2" data-footnote-ref="">1</a></sup></p>
		<section data-footnotes="" class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li id="user-content-fn-n">
		<p>c</p><p>d <a href="#user-content-fnref-n" data-footnote-backref="" class="data-footnote-backref">↩</a> <a href="#user-content-fnref-n-2" data-footnote-backref="">↩<sup>2</sup></a></p></li></ol></section>`,
	"goldmark": `<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup> b<sup id="fnref1:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>
		<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>c</p><p>d&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a>&#160;<a href="#fnref1:1" class="footnote-backref">&#x21a9;&#xfe0e;</a></p></li></ol></div>`,
	"pandoc": `<p>a<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> b<a href="#fn1" class="footnote-ref" role="doc-noteref"><sup>1</sup></a></p>
		<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr /><ol><li id="fn1"><p>c</p><p>d<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>`,
	"markdown-it": `<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup> b<sup class="footnote-ref"><a href="#fn1" id="fnref1:1">[1:1]</a></sup></p>
		<hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item"><p>c</p><p>d <a href="#fnref1" class="footnote-backref">↩︎</a> <a href="#fnref1:1" class="footnote-backref">↩︎</a></p></li></ol></section>`,
	"kramdown": `<p>a<sup id="fnref:x"><a href="#fn:x" class="footnote" rel="footnote" role="doc-noteref">1</a></sup> b<sup id="fnref:x:1"><a href="#fn:x" class="footnote" rel="footnote" role="doc-noteref">1</a></sup></p>
		<div class="footnotes" role="doc-endnotes"><ol><li id="fn:x"><p>c</p><p>d <a href="#fnref:x" class="reversefootnote" role="doc-backlink">&#8617;</a> <a href="#fnref:x:1" class="reversefootnote" role="doc-backlink">&#8617;<sup>2</sup></a></p></li></ol></div>`,
	"python-markdown": `<p>a<sup id="fnref:x"><a class="footnote-ref" href="#fn:x">1</a></sup> b<sup id="fnref2:x"><a class="footnote-ref" href="#fn:x">1</a></sup></p>
		<div class="footnote"><hr /><ol><li id="fn:x"><p>c</p><p>d&#160;<a class="footnote-backref" href="#fnref:x">&#8617;</a><a class="footnote-backref" href="#fnref2:x">&#8617;</a></p></li></ol></div>`,
	"wordpress": `<p>a<sup data-fn="9a" class="fn"><a id="9a-link" href="#9a">1</a></sup> b<sup><a href="#9a">1</a></sup></p>
		<ol class="wp-block-footnotes"><li id="9a"><p>c</p>d <a href="#9a-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>`,
}

func TestFootnoteGenerators(t *testing.T) {
	const want = "a[^1] b[^1]\n\n[^1]: c\n\n    d"
	for name, source := range generators {
		out := convert(t, source)
		assert.Equal(t, want, out, name)
		assert.Equal(t, want, convert(t, renderBack(t, withFootnotes, out)), "%s, rendered back", name)
	}
}

// notes is a document with a paragraph and the footnotes that are made of items.
func notes(paragraph string, items ...string) string {
	return "<p>" + paragraph + `</p><section data-footnotes><ol>` + strings.Join(items, "") + `</ol></section>`
}

func TestFootnote(t *testing.T) {
	const ref, other = `<sup><a href="#1">1</a></sup>`, `<sup><a href="#2">2</a></sup>`
	rows := []conversion{
		{notes(`a`+ref+other, `<li id=1>b</li><li id=2>c</li>`), "a[^1][^2]\n\n[^1]: b\n\n[^2]: c"},
		{notes(`a`+other+ref, `<li id=1>b</li><li id=2>c</li>`), "a[^2][^1]\n\n[^1]: b\n\n[^2]: c"},
		{notes(`<b>a`+ref+`</b> <i>`+ref+`</i>`, `<li id=1>b</li>`), "**a[^1]** *[^1]*\n\n[^1]: b"},
		{notes(`a<sup><a href="#1">1</a>, <a href="#2">2</a></sup>`, `<li id=1>b</li><li id=2>c</li>`), "a[^1], [^2]\n\n[^1]: b\n\n[^2]: c"},
		{notes(`a`+ref, `<li id=1><ul><li>b<li>c</ul></li>`), "a[^1]\n\n[^1]:\n\n    - b\n    - c"},
		{notes(`a`+ref, "<li id=1><pre>b\n\nc</pre></li>") + "<p>d</p>", "a[^1]\n\n[^1]:\n\n    ```\n    b\n\n    c\n    ```\n\nd"},
		{notes(`a`+ref, `<li id=1></li>`), "a[^1]\n\n[^1]:"},
		{notes(`a`+ref, `<li id=1>b`+other+`</li><li id=2>c`+ref+`</li>`), "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]"},
		{notes(`<table><tr><th>a`+ref+`<th>b</table><h2>c`+ref+`</h2>`, `<li id=1>d</li>`), "| a[^1] | b |\n| --- | --- |\n\n## c[^1]\n\n[^1]: d"},
		{`<ul><li>` + notes(`a`+ref, `<li id=1>b</li>`) + `</ul><blockquote>` + notes(`a`+other, `<li id=2>b</li>`) + `</blockquote>`,
			"- a[^1]\n\n  [^1]: b\n\n> a[^2]\n>\n> [^2]: b"},
		{notes(`a<sup><a href="#%C3%A9">1</a></sup>`, `<li id="é">b</li>`), "a[^1]\n\n[^1]: b"},
	}
	check(t, rows)
	for _, row := range rows { // A renderer may put footnotes elsewhere and in another order, but once.
		back := renderBack(t, withFootnotes, row.markdown)
		assert.Equal(t, normalize(t, back), normalize(t, renderBack(t, withFootnotes, convert(t, back))), "of %s", row.markdown)
	}
}

// To readers without footnotes the definition of one is a paragraph, or that of a link.
func TestFootnoteIsNoLink(t *testing.T) {
	const ref = `<sup><a href="#1">1</a></sup>`
	for note, markdown := range map[string]string{
		`javascript:alert(1)`:                   "\n\n    javascript:alert(1)",
		`javascript:alert(1)<br>b`:              "\n\n    javascript:alert(1)\\\n    b",
		`javascript:alert(1) "b"`:               "\n\n    javascript:alert(1) \"b\"",
		`javascript:alert(1) (b<br>c)`:          "\n\n    javascript:alert(1) (b\\\n    c)",
		`javascript:alert(1) b`:                 " javascript:alert(1) b",
		`javascript:alert(1) (b) c`:             " javascript:alert(1) (b) c",
		`//a.b`:                                 "\n\n    //a.b",
		`http://a.b`:                            "\n\n    http\\://a.b",
		`Ibid.`:                                 " Ibid.",
		`<a href="http://a.b/">b</a>`:           " [b](http://a.b/)",
		`<a href="http://a.b/">http://a.b/</a>`: " <http://a.b/>",
		`<pre>&lt;img></pre>`:                   "\n\n    ```\n    <img>\n    ```",
		`<blockquote>javascript:alert(1)</blockquote><p>c</p>`: "\n\n    > javascript:alert(1)\n\n    c",
	} {
		check(t, []conversion{
			{notes(`a`+ref, `<li id=1>`+note) + `<p>d`, "a[^1]\n\n[^1]:" + markdown + "\n\nd"},
			{`<blockquote>` + notes(`a`+ref, `<li id=1>`+note) + `</blockquote>`, quoted("a[^1]\n\n[^1]:" + markdown)},
		})
	}
}

// quoted is Markdown as a quotation.
func quoted(markdown string) string {
	return strings.ReplaceAll("> "+strings.ReplaceAll(markdown, "\n", "\n> "), "> \n", ">\n")
}

func TestFootnoteLabel(t *testing.T) {
	check(t, []conversion{
		{notes(`<sup><a href="#x">[a]</a></sup><sup><a href="#y">A</a></sup><sup><a href="#z">note 1</a></sup><sup><a href="#v"></a></sup>`,
			`<li id=x>b<li id=y>c<li id=z>d<li id=v>e`), "[^a][^1][^2][^3]\n\n[^a]: b\n\n[^1]: c\n\n[^2]: d\n\n[^3]: e"},
		// The same footnotes twice, as in a list of articles.
		{strings.Repeat(notes(`a<sup><a href="#1">1</a></sup>`, `<li id=1>b<a href="#r" class=footnote-backref>^</a></li>`), 2),
			"a[^1]\n\n[^1]: b\n\na[^1]\n\n1. b[^](#r)"},
	})
}

func TestWhatIsNoFootnote(t *testing.T) {
	check(t, []conversion{
		{`<p>a<sup><a href="#1">1</a></sup></p><ol><li id=1>b</ol>`, "a<sup>[1](#1)</sup>\n\n1. b"},
		{`<p>a<sup><a href="#1">1</a></sup></p>`, "a<sup>[1](#1)</sup>"},
		{notes(`a <a href="#1">see b</a>`, `<li id=1>b</li>`), "a [see b](#1)\n\n1. b"},
		{notes(`a`, `<li id=1>b <a href="#r" data-footnote-backref>↩</a></li>`), "a\n\n1. b [↩](#r)"},
		{notes(`a<sup><a href="#2">2</a></sup>`, `<li id=1>b</li><li id=2>c</li><li id=3>d</li>`), "a[^2]\n\n1. b\n\n[^2]: c\n\n3. d"},
		// The footnote comes first.
		{notes(`a`, `<li id=1>b</li>`) + `<p>c<sup><a href="#1">1</a></sup></p>`, "a\n\n1. b\n\nc<sup>[1](#1)</sup>"},
		// It is where there is room for one line only, or where it cannot be seen.
		{`<p>a<sup><a href="#1">1</a></sup></p><table><tr><th>b<th><ol class=footnotes><li id=1>c</ol></table>`, "a<sup>[1](#1)</sup>\n\n| b | c |\n| --- | --- |"},
		{`<p>a<sup><a href="#1">1</a></sup></p><ol hidden class=footnotes><li id=1>c</ol>`, "a<sup>[1](#1)</sup>"},
		// The reference is in code, or names no footnote.
		{notes(`<code>a<sup><a href="#1">1</a></sup></code>`, `<li id=1>b</li>`), "`a1`\n\n1. b"},
		{notes(`a<sup><a href="#1">1</a></sup>`, `<li>b</li>`), "a<sup>[1](#1)</sup>\n\n1. b"},
	})
	s := defaults()
	s.Footnotes = false
	checkWith(t, s, []conversion{
		{generators["goldmark"], "a<sup>[1](#fn:1)</sup> b<sup>[1](#fn:1)</sup>\n\n---\n\n1. c\n\n   d\u00a0[↩︎](#fnref:1)\u00a0[↩︎](#fnref1:1)"},
		{`[^1]<br>[^1]: a`, "\\[^1]\\\n[^1]: a"},
	})
}

func TestTextLikeFootnotes(t *testing.T) {
	const ref, note = `<sup><a href="#1">1</a></sup>`, "\n\n[^1]: b"
	check(t, []conversion{
		{`[^1] [^a-z]`, `[^1] [^a-z]`},
		{`<p>a<br>[^1]: b<br>[^1] c<br>[^<b>1</b>]: d</p>`, "a\\\n\\[^1]: b\\\n[^1] c\\\n\\[^**1**]: d"},
		{notes(`[^1] `+ref+` [^1] [^2] [^ 1 ]`, `<li id=1>b`), `\[^1] [^1] \[^1] [^2] \[^ 1 ]` + note},
		{notes(`a`+ref+`(c) `+ref+`: `+ref+`[d]`, `<li id=1>b`), `a[^1]\(c) [^1]: [^1][d]` + note},
		{notes(ref+`: a<br>`+ref+`: a`, `<li id=1>b`), "[^1]\\: a\\\n[^1]\\: a" + note},
		{notes(`<a href="/u">^1</a> <img src=i alt="^1"> <a href="/u">^2</a> `+ref, `<li id=1>b`), `[\^1](/u) ![\^1](i) [^2](/u) [^1]` + note},
	})
	s := defaults()
	s.LinkReferenced, s.ReferenceStyle = true, inline.Collapsed
	checkWith(t, s, []conversion{{`<a href="/u">^1</a>`, "[^1][1]\n\n[1]: /u"}})
	s = defaults()
	s.EscapeNone = true
	checkWith(t, s, []conversion{{notes(`[^1] `+ref+`(a)`, `<li id=1>b`), `[^1] [^1](a)` + note}})
	s = defaults()
	s.CodeIndented = true
	checkWith(t, s, []conversion{{notes(ref, `<li id=1>b`) + `<pre>c</pre>`, "[^1]" + note + "\n\n```\nc\n```"}})
}

// TestFootnoteAmongText puts references between text that could be taken for one, and for what makes links and definitions:
// rendered back the text is the same.
func TestFootnoteAmongText(t *testing.T) {
	pieces := []string{
		"[^1]", "[^", "[^a]: ", "[^1]: ", "[^1]:x", ":", ": ", "(", ")", "!", "[", "]", " ", "a", "b ", "*", "_", "1", "&nbsp;",
		`<sup><a href="#f">1</a></sup>`, `<sup><a href="#f">1</a></sup>`, "<sup>", "</sup>", "<br>", "<b>", "</b>", "<i>", "</i>",
		"<code>c</code>", `<a href="/u">^1</a>`, `<a href="/u">`, "</a>",
	}
	random := rand.New(rand.NewPCG(1, 2))
	some := func(n int) string {
		text := ""
		for range 1 + random.IntN(n) {
			text += pieces[random.IntN(len(pieces))]
		}
		return text
	}
	for range 5000 {
		source := "<p>" + some(9) + `</p><ol class="footnotes"><li id="f">note ` + some(2) + `</ol>`
		out := convert(t, source)
		require.Equal(t, words(plainText(t, source)), words(plainText(t, renderBack(t, withFootnotes, out))), "of %s by way of %q", source, out)
	}
}
