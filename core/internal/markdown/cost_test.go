package markdown_test

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/markdown"
	"tidemark/core/internal/outline"
)

// pathological documents of about n bytes.
var pathological = map[string]func(n int) string{
	"closed bold":   func(n int) string { return strings.Repeat("<b>x</b> ", n/9) },
	"adjacent":      func(n int) string { return strings.Repeat("<b>x</b><i>y</i>", n/16) },
	"nested":        func(n int) string { return "<em>" + strings.Repeat("<em>x</em>y ", n/12) + "</em>" },
	"covered":       func(n int) string { return strings.Repeat("<em><strong>", n/24) + "x" },
	"stacked":       func(n int) string { return strings.Repeat("<strong>", n/8) + "x" },
	"one run":       func(n int) string { return strings.Repeat("x<em>a</em><strong>b</strong>", n/29) + "y" },
	"headed lists":  func(n int) string { return strings.Repeat("<ul>x<li>y", 30) + strings.Repeat("<ul>x<li>y</ul>", n/15) },
	"wrapped items": func(n int) string { return "<ul>" + strings.Repeat("<div>", n/5) + "<li>x" },
	"hidden":        func(n int) string { return strings.Repeat("<p hidden>x", n/11) },
	"unclosed bold": func(n int) string { return strings.Repeat("<b>", 400) + strings.Repeat("<p>x", n/4) },
	"deep lists": func(n int) string {
		return strings.Repeat(strings.Repeat("<ul><li>x", 200)+strings.Repeat("</ul>", 200), n/2800)
	},
	"deep quotes": func(n int) string { return strings.Repeat("<blockquote>", 400) + strings.Repeat("<p>x", n/4) },
	"wide table":  func(n int) string { return "<table><tr>" + strings.Repeat("<td>x", n/5) + "<tr><td>y</table>" },
	"long table":  func(n int) string { return "<table>" + strings.Repeat("<tr><td>x<td>y", n/14) + "</table>" },
	"spans": func(n int) string {
		return "<table>" + strings.Repeat("<tr><td colspan=1000 rowspan=1000>x<td>y", n/40) + "</table>"
	},
	"asterisks":      func(n int) string { return strings.Repeat("*", n) },
	"asterisk words": func(n int) string { return strings.Repeat("*a ", n/3) },
	"both ways":      func(n int) string { return strings.Repeat("a**b ~~c~~ _d_ ", n/15) },
	"brackets":       func(n int) string { return strings.Repeat("[", n) },
	"links":          func(n int) string { return strings.Repeat("<a href=u>[</a>", n/15) },
	"less-than":      func(n int) string { return strings.Repeat("&lt;", n/4) },
	"tags as text":   func(n int) string { return strings.Repeat("&lt;a ", n/6) },
	"entities":       func(n int) string { return strings.Repeat("&amp;amp;", n/9) },
	"backticks":      func(n int) string { return strings.Repeat("` `` ", n/5) },
	"at signs":       func(n int) string { return strings.Repeat("a@b", n/3) },
	"code":           func(n int) string { return strings.Repeat("<code>`</code>", n/14) },
	"furniture": func(n int) string {
		return "<pre>" + strings.Repeat(`<span class=ln>1`, n/32) + strings.Repeat(`<pre class=lineno>1`, n/40) + "x"
	},
	"numbered lines": func(n int) string { return "<pre>" + strings.Repeat("<div><b>1</b><i>x</i></div>", n/27) },
	"code frames": func(n int) string {
		return strings.Repeat(`<div class="highlight">`, 400) + strings.Repeat(`<figure class="highlight"><pre>x</pre><b class=copy>y</b></figure>`, n/64)
	},
	"code tables":  func(n int) string { return strings.Repeat("<table><tr><td class=gutter>1<td>", n/33) + "x" },
	"codes":        func(n int) string { return strings.Repeat("<code><div>x</div>", n/18) },
	"breaks":       func(n int) string { return strings.Repeat("<br>x", n/5) },
	"pictures":     func(n int) string { return "<picture>" + strings.Repeat("<img>", n/5) + "x" },
	"padding":      func(n int) string { return "<p>" + strings.Repeat("<b>&nbsp;</b>", n/13) + "x" },
	"empty items":  func(n int) string { return strings.Repeat("x<ul><li>", 200) + strings.Repeat("<i></i>", n/7) },
	"mixed text":   func(n int) string { return strings.Repeat("*a_b~~", n/6) },
	"beside tilde": func(n int) string { return strings.Repeat("<del>x</del>~", n/13) },
	"footnotes": func(n int) string {
		return strings.Repeat(`<sup><a href="#1">1</a></sup>[^1][^2]`, n/80) + `<ol class=footnotes>` + strings.Repeat("<li id=1>x", n/20) + "</ol>"
	},
	"labels": func(n int) string { return strings.Repeat("[^", n/2) },
	"alerts": func(n int) string {
		return strings.Repeat(`<div class="callout note">x`, 400) + strings.Repeat("<p>x", n/4)
	},
	"empty alerts": func(n int) string { return "x" + strings.Repeat(`<div class="callout note">`, n/26) },
	"ruby":         func(n int) string { return "<ruby>" + strings.Repeat("<rt>x</rt> ", n/11) },
	"selections":   func(n int) string { return "<select>" + strings.Repeat("<option>x", n/9) },
	"code lines":   func(n int) string { return "<pre>" + strings.Repeat("<div>x</div>", n/12) + "</pre>" },
}

// TestCostIsLinear renders pathological documents of one size and of four times that size: what is allocated, what is written, and how often
// the context is looked at on the way, grows with the size. These are exact, where time is not.
func TestCostIsLinear(t *testing.T) {
	const n = 100_000
	for name, document := range pathological {
		t.Run(name, func(t *testing.T) {
			for _, main := range []bool{false, true} {
				small, large := cost(t, document(n), main), cost(t, document(4*n), main)
				assert.Less(t, float64(large.allocated), 8*float64(small.allocated)+1e6, "bytes allocated")
				assert.LessOrEqual(t, float64(large.written), 5*float64(small.written), "bytes written")
				assert.Less(t, large.looks, 5*small.looks+20, "looks at the context")
			}
		})
	}
}

// TestCostOfRecordingIsLinear does so where it is asked where things stand, in the Markdown and in the source.
func TestCostOfRecordingIsLinear(t *testing.T) {
	const n = 50_000
	for name, document := range pathological {
		small, large := recordingCost(t, document(n)), recordingCost(t, document(4*n))
		assert.Less(t, float64(large), 8*float64(small)+1e6, "%s: bytes allocated", name)
	}
}

func recordingCost(t *testing.T, source string) uint64 {
	t.Helper()
	s := defaults()
	compiled := s.Compile()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true, Extents: true}))
	var into outline.Recorder
	var r markdown.Renderer
	r.Record(&into)
	_, err := r.Render(context.Background(), nil, &doc, compiled)
	require.NoError(t, err)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

type renderCost struct {
	allocated, written uint64
	looks              int
}

// lookedAt counts how often a context is asked whether it has ended.
type lookedAt struct {
	context.Context
	times int
}

func (c *lookedAt) Err() error {
	c.times++
	return c.Context.Err()
}

func cost(t *testing.T, source string, main bool) renderCost {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true}))
	s := defaults()
	s.Main = main
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	ctx := &lookedAt{Context: context.Background()}
	out, err := new(markdown.Renderer).Render(ctx, nil, &doc, s.Compile())
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	return renderCost{allocated: after.TotalAlloc - before.TotalAlloc, written: uint64(len(out)), looks: ctx.times}
}

// TestSteadyStateAllocations renders the same document again and again: a renderer that has seen its like allocates nothing.
func TestSteadyStateAllocations(t *testing.T) {
	for _, main := range []bool{false, true} {
		testSteadyStateAllocations(t, main)
	}
}

func testSteadyStateAllocations(t *testing.T, main bool) {
	t.Helper()
	source := strings.Repeat(`<h2>a</h2><p>b <b>c</b> <i>d</i> <a href="/u" title="t">e</a> <code>f</code> *g*<br>h <img src="i" alt="j"></p>
		<ul><li>k</li><li><p>l</p></li></ul><blockquote>m</blockquote><pre><code class="language-go">n</code></pre>
		<table><tr><th>o<th>p<tr><td align=right>q<td>r</table>
		<p>s<sup><a href="#t">1</a></sup> [^1] <q>u</q></p><ol class=footnotes><li id=t>v</ol><div class="admonition tip">w</div>`, 50)
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true}))
	s := defaults()
	s.Main = main
	var r markdown.Renderer
	compiled := s.Compile()
	var out []byte
	allocations := testing.AllocsPerRun(10, func() {
		var err error
		out, err = r.Render(context.Background(), out[:0], &doc, compiled)
		require.NoError(t, err)
	})
	assert.Zero(t, allocations)
}
