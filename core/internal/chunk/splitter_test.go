package chunk_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/chunk"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/markdown"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/page"
)

func settings() markdown.Settings {
	return markdown.Settings{
		Options: inline.Options{Em: '*', Strong: "**", Break: "\\", Strikethrough: true, TaskLists: true, Autolinks: true, Footnotes: true, Alerts: true, KeepAddresses: true},
		Page:    page.Options{Footnotes: true, Alerts: true, DataImages: page.Alt},
		HR:      "---", Bullet: '-', Fence: "```", Tables: true,
	}
}

// convert returns the Markdown of a document, and what stands where in it.
func convert(t testing.TB, source string) ([]byte, *outline.Outline) {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true}))
	var r markdown.Renderer
	var into outline.Recorder
	r.Record(&into)
	out, err := r.Render(context.Background(), nil, &doc, settings().Compile())
	require.NoError(t, err)
	return out, &into.Outline
}

func split(t testing.TB, source string, o chunk.Options) (md []byte, chunks []chunk.Chunk) {
	t.Helper()
	md, out := convert(t, source)
	return md, chunk.Split(md, 0, out, o)
}

func texts(md []byte, chunks []chunk.Chunk) []string {
	var all []string
	for _, c := range chunks {
		all = append(all, string(c.AppendText(nil, md)))
	}
	return all
}

func characters(most float64) chunk.Options {
	return chunk.Options{Max: most, Measure: chunk.Characters}
}

func TestSplit(t *testing.T) {
	for name, c := range map[string]struct {
		source  string
		options chunk.Options
		want    []string
	}{
		"between sections": {`<h1>A</h1><p>aa aa<h2>B</h2><p>bb bb<h2>C</h2><p>cc cc`, characters(22), []string{"# A\n\naa aa\n\n", "## B\n\nbb bb\n\n", "## C\n\ncc cc"}},
		"small sections together": {`<h2>A</h2><p>a<h2>B</h2><p>b<h2>C</h2><p>c`, characters(24),
			[]string{"## A\n\na\n\n## B\n\nb\n\n", "## C\n\nc"}},
		"heading with what it heads": {`<p>aaaaaaaaaa<h2>B</h2><p>bbbbbbbbbbbb`, characters(24), []string{"aaaaaaaaaa\n\n", "## B\n\nbbbbbbbbbbbb"}},
		"items whole":                {`<ul><li>aaaaaa<li>bbbbbb<li>cccccc</ul>`, characters(20), []string{"- aaaaaa\n- bbbbbb\n", "- cccccc"}},
		"sentences":                  {`<p>Aaa aaa. Bbb bbb. Ccc ccc.`, characters(19), []string{"Aaa aaa. Bbb bbb. ", "Ccc ccc."}},
		"words":                      {`<p>aaa bbb ccc ddd eee`, characters(9), []string{"aaa bbb ", "ccc ddd ", "eee"}},
		"sentences without spaces":   {`<p>漢字漢字。漢字漢字。漢字`, characters(6), []string{"漢字漢字。", "漢字漢字。", "漢字"}},
		"a long word":                {"<p>" + strings.Repeat("x", 25), characters(10), []string{"xxxxxxxxxx", "xxxxxxxxxx", "xxxxx"}},
		"characters":                 {"<p>" + strings.Repeat("\U0001f469\u200d\U0001f680", 4), characters(12), []string{strings.Repeat("\U0001f469\u200d\U0001f680", 2), strings.Repeat("\U0001f469\u200d\U0001f680", 2)}},
		"lines of code":              {"<pre>aaaa\nbbbb\n\ncccc</pre>", characters(15), []string{"```\naaaa\nbbbb\n\n", "cccc\n```"}},
		"rows": {`<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td>4</table>`, characters(35),
			[]string{"| a | b |\n| --- | --- |\n| 1 | 2 |\n", "| 3 | 4 |"}},
		"links whole":              {`<p>aaa <a href=/bbbb>b b</a> ccc`, characters(13), []string{"aaa ", "[b b](/bbbb) ", "ccc"}},
		"room for what is between": {`<p>xxxxx yyyyy aaaa bbbb<p>ddddddddd`, characters(9), []string{"xxxxx ", "yyyyy ", "aaaa ", "bbbb\n\n", "ddddddddd"}},
		"at a heading where that takes no more chunks": {`<p>aaaaa<p>bbbbb<h2>C</h2><p>cccc<p>dddd`, characters(26),
			[]string{"aaaaa\n\nbbbbb\n\n", "## C\n\ncccc\n\ndddd"}},
		"no more chunks than it takes": {`<h2>A</h2><p>aaaaaa<p>bbbbbb<h2>C</h2><p>cccccc<p>dddddd<p>eeeeee<p>ffffff<p>gggggg`, characters(38),
			[]string{"## A\n\naaaaaa\n\nbbbbbb\n\n## C\n\ncccccc\n\n", "dddddd\n\neeeeee\n\nffffff\n\ngggggg"}},
		"a table that would leave much room": {`<p>aaaa<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td>4</table><p>xxxxxxxxx xxxxxxxxx xxxxxxxxx`, characters(46),
			[]string{"aaaa\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n", "| 3 | 4 |\n\nxxxxxxxxx xxxxxxxxx xxxxxxxxx"}},
		"quotation": {`<blockquote><p>aaaaa<p>bbbbb</blockquote>`, characters(12), []string{"> aaaaa\n>\n", "> bbbbb"}},
	} {
		md, chunks := split(t, c.source, c.options)
		assert.Equal(t, c.want, texts(md, chunks), name)
	}
}

func TestRepeatedHeader(t *testing.T) {
	o := characters(50)
	o.RepeatHeader = true
	md, chunks := split(t, `<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>33333333333<td>4<tr><td>5<td>6</table>`, o)
	header := "| a | b |\n| --- | --- |\n"
	assert.Equal(t, []string{header + "| 1 | 2 |\n", header + "| 33333333333 | 4 |\n", header + "| 5 | 6 |"}, texts(md, chunks))
	assert.Equal(t, float64(len(header+"| 5 | 6 |")), chunks[2].Size)
}

func TestOverlap(t *testing.T) {
	o := characters(18)
	o.Overlap = 8
	md, chunks := split(t, `<p>aaaaa<p>bbbbb<p>ccccc<p>dddddddd`, o)
	assert.Equal(t, []string{"aaaaa\n\nbbbbb\n\n", "bbbbb\n\nccccc\n\n", "ccccc\n\ndddddddd"}, texts(md, chunks))
	assert.Equal(t, len("bbbbb\n\n"), chunks[1].Overlap)
}

func TestOverlapOfSentences(t *testing.T) {
	o := characters(24)
	o.Overlap = 12
	md, chunks := split(t, `<p>Aaa aaa. Bbb bbb. Ccc ccc. Ddd ddd. Eee eee.`, o)
	assert.Equal(t, []string{"Aaa aaa. Bbb bbb. ", "Bbb bbb. Ccc ccc. ", "Ccc ccc. Ddd ddd. ", "Ddd ddd. Eee eee."}, texts(md, chunks))
}

func TestHeadings(t *testing.T) {
	md, o := convert(t, `<h1>A</h1><p>aaa<h3>B</h3><p>bbb<ul><li><h2>not of the document</h2></ul><h2>C</h2><p>ccc<p>ddd`)
	var paths []string
	for _, c := range chunk.Split(md, 0, o, characters(12)) {
		var titles []string
		for _, h := range c.Headings {
			titles = append(titles, o.TitleOf(&o.Spans[h]))
		}
		paths = append(paths, strings.Join(titles, "/"))
	}
	assert.Equal(t, "A", paths[0])
	assert.Equal(t, "A/B", paths[1])
	assert.Equal(t, "A/C", paths[len(paths)-1])
}

func TestSource(t *testing.T) {
	p := "<p>" + strings.Repeat("word ", 9) + "</p>"
	table := "<table><tr><th>a<tr><td>b<tr><td>c</table>"
	for name, c := range map[string]struct {
		source string
		want   []string
	}{
		"blocks": {`<h1>A</h1><div>aaa <b>bbb</b> ccc</div><ul><li>d<li>e</ul>` + p + `<table><tr><th>f<tr><td>g</table>`, []string{
			`<h1>A</h1><div>aaa <b>bbb</b> ccc</div>`, `<li>d<li>e</ul>` + p, p, p, `<table><tr><th>f<tr><td>g</table>`,
		}},
		"table that is cut": {"<p>p</p>" + table, []string{"<p>p</p><table><tr><th>a<tr><td>b", "<tr><td>c"}},
	} {
		assert.Equal(t, c.want, sources(t, c.source, 22), name)
	}
}

// sources returns what of a document the chunks of its Markdown are made of.
func sources(t *testing.T, source string, most float64) (got []string) {
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Extents: true}))
	var r markdown.Renderer
	var into outline.Recorder
	r.Record(&into)
	md, err := r.Render(context.Background(), nil, &doc, settings().Compile())
	require.NoError(t, err)
	for _, c := range chunk.Split(md, 0, &into.Outline, characters(most)) {
		start, end, known := c.Source(&into.Outline, doc.Extent)
		require.True(t, known)
		got = append(got, source[start:end])
	}
	return got
}

func TestFrontMatterIsNoChunk(t *testing.T) {
	md, o := convert(t, `<p>a<p>b`)
	front := "---\ntitle: t\n---\n\n"
	for i := range o.Spans {
		o.Spans[i].Start += len(front)
		o.Spans[i].End += len(front)
	}
	md = append([]byte(front), md...)
	assert.Equal(t, []string{"a\n\n", "b"}, texts(md, chunk.Split(md, len(front), o, characters(3))))
}
