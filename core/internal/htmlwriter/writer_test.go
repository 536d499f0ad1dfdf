package htmlwriter_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/htmlwriter"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

func write(t *testing.T, source string, o page.Options, limit int) (string, bool) {
	t.Helper()
	doc, p, w := new(dom.Document), new(page.Page), new(watch.Watch)
	require.NoError(t, new(html.Parser).Parse(context.Background(), doc, []byte(source), html.Options{Scripting: true}))
	w.Begin(context.Background())
	p.Begin(w, doc, &o, false)
	p.FindBase()
	p.Scan()
	out, isWhole := new(htmlwriter.Writer).Append(nil, w, doc, p, doc.Node(doc.Find(dom.Root, dom.TagBody)).First, limit)
	return string(out), isWhole
}

// What page says of a document is all that a format needs.
func TestWriter(t *testing.T) {
	for source, want := range map[string]string{
		"<p class=x onclick=f()>a &lt;b\nc<br>d</p>":                              "<p>a &lt;b&#10;c<br>d</p>",
		"<ul><li>a<ul><li>b</ul><li hidden>c</ul>":                                "<ul><li>a<ul><li>b</li></ul></li></ul>",
		"<p><a href='javascript:x' title=t>a</a><a href=u>b</a></p>":              `<p><a title="t">a</a><a href="u">b</a></p>`,
		"<p><img src=i alt='a\"b'><img alt=c></p>":                                `<p><img src="i" alt="a&quot;b">c</p>`,
		"<p><math><mi>x</mi></math>y<script type=math/tex>z</script></p>":         "<p>$x$y$z$</p>",
		"<p><select><option>a<option selected>b</select><input value=c></p>":      "<p> b  c </p>",
		"<div><custom-x>a</custom-x><form>b</form><object>c</object><svg/></div>": "<div>abc</div>",
		"<xmp>a<b></xmp>": "<pre>a&lt;b&gt;</pre>",
	} {
		got, isWhole := write(t, source, page.Options{}, math.MaxInt)
		assert.Equal(t, want, got, source)
		assert.True(t, isWhole, source)
	}
	got, _ := write(t, "<p>a<math><mi>x</mi></math><img src=i alt=b></p>", page.Options{DropMath: true, Images: page.Alt}, math.MaxInt)
	assert.Equal(t, "<p>ab</p>", got)
}

func TestWriterEndsAtItsLimit(t *testing.T) {
	_, isWhole := write(t, "<p>0123456789</p>", page.Options{}, 17)
	assert.True(t, isWhole)
	_, isWhole = write(t, "<p>0123456789</p>", page.Options{}, 16)
	assert.False(t, isWhole)
}
