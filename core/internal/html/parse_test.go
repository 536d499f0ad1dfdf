package html_test

import (
	"context"
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/tool/treetext"
	"tidemark/core/internal/tool/watchtest"
)

func parse(t testing.TB, source string, o html.Options) *dom.Document {
	t.Helper()
	var d dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &d, []byte(source), o))
	return &d
}

// There is no limit of the parser's own.
func TestAMillionOpenElements(t *testing.T) {
	for _, element := range []string{"<div>", "<b>", "<table>", "<ul>"} {
		d := parse(t, strings.Repeat(element, 1_000_000), html.Options{})
		assert.Greater(t, d.Len(), 1_000_000, element)
	}
}

// What is passed over takes no stack, and the context ends it.
func TestNothingIsPassedOver(t *testing.T) {
	for _, nothing := range []string{"</>", "<svg><![CDATA[]]></svg>", "<svg>" + strings.Repeat("<![CDATA[]]>", 100)} {
		source := []byte(strings.Repeat(nothing, 300_000/len(nothing)) + "</svg>a")
		var doc dom.Document
		require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, source, html.Options{}))
		assert.Equal(t, "a", string(doc.AppendTextContent(nil, dom.Root)))
		ctx := watchtest.EndsAt(5)
		assert.ErrorIs(t, new(html.Parser).Parse(ctx, &doc, source, html.Options{}), context.Canceled)
	}
}

func TestMaxSource(t *testing.T) {
	var d dom.Document
	source := make([]byte, html.MaxSource+1)
	assert.ErrorIs(t, new(html.Parser).Parse(context.Background(), &d, source, html.Options{}), html.ErrTooLong)
}

func TestContextEndsParsing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var d dom.Document
	assert.ErrorIs(t, new(html.Parser).Parse(ctx, &d, []byte("<p>"), html.Options{}), context.Canceled)
}

// afterCalls is a context that ends when it has been asked so often.
type afterCalls struct {
	context.Context
	calls int
}

func (c *afterCalls) Err() error {
	if c.calls--; c.calls < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

func TestContextEndsParsingInTheMiddle(t *testing.T) {
	var d dom.Document
	source := []byte(strings.Repeat("<p>", 100_000))
	ctx := &afterCalls{context.Background(), 3}
	assert.ErrorIs(t, new(html.Parser).Parse(ctx, &d, source, html.Options{}), context.DeadlineExceeded)
	assert.Less(t, d.Len(), 20_000)
}

// A parser and a document that have grown once take the next source without allocating, whatever its length.
func TestParseDoesNotAllocate(t *testing.T) {
	var d dom.Document
	var p html.Parser
	source := []byte("<!doctype html><html a=1><title>t&amp;</title>" + strings.Repeat("<p class='x y' data-z=1>a<b>b</b> &lt;<x-y>c</x-y><table><tr>d<td>e</table><svg><path/></svg>", 1000))
	ctx := context.Background()
	assert.Zero(t, testing.AllocsPerRun(5, func() {
		if err := p.Parse(ctx, &d, source, html.Options{}); err != nil {
			t.Error(err)
		}
	}))
	assert.Greater(t, d.Len(), 10_000)
}

// A slice that grows to megabytes step by step is copied again and again, during which nothing looks at the context.
func TestNodesOfALongSourceAreAllocatedOnce(t *testing.T) {
	const tags = 1 << 19
	src := []byte(strings.Repeat("<br>", tags))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	doc := new(dom.Document)
	require.NoError(t, new(html.Parser).Parse(context.Background(), doc, src, html.Options{}))
	runtime.ReadMemStats(&after)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, 2*tags*uint64(unsafe.Sizeof(dom.Node{}))+1<<20, "two for each tag, and little else")
	assert.Greater(t, doc.Len(), tags)
}

func TestSourcePlaces(t *testing.T) {
	source := "<p  class=x>a &amp; b<br>c"
	d := parse(t, source, html.Options{})
	p := d.Find(dom.Root, dom.TagP)
	place := func(id dom.ID) string { return source[d.Node(id).Start:d.Node(id).End] }
	assert.Equal(t, "<p  class=x>", place(p))
	assert.Equal(t, "a &amp; b", place(d.Node(p).First))
	assert.Equal(t, "a & b", d.Text(d.Node(p).First))
	assert.Equal(t, "<br>", place(d.Find(p, dom.TagBr)))
	assert.Empty(t, place(d.Find(dom.Root, dom.TagBody)), "implied")
}

func TestCommentsAreLeftOut(t *testing.T) {
	d := parse(t, "<!doctype html><!-- a --><p>b<!-- c -->d", html.Options{})
	assert.Equal(t, "| <html>\n|   <head>\n|   <body>\n|     <p>\n|       \"bd\"\n", treetext.Of(d, dom.Root))
	assert.False(t, d.Quirks)
}

func TestQuirks(t *testing.T) {
	for source, want := range map[string]bool{
		"":                               true,
		"<!doctype html>":                false,
		"<!doctype html public 'x' 'y'>": false,
		"<!doctype html public 'html'>":  true,
		"<!doctype htm>":                 true,
		"<!doctype html":                 true,
		"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">":                                          true,
		"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\" \"http://www.w3.org/TR/html4/loose.dtd\">": false,
	} {
		assert.Equal(t, want, parse(t, source, html.Options{}).Quirks, source)
	}
}

// More than this many formatting elements are not opened again, which the standard would do without limit.
func TestFormattingIsBounded(t *testing.T) {
	var fonts strings.Builder
	for i := range 1000 {
		fonts.WriteString("<font color=" + strings.Repeat("a", i) + ">")
	}
	d := parse(t, "<p>"+fonts.String()+"</p><p>x", html.Options{})
	depth := 0
	for id := d.Node(d.Find(dom.Root, dom.TagBody)).Last; id != 0; id = d.Node(id).First {
		depth++
	}
	assert.Equal(t, 1+256+1, depth, "the paragraph, the elements and the text")
}

func TestParserIsUsedAgain(t *testing.T) {
	var p html.Parser
	var d dom.Document
	for _, source := range []string{"<template><table><b><x-y>", "<svg><desc><p>", "<frameset>", "<plaintext>a"} {
		require.NoError(t, p.Parse(context.Background(), &d, []byte(source), html.Options{}))
		require.NoError(t, p.Parse(context.Background(), &d, []byte("<p>a</x-y>"), html.Options{}))
		assert.Equal(t, "| <html>\n|   <head>\n|   <body>\n|     <p>\n|       \"a\"\n", treetext.Of(&d, dom.Root), "after %q", source)
	}
}

// Pieces of one byte cost no more than their sum: a token that is not whole is not looked at for each of them.
func TestPiecesOfOneByte(t *testing.T) {
	source := "<p title='" + strings.Repeat("x", 200_000) + "'>" + strings.Repeat("y", 100_000) + "<!--" + strings.Repeat("-", 100_000) + "-->"
	var p html.Parser
	var d dom.Document
	p.Start(&d, html.Options{})
	for i := range len(source) {
		require.NoError(t, p.Write(context.Background(), []byte(source[i:i+1])))
	}
	require.NoError(t, p.Close(context.Background()))
	assert.Equal(t, treetext.Of(parse(t, source, html.Options{}), dom.Root), treetext.Of(&d, dom.Root))
}

// NUL in a name stands for U+FFFD, also at its end.
func TestNULInNames(t *testing.T) {
	d := parse(t, "<p\x00>a<x\x00 class\x00=\"b\" id=\"c\">"+strings.Repeat(" ", 80), html.Options{})
	p := d.Node(d.Find(dom.Root, dom.TagBody)).First
	assert.Equal(t, "p\ufffd", d.Name(p))
	x := d.Node(p).Last
	assert.Equal(t, "x\ufffd", d.Name(x))
	assert.False(t, d.Has(x, dom.AttrClass))
	assert.Equal(t, "c", d.Value(x, dom.AttrID))
}

// Line ends are decoded wherever text is kept, between the tags of a table too.
func TestLineEndsInTables(t *testing.T) {
	lines := func(end string) string {
		source := strings.ReplaceAll("<!doctype html><table>\n<tbody>\n<tr>\n<td>a\nb</td>\n<td></td>\n</tr>\n</table>", "\n", end)
		return treetext.Of(parse(t, source+strings.Repeat(" ", 64), html.Options{}), dom.Root)
	}
	assert.Equal(t, lines("\n"), lines("\r\n"))
	assert.Equal(t, lines("\n"), lines("\r"))
}

// Long text is more than one token, which nobody sees: what is one character to the standard is not cut.
func TestLongTextIsOneText(t *testing.T) {
	const longest = 256 << 10
	for _, c := range []struct{ source, text string }{
		{"&amp;", "&"}, {"&notin;", "∉"}, {"&#x1F30A;", "🌊"}, {"🌊", "🌊"}, {"\r\n", "\n"}, {"\r", "\n"}, {"&", "&"}, {"<", "<"},
	} {
		for before := longest - 12; before <= longest+1; before++ {
			filler := strings.Repeat("x", before)
			d := parse(t, "<p>"+filler+c.source+" end", html.Options{})
			p := d.Node(d.Find(dom.Root, dom.TagBody)).First
			text := d.Node(p).First
			if got := d.Text(text); got != filler+c.text+" end" {
				t.Errorf("%q after %d bytes: %d bytes, which end with %q", c.source, before, len(got), got[max(0, len(got)-20):])
			}
			assert.Zero(t, d.Node(text).Next)
		}
	}
	name := "&" + strings.Repeat("a", 3*longest)
	for _, source := range []string{name, "<p>" + name + "<b>", "<p>" + name + " &lt;" + name, "<p>&#" + strings.Repeat("0", 2*longest) + "65;"} {
		d := parse(t, source, html.Options{})
		want := strings.NewReplacer("<p>", "", "<b>", "", "&lt;", "<").Replace(source)
		if strings.HasPrefix(want, "&#") {
			want = "A"
		}
		text := ""
		for id := d.Following(dom.Root, dom.Root); id != 0; id = d.Following(id, dom.Root) {
			if d.Node(id).Kind == dom.KindText {
				text += d.Text(id)
			}
		}
		assert.True(t, text == want, "%d bytes became %d", len(want), len(text))
	}
}

// TestLongTextIsDecodedOnce holds that a text of many tokens is not copied again for each of them.
func TestLongTextIsDecodedOnce(t *testing.T) {
	source := strings.Repeat("tide &amp; time ", 250_000)
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{}))
	assert.Less(t, doc.Size(), 2*len(source)+(64<<10), "the source and the text")
}

// A look at the context comes between the attributes of a very long tag too.
func TestContextEndsALongTag(t *testing.T) {
	for _, attribute := range []string{" a=b", ` title="b"`, " a"} {
		ctx := watchtest.EndsAt(4)
		err := new(html.Parser).Parse(ctx, new(dom.Document), []byte("<p"+strings.Repeat(attribute, 1<<20)+">"), html.Options{})
		require.ErrorIs(t, err, context.Canceled, attribute)
		assert.Less(t, ctx.Asked(), int64(10), attribute)
	}
}
