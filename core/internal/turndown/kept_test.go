package turndown_test

import (
	"testing"

	"tidemark/core/internal/turndown"
)

func TestKept(t *testing.T) {
	check(t, func(s *turndown.Settings) {
		s.Keep, s.Remove = []string{"u", "div", "svg", "script", "b", "x-y", "textarea", "iframe", "del"}, []string{"del", "q", "style"}
	}, []conversion{
		{"a <u> x <b>y</b></u> b", "a <u>x <b>y</b></u> b"},
		{"<b>x</b>", "**x**"},
		{"<u></u>", ""},
		{`a<div a="&lt;'&quot;&nbsp;x" b>x &lt; &amp; > &nbsp;<br><img src=x></div>b`,
			"a\n\n<div a=\"&lt;'&quot;&nbsp;x\" b=\"\">x &lt; &amp; &gt; &nbsp;<br><img src=\"x\"></div>\n\nb"},
		{`<svg viewBox="0 0 1 1" xlink:href="#a"><foreignObject><p>x</p></foreignObject><path d=""/></svg>`,
			`<svg viewBox="0 0 1 1" xlink:href="#a"><foreignObject><p>x</p></foreignObject><path d=""></path></svg>`},
		{"x<script>a<b && c</script>", "x<script>a<b && c</script>"},
		{"<x-y Foo=1>a<input disabled></x-y>", `<x-y foo="1">a<input disabled=""></x-y>`},
		{"<div><ac:task-list><en-note/>a</ac:task-list></div>", "<div><ac:task-list><en-note>a</en-note></ac:task-list></div>"},
		{"<u>a<!-- b --><pre>c<!-- d --></pre></u>", "<u>a<pre>c<!-- d --></pre></u>"},
		{"<blockquote><x-y>x<pre>q\n\nr</pre></x-y></blockquote>", "> <x-y>x<pre>q\n> \n> r</pre></x-y>"},
		{"<del>x</del>a<q> b </q>c", "<del>x</del>a  c"},
		{"a<style> b </style>c", "a  c"},
	})
}

// What Turndown shows of scripts and style sheets is left out, as if they were not there.
func TestScriptsAreSilent(t *testing.T) {
	check(t, nil, []conversion{
		{"a<script> x </script>b", "ab"},
		{"a <style>x</style> b", "a b"},
		{"<p>a<script>x</script></p><div><style>x</style></div>b", "a\n\nb"},
		{"a <script>x</script><b> b</b>", "a **b**"},
	})
}

func TestLinksOfWhatIsNotWritten(t *testing.T) {
	check(t, func(s *turndown.Settings) {
		s.Keep, s.Remove, s.Link = []string{"u"}, []string{"q", "dd"}, turndown.Referenced
	}, []conversion{
		{"<q><a href=1>x</a></q><a href=2>y</a>", "[y][2]\n\n[1]: 1\n[2]: 2"},
		{"<u><u><a href=1>x</a></u></u><dd><a href=2>y</a></dd>", "<u><u><a href=\"1\">x</a></u></u>\n\n[1]: 1\n[2]: 2"},
	})
}

func TestUnfinished(t *testing.T) {
	check(t, func(s *turndown.Settings) { s.Unfinished, s.Link = true, turndown.Referenced }, []conversion{
		{"<p><a href=u>a</a></p>", "[a][1]\n\n\x00[1]: u"},
		{"", "\x00"},
	})
}
