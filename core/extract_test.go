package core_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"tidemark/core"
	"tidemark/core/internal/tool/watchtest"
)

var wholePage = &core.Content{Of: "all"}

func extract(t testing.TB, o core.Options, html string) *core.Extraction {
	t.Helper()
	e, err := newConverter(t, o).Extract(context.Background(), html)
	require.NoError(t, err)
	return e
}

// goldenPages are the documents of the golden tests, by their names.
func goldenPages(t testing.TB) map[string]string {
	t.Helper()
	names, err := filepath.Glob("testdata/golden/*/*.html")
	require.NoError(t, err)
	require.Greater(t, len(names), 300)
	pages := map[string]string{}
	for _, name := range names {
		source, err := os.ReadFile(name)
		require.NoError(t, err)
		pages[name] = string(source)
	}
	return pages
}

// What a range points at in the Markdown, and in the document, is what it is said to be.
func TestRanges(t *testing.T) {
	named := 0
	for name, source := range goldenPages(t) {
		e := extract(t, core.Options{Content: wholePage, GFM: nil}, source)
		require.Equal(t, convert(t, newConverter(t, core.Options{}), source), e.Markdown, name)
		markdown := func(r *core.Range) string { return e.Markdown[r[0]:r[1]] }
		starts := func(r core.Range, tags ...string) {
			t.Helper()
			text := strings.ToLower(source[r[0]:r[1]])
			found := false
			for _, tag := range tags {
				found = found || strings.HasPrefix(text, "<"+tag)
			}
			assert.True(t, found, "%s: %q is none of %v", name, text, tags)
			named++
		}
		for _, h := range e.Headings {
			starts(h.HTML, fmt.Sprintf("h%d", h.Level), "iframe", "noscript")
			assert.True(t, strings.HasPrefix(markdown(h.Markdown), strings.Repeat("#", h.Level)+" "), "%s: %q", name, markdown(h.Markdown))
		}
		for _, l := range e.Links {
			starts(l.HTML, "a", "noscript")
			if l.Markdown != nil {
				assert.Contains(t, "[<", markdown(l.Markdown)[:1], name)
			}
		}
		for _, i := range e.Images {
			starts(i.HTML, "img", "image", "ac:image", "en-media", "noscript")
			if i.Markdown != nil {
				assert.True(t, strings.HasPrefix(markdown(i.Markdown), "!["), "%s: %q", name, markdown(i.Markdown))
			}
		}
		for _, table := range e.Tables {
			starts(table.HTML, "table")
			rows := strings.Split(markdown(table.Markdown), "\n")
			assert.True(t, strings.HasPrefix(rows[0], "|"), "%s: %q", name, rows)
			assert.Equal(t, len(table.Rows), len(table.MarkdownRows), name)
		}
		for _, c := range e.Code {
			starts(c.HTML, "")
			lines, _, _ := strings.Cut(c.Text, "\n")
			assert.Contains(t, markdown(c.Markdown), lines, name)
		}
		for _, f := range e.Footnotes {
			starts(f.HTML, "")
			assert.True(t, strings.HasPrefix(markdown(f.Markdown), "[^"+f.Label+"]:"), "%s: %q", name, markdown(f.Markdown))
		}
	}
	assert.Greater(t, named, 500)
}

// Of a document in another encoding, ranges are in its own bytes.
func TestRangesInBytes(t *testing.T) {
	const html = "<p>漢字 かな <b>x</b></p><h1>水 tide</h1><p>é <a href=b>漢 c</a>"
	for label, in := range map[string]encoding.Encoding{
		"shift_jis": japanese.ShiftJIS, "euc-jp": japanese.EUCJP, "iso-2022-jp": japanese.ISO2022JP, "gb18030": simplifiedchinese.GB18030,
		"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-8": unicode.UTF8BOM, "windows-1252": charmap.Windows1252,
	} {
		source := html
		if label == "windows-1252" {
			source = strings.Map(func(c rune) rune {
				if c > 0xFF {
					return 'é'
				}
				return c
			}, html)
		} else {
			source = strings.ReplaceAll(html, "é", "e")
		}
		raw, err := in.NewEncoder().Bytes([]byte(source))
		require.NoError(t, err, label)
		c := newConverter(t, core.Options{Encoding: label, Content: wholePage})
		e, err := c.ExtractBytes(context.Background(), raw)
		require.NoError(t, err)
		for _, r := range []core.Range{e.Headings[0].HTML, e.Links[0].HTML} {
			part, err := in.NewDecoder().Bytes(raw[r[0]:r[1]])
			require.NoError(t, err)
			assert.Contains(t, source, strings.TrimPrefix(string(part), "\ufeff"), label)
			assert.Contains(t, []string{"<h", "<a"}, strings.TrimPrefix(string(part), "\ufeff")[:2], label)
		}
	}
	text := "\ufeff<p>a\xffb</p><h1>c</h1>"
	e := extract(t, core.Options{Content: wholePage}, text)
	r := e.Headings[0].HTML
	assert.Equal(t, "<h1>c</h1>", text[r[0]:r[1]])
}

func TestExtractHidesNothing(t *testing.T) {
	for name, source := range goldenPages(t) {
		whole, main := extract(t, core.Options{Content: wholePage}, source), extract(t, core.Options{}, source)
		assert.Equal(t, whole.Markdown == "", main.Markdown == "", name)
		assert.GreaterOrEqual(t, len(main.Links), len(whole.Links), name) // They are those of all of the page, references to footnotes that are left out too.
	}
}

func TestSpans(t *testing.T) {
	rows := func(html string) [][]string {
		e := extract(t, core.Options{Content: wholePage}, html)
		require.Len(t, e.Tables, 1, html)
		return append([][]string{e.Tables[0].Header}, e.Tables[0].Rows...)
	}
	assert.Equal(t, [][]string{{"a", "a", "b"}, {"c", "d", "d"}, {"c", "e", "f"}},
		rows("<table><tr><th colspan=2>a<th>b<tr><td rowspan=2>c<td colspan=2>d<tr><td>e<td>f</table>"))
	assert.Equal(t, [][]string{{"a", "b"}, {"c", "d"}, {"c", "e"}},
		rows("<table><tr><th>a<th><th>b<tr><td rowspan=0>c<td><td>d<tr><td><td>e<tr></table>"), "empty columns and rows go")
	assert.Equal(t, [][]string{{"a", "b"}, {"1", "2"}, {"3", ""}}, rows("<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3</table>"))
	long := rows("<table><tr><th colspan=1000>" + strings.Repeat("a", 10_000) + "<th>b" + strings.Repeat("<tr><td rowspan=65534>c", 1000) + "</table>")
	size := 0
	for _, row := range long {
		for _, cell := range row {
			size += len(cell) + 1
		}
	}
	assert.Less(t, size, 1_000_000)
}

// A document that is hostile costs no more than its length, and its extraction is no larger than that in proportion.
func TestExtractOfHostileDocuments(t *testing.T) {
	families := map[string]func(n int) string{
		"headings under a long one": func(n int) string {
			return "<h1>" + strings.Repeat("a ", n) + "</h1>" + strings.Repeat("<h2>b</h2>", n)
		},
		"cells of long text": func(n int) string {
			return "<table><tr><th colspan=1000 rowspan=1000>" + strings.Repeat("a", n) + strings.Repeat("<tr><th>b", n) + "</table>"
		},
		"figure of images": func(n int) string {
			return "<figure><figcaption>" + strings.Repeat("a ", n) + "</figcaption>" + strings.Repeat("<img src=b alt=c>", n) + "</figure>"
		},
		"links in objects": func(n int) string { return strings.Repeat("<a href=b><object>", n) + "c" },
		"landmarks":        func(n int) string { return strings.Repeat("<nav>", n) + strings.Repeat("<a href=b>c</a>", n) },
		"containers": func(n int) string {
			return strings.Repeat("<article><p>The tide rises and falls twice a day, as is known.</p></article><nav><a href=a>b</a></nav>", n)
		},
		"tables in tables": func(n int) string { return strings.Repeat("<table><tr><th>a<td>", n) },
		"footnotes": func(n int) string {
			return "<p>" + strings.Repeat("<sup><a href=#f1>1</a></sup>", n) + "<ol class=footnotes>" + strings.Repeat("<li id=f1>b <a href=#r>c</a>", n)
		},
		"addresses to be cleaned up": func(n int) string {
			return "<a href='?" + strings.Repeat("utm_a=b&", n) + "'>" + strings.Repeat("<a href='#a' title='b'>b</a>", n)
		},
		"nothing": func(int) string { return "" },
	}
	for name, document := range families {
		for _, format := range []string{"markdown", "text", "html"} {
			cost := func(n int) (asked int64, size int) {
				options := core.Options{Format: format, Preset: "llm", Extracts: true}
				ctx := watchtest.EndsAt(1 << 40)
				out, err := newConverter(t, options).AppendText(ctx, nil, []byte(document(n)))
				require.NoError(t, err, name)
				return ctx.Asked(), len(out)
			}
			asked, size := cost(1000)
			askedMore, sizeMore := cost(4000)
			assert.LessOrEqual(t, askedMore, 8*asked+100, "%s as %s: looks at the context", name, format)
			assert.LessOrEqual(t, sizeMore, 6*size+4096, "%s as %s: bytes", name, format)
		}
	}
}

// What is nested takes no stack.
func TestExtractNesting(t *testing.T) {
	skipWithRaces(t)
	defer debug.SetMaxStack(debug.SetMaxStack(256 << 10))
	for _, family := range families {
		for _, format := range []string{"markdown", "text", "html"} {
			options := family.options
			options.Format, options.Content, options.Extracts, options.MaxOutputBytes = format, wholePage, true, 1<<20
			source := family.document((64 << 10) / len(family.before+family.after))
			out, err := newConverter(t, options).AppendText(context.Background(), nil, []byte(source))
			var e *core.Error
			if errors.As(err, &e) {
				assert.Equal(t, core.CodeInputTooLarge, e.Code)
				continue
			}
			require.NoError(t, err)
			isFormula := strings.Contains(family.begin+family.before, "<math") || strings.Contains(family.before, "katex")
			assert.True(t, family.drawn || isFormula || strings.Contains(string(out), inner), "%s as %s: the text is lost", family.name, format)
		}
	}
}

// An extraction ends with its context wherever that is looked at.
func TestExtractEndsWithItsContext(t *testing.T) {
	c := newConverter(t, core.Options{Extracts: true, Preset: "llm"})
	source := []byte(strings.Repeat("<h1>a</h1><p>b <a href=c>d</a><table><tr><th>e<td>f</table><pre>g</pre>", 1000))
	whole := watchtest.EndsAt(1 << 40)
	_, err := c.AppendText(whole, nil, source)
	require.NoError(t, err)
	for at := int64(1); at < whole.Asked()*99/100; at += max(1, whole.Asked()/20) {
		out, err := c.AppendText(watchtest.EndsAt(at), nil, source)
		require.ErrorIs(t, err, context.Canceled, "at %d of %d", at, whole.Asked())
		require.Empty(t, out)
	}
}

func TestExtractPictureWithText(t *testing.T) {
	e, err := newConverter(t, core.Options{Parts: []string{"images"}}).Extract(context.Background(),
		"<p>"+strings.Repeat("&lt;", 100)+"<picture><source srcset='a 1x, b 2x'>&amp;<img src=a alt=c></picture>")
	require.NoError(t, err)
	require.Len(t, e.Images, 1)
	assert.Equal(t, "b", e.Images[0].Largest)
}

// FuzzExtract holds that no document breaks an extraction, and that ranges lie in what they are ranges of.
func FuzzExtract(f *testing.F) {
	files, err := filepath.Glob("testdata/golden/*/*.html")
	require.NoError(f, err)
	for i, file := range files {
		if i%5 == 0 {
			html, err := os.ReadFile(file)
			require.NoError(f, err)
			f.Add(string(html), i%2 == 0)
		}
	}
	f.Add("<picture><source srcset='a 1x, b 2x'>&amp;&lt;<img src=a></picture>", false)
	f.Fuzz(func(t *testing.T, html string, all bool) {
		options := core.Options{Chunks: &core.Chunks{Size: 200}, Preset: "llm", Content: &core.Content{Of: "main"}}
		if all {
			options.Content, options.Preset = &core.Content{Of: "all"}, "none"
		}
		e, err := newConverter(t, options).Extract(context.Background(), html)
		require.NoError(t, err)
		for _, h := range e.Headings {
			require.LessOrEqual(t, h.HTML[1], len(html))
			require.LessOrEqual(t, h.HTML[0], h.HTML[1])
		}
		for i, c := range e.Chunks {
			require.Less(t, c.Markdown[0], c.Markdown[1], i)
		}
	})
}
