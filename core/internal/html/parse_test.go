package html_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
)

// outline writes a tree in one line: elements with what is in them, text in quotes.
func outline(d *dom.Document, id dom.ID) string {
	n := d.Node(id)
	if n.Kind == dom.KindText {
		return `"` + n.Data + `"`
	}
	var b strings.Builder
	b.WriteString(n.Data)
	for _, a := range d.Attrs(id) {
		b.WriteString(" " + a.Name + "=" + a.Value)
	}
	for c := n.First; c != 0; c = d.Node(c).Next {
		b.WriteString("(" + outline(d, c) + ")")
	}
	return b.String()
}

func parse(t *testing.T, source string) *dom.Document {
	t.Helper()
	var d dom.Document
	require.NoError(t, html.Parse(context.Background(), &d, []byte(source), 512))
	return &d
}

func TestParse(t *testing.T) {
	for source, want := range map[string]string{
		`<p>a<p>b`:                         `html(head)(body(p("a"))(p("b")))`,
		`<b>a<i>b</b>c</i>`:                `html(head)(body(b("a")(i("b")))(i("c")))`,
		`<table>a<tr><td>b`:                `html(head)(body("a")(table(tbody(tr(td("b"))))))`,
		`<a href=x title='y "z"'>&amp;`:    `html(head)(body(a href=x title=y "z"("&")))`,
		`<!doctype html><!-- c -->a`:       `html(head)(body("a"))`,
		`<p><noscript><b>a</b></noscript>`: `html(head)(body(p(noscript("<b>a</b>"))))`,
		"a\x00b\r\nc":                      "html(head)(body(\"ab\nc\"))",
		``:                                 `html(head)(body)`,
	} {
		d := parse(t, source)
		assert.Equal(t, want, outline(d, d.Node(dom.Root).First), "of %q", source)
	}
}

func TestNamespaces(t *testing.T) {
	d := parse(t, `<svg><title>a</title></svg><math><mi>b</mi></math>`)
	title := d.Node(d.Node(d.Find(dom.Root, dom.TagBody)).First)
	assert.Equal(t, dom.SVG, title.Namespace)
	assert.Equal(t, dom.MathML, d.Node(title.Next).Namespace)
	assert.Zero(t, d.Find(dom.Root, dom.TagTitle), "the title of an image is not that of the page")
}

func TestTooDeep(t *testing.T) {
	var d dom.Document
	nested := func(n int) []byte { return []byte(strings.Repeat("<div>", n)) }
	assert.NoError(t, html.Parse(context.Background(), &d, nested(8), 10))
	assert.ErrorIs(t, html.Parse(context.Background(), &d, nested(9), 10), html.ErrTooDeep)
	assert.NoError(t, html.Parse(context.Background(), &d, nested(510), 512))
	assert.ErrorIs(t, html.Parse(context.Background(), &d, nested(511), 512), html.ErrTooDeep)
	assert.ErrorIs(t, html.Parse(context.Background(), &d, nested(100_000), 512), html.ErrTooDeep)
}

func TestContextEndsParsing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var d dom.Document
	assert.ErrorIs(t, html.Parse(ctx, &d, []byte("<p>"), 512), context.Canceled)
}
