package core_test

import (
	"context"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

func withRules(t *testing.T, html string, rules ...core.Rule) string {
	t.Helper()
	out, err := newConverter(t, core.Options{Rules: rules}).Convert(context.Background(), html)
	assert.NoError(t, err)
	return out
}

// TestNoAddress wants no address where a template has none, rather than that of the document.
func TestNoAddress(t *testing.T) {
	rules := []core.Rule{{Selector: "a", Template: "[{text}]({@href})"}}
	out, err := newConverter(t, core.Options{Rules: rules, BaseURL: "https://a.example/b/"}).Convert(context.Background(), `<a>c</a> <a href="d">e</a>`)
	require.NoError(t, err)
	assert.Equal(t, "[c]() [e](https://a.example/b/d)", out)
}

func TestDeclarativeRules(t *testing.T) {
	for _, test := range []struct {
		rule       core.Rule
		html, want string
	}{
		{core.Rule{Selector: ".t", As: "h2"}, "<p class=t>a *b*", `## a \*b*`},
		{core.Rule{Selector: "i", Before: "::", After: "::"}, "<p>a<i> b* </i>c", `a ::b\*:: c`},
		{core.Rule{Selector: "div", Before: "> "}, "x<div>a</div>y", "x\n\n> a\n\ny"},
		{core.Rule{Selector: "div", Drop: "true"}, "x<div>a</div>y", "xy"},
		{core.Rule{Selector: "b", Drop: "keepText"}, "x<b>a <i>b</i></b>y", "xa by"},
		{core.Rule{Selector: "a", Template: "[{content}]({@href} \"{@title}\")"}, `<a href="/x (y" title='"q"'>a]b</a>`, `[a\]b](</x \(y> "\"q\"")`},
		{core.Rule{Selector: "a", Template: "[{text}](https://x.y/?u={@href})"}, `<a href="/x (y)">a</a>`, `[a](https://x.y/?u=/x%20%28y%29)`},
		{core.Rule{Selector: "a", Template: "[{text}]({@href})"}, `<a href="javascript:x">a</a>`, `[a]()`},
		{core.Rule{Selector: "a", Template: "[{text}]({@x}{@href})"}, `<a href="javascript:x">a</a>`, `[a]()`},
		{core.Rule{Selector: "a", Template: "[{text}]({@x}{@href})"}, `<a x=java href="script:x">a</a>`, `[a]()`},
		{core.Rule{Selector: "a", Template: "[{text}](java{@x})"}, `<a x="script:x">a</a>`, `[a]()`},
		{core.Rule{Selector: "a", Template: "[{text}]({@x}{@href})"}, `<a x="&amp;" href="#106;avascript:x">a</a>`, `[a](&amp;#106;avascript:x)`},
		{core.Rule{Selector: "kbd", Template: "`{text}`"}, "<kbd>a`b</kbd>", "``a`b``"},
		{core.Rule{Selector: "x-code", Template: "```{@lang}\n{text}\n```", Display: "block"}, "<x-code lang=js>a\n```\nb</x-code>c", "````js\na\n```\nb\n````\n\nc"},
		{core.Rule{Selector: "x-video", Template: `{{< video src="{@src}" >}}`, Display: "block"}, `a<x-video src='a"b'></x-video>`, "a\n\n{{< video src=\"a\"b\" >}}"},
		{core.Rule{Selector: "b", Template: `<mark title="{@title}">{content}</mark>`}, `<b title='a"b'>c&lt;d</b>`, `<mark title="a&quot;b">c\<d</mark>`},
		{core.Rule{Selector: "li", Template: `{content}!`}, "<ul><li>a<li>b</ul>", "- a!\n- b!"},
		{core.Rule{Selector: "td", Template: `{content}|`}, "<table><tr><th>x<tr><td>a<td>b</table>", "| x |  |\n| --- | --- |\n| a\\| | b\\| |"},
		{core.Rule{Selector: "pre", Template: "```\n{text}"}, "<pre>a</pre>b", "```\na\n```\n\nb"},
		{core.Rule{Selector: "div", Before: "> "}, "<div><p>a<p>b<ul><li>c<li>d</ul></div>e", "> a\n>\n> b\n>\n> - c\n> - d\n\ne"},
		{core.Rule{Selector: "div", Template: "1. {content}\n2. x"}, "<div><p>a<pre>b</pre></div>", "1. a\n\n   ```\n   b\n   ```\n2. x"},
		{core.Rule{Selector: "div", Template: "**{content}** *x*"}, "<div><p>a<pre>b</pre></div>", "**\n\na\n\n```\nb\n```\n\n** *x*"},
		{core.Rule{Selector: "pre", Template: "```{@class}\n{text}\n```"}, "<pre class='a`b'>c</pre>", "~~~a`b\nc\n~~~"},
		{core.Rule{Selector: "table", Before: "<div>\n\n", After: "\n\n</div>"}, "<table><tr><th>a<tr><td>b</table>", "<div>\n\n| a |\n| --- |\n| b |\n\n</div>"},
		{core.Rule{Selector: "ul, pre", Before: "> "}, "<ul><li>a<li>b<pre>c\n d</pre></ul>", "> - a\n>\n> - b\n>\n>   > ```\n>   > c\n>   >  d\n>   > ```"},
		{core.Rule{Selector: "caption", Before: "*", After: "*"}, "<table><caption>c</caption><tr><th>a<tr><td>b</table>", "*c*\n\n| a |\n| --- |\n| b |"},
		{core.Rule{Selector: "code", Before: "<", After: ">"}, "a<code>b*</code>", "a<`b*`>"},
		{core.Rule{Selector: "b", Template: "{html}"}, "<b onclick=x>a</b>b", "<b>a</b>b"},
	} {
		assert.Equal(t, test.want, withRules(t, test.html, test.rule), "%+v", test.rule)
	}
}

// To nest what rules write is to copy it: what that makes is bounded, however deep a page is.
func TestNestedRulesAreBounded(t *testing.T) {
	html := strings.Repeat("<div>", 50_000) + "x"
	for _, rule := range []core.Rule{{Selector: "div", Template: "<{content}>"}, {Selector: "div", Template: "{content}{content}"}} {
		c := newConverter(t, core.Options{Rules: []core.Rule{rule}, MaxOutputBytes: 1 << 20})
		_, err := c.Convert(context.Background(), html)
		var e *core.Error
		if assert.ErrorAs(t, err, &e) {
			assert.Equal(t, core.CodeInputTooLarge, e.Code)
		}
	}
	o := asking("div")
	o.MaxOutputBytes = 1 << 20
	s := newConverter(t, o).Stream(context.Background(), io.Discard)
	_, err := s.WriteString(html)
	require.NoError(t, err)
	questions, err := s.Finish()
	for levels := 0; questions != nil; levels++ {
		require.Less(t, levels, 5000)
		texts := make([]string, len(readQuestions(t, questions)))
		for i, q := range readQuestions(t, questions) {
			texts[i] = q.content + "y"
		}
		questions, err = s.Answer(answers(texts, 0))
	}
	assert.Error(t, err)
	// What is not nested is not bounded by it.
	assert.Len(t, withRules(t, strings.Repeat("<b>x</b>", 100_000), core.Rule{Selector: "b", Template: "{content}"}), 100_000)
}
