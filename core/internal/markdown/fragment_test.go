package markdown

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
)

// ruled are settings in which <mark> and <marquee> are begun by others than for anybody else: inline, and as a block.
func ruled(inText, asBlock handler) *Settings {
	s := Settings{
		Options: inline.Options{Em: '*', Strong: "**", Break: "\\", Autolinks: true, Footnotes: true},
		Page:    page.Options{DataImages: page.Alt},
		HR:      "---", Bullet: '-', Fence: "```", Tables: true, TableMode: GFM,
	}.Compile()
	handlers := *s.handlers
	handlers[dom.TagMark], handlers[dom.TagMarquee] = inText, asBlock
	s.handlers = &handlers
	return s
}

func renderRuled(t *testing.T, s *Settings, source string) string {
	t.Helper()
	doc := new(dom.Document)
	require.NoError(t, new(html.Parser).Parse(context.Background(), doc, []byte(source), html.Options{Scripting: true}))
	out, err := new(Renderer).Render(context.Background(), nil, doc, s)
	require.NoError(t, err)
	return string(out)
}

// fragmentsOf is such settings, in which either element is replaced by its fragment.
func fragmentsOf() *Settings {
	return ruled(func(r *Renderer, id dom.ID) step {
		r.inline.AddRaw(r.content(id))
		return done
	}, func(r *Renderer, id dom.ID) step {
		r.writeRaw(r.content(id))
		return done
	})
}

// A fragment is the Markdown that the content makes alone, and what is around it is written as if it had been no fragment.
func TestFragment(t *testing.T) {
	for source, want := range map[string]string{
		"<p>a <b>b <mark>c <i>d</i> *</mark> e</b> f</p>":                                                            "a **b c *d* * e** f",
		"<blockquote><ul><li>a<li><marquee><p>b<p>c<ul><li>d</ul><pre>e\n\nf</pre></marquee><li>g</ul></blockquote>": "> - a\n> - b\n>\n>   c\n>\n>   - d\n>\n>   ```\n>   e\n>\n>   f\n>   ```\n> - g",
		"<ol><li>a<ol><li><marquee><h2>b</h2></marquee></ol><li>c</ol>":                                              "1. a\n   1. ## b\n2. c",
		"<table><tr><th>a<th><mark>b|c<table><tr><th>d</table></mark><tr><td>e<td>f</table>":                         "| a | b\\|c  \\| d \\| \\| --- \\| |\n| --- | --- |\n| e | f |",
		"<h2>a <mark><p>b<p>c</mark> d</h2>":                                                                         "## a b  c d",
		"<p>a<mark>b<mark>c<mark>d</mark></mark></mark>e</p>":                                                        "abcde",
		"<marquee>a<marquee>b<marquee>c</marquee>d</marquee></marquee>":                                              "a\n\nb\n\nc\n\nd",
		"<p>a<marquee></marquee>b":                                                                                   "a\n\nb",
	} {
		assert.Equal(t, want, renderRuled(t, fragmentsOf(), source), source)
	}
}

// Links in a fragment refer to the definitions of the document.
func TestFragmentsShareDefinitions(t *testing.T) {
	s := fragmentsOf()
	s.LinkReferenced = true
	assert.Equal(t, "[a][1]\n\n[b][2] [c][1]\n\n[d][2] [e][3]\n\n[1]: u\n[2]: v\n[3]: w",
		renderRuled(t, s, "<p><a href=u>a</a></p><marquee><a href=v>b</a> <a href=u>c</a></marquee><p><a href=v>d</a> <a href=w>e</a>"))
}

// Raw Markdown is written as given, with the prefix of its containers on each line, and what is beside it is escaped with respect to it.
func TestRaw(t *testing.T) {
	const raw = "**x**\n\n<!-- |\n# y"
	s := ruled(func(r *Renderer, id dom.ID) step {
		r.inline.AddRaw([]byte("a\n*b"))
		return done
	}, func(r *Renderer, id dom.ID) step {
		r.writeRaw([]byte(raw))
		return done
	})
	for source, want := range map[string]string{
		"<marquee></marquee>":      raw + "\n-->",
		"<p>a<marquee></marquee>b": "a\n\n" + raw + "\n-->\n\nb",
		"<ul><li>a<blockquote><marquee></marquee></blockquote></ul>": "- a\n  > **x**\n  >\n  > <!-- |\n  > # y\n  > -->",
		"<ul><li><mark></mark># c</ul>":                              "- a\n  *b# c",
		"<h1>c<mark></mark></h1>":                                    "# ca *b",
		"<p><mark></mark>* c <mark></mark>.":                         "a\n*b\\* c a\n*b.",
	} {
		assert.Equal(t, want, renderRuled(t, s, source), source)
	}
}

// The limits of the document are those of its fragments, too.
func TestFragmentsAreLimited(t *testing.T) {
	s := fragmentsOf()
	s.MaxOutputBytes, s.MaxDepth = 10, 3
	for source, want := range map[string]error{
		"<marquee>0123456789</marquee>":       nil,
		"<marquee>0123456789a</marquee>":      ErrTooLong,
		"<p>01234</p><marquee>5678</marquee>": ErrTooLong,
		"<ul><li><marquee><ul><li>a":          ErrTooDeep,
	} {
		doc := new(dom.Document)
		require.NoError(t, new(html.Parser).Parse(context.Background(), doc, []byte(source), html.Options{Scripting: true}))
		_, err := new(Renderer).Render(context.Background(), nil, doc, s)
		assert.Equal(t, want, err, source)
	}
}

// A stream is rendered as its document is, and a renderer that has seen its like allocates nothing for fragments.
func TestFragmentsInStreams(t *testing.T) {
	source := strings.Repeat("<ul><li>a <mark>b <i>c</i></mark></ul><marquee><h2>d</h2><p>e <mark>f</mark></marquee>", 20)
	s := fragmentsOf()
	whole := renderRuled(t, s, source)
	doc := new(dom.Document)
	var p html.Parser
	var r Renderer
	p.Start(doc, html.Options{Scripting: true})
	r.Begin(doc, s)
	streamed := ""
	for i := range len(source) {
		require.NoError(t, p.Write(context.Background(), []byte(source[i:i+1])))
		if p.Settled() {
			require.NoError(t, r.Advance(context.Background(), p.OpenElements(nil), p.Parsed(), false))
			streamed += string(r.Take())
		}
	}
	require.NoError(t, p.Close(context.Background()))
	require.NoError(t, r.Advance(context.Background(), nil, 0, true))
	assert.Equal(t, whole, streamed+string(r.Take()))
	r.End()

	var out []byte
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		var err error
		out, err = r.Render(context.Background(), out[:0], doc, s)
		require.NoError(t, err)
	}))
}
