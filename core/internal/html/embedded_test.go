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

// outline writes the tree of a document in a line.
func outline(doc *dom.Document, id dom.ID) string {
	var out strings.Builder
	for c := doc.Node(id).First; c != 0; c = doc.Node(c).Next {
		if doc.Node(c).Kind == dom.KindText {
			out.WriteString(doc.Text(c))
			continue
		}
		out.WriteString("<" + doc.Name(c))
		for a := range doc.Attrs(c) {
			out.WriteString(" " + a.Name + "=" + a.Value)
		}
		out.WriteString(">" + outline(doc, c) + "</>")
	}
	return out.String()
}

func TestEmbedded(t *testing.T) {
	tests := []struct{ source, body string }{
		{`a<noscript><p>b<p data-x=1 id=y>c &amp; d</noscript>e`, `a<noscript><p>b</><p data-x=1 id=y>c & d</></>e`},
		{`<noscript></p></div><b>a</noscript>b`, `<noscript><p></><b>a</></>b`},
		{`<noscript><!-- <i>a</noscript>b -->`, `<noscript></>b -->`},
		{`<noscript><x-y><svg viewBox=1><path/></svg></x-y>`, `<noscript><x-y><svg viewBox=1><path></></></></>`},
		{`<noscript>a</noscript>`, `<noscript>a</>`},
		{`<noscript><noscript><p>a</noscript>`, `<noscript><noscript><p>a</></></>`},
		{`<iframe srcdoc="<title>t</title><p class='c'>a&amp;lt;b">old</iframe>`, `<iframe srcdoc=<title>t</title><p class='c'>a&lt;b><title>t</><p class=c>a<b</></>`},
		{`<iframe srcdoc="<iframe srcdoc='a'>b</iframe>"></iframe>`, `<iframe srcdoc=<iframe srcdoc='a'>b</iframe>><iframe srcdoc=a>b</></>`},
		{`<iframe src=x><b>a</b></iframe>`, `<iframe src=x><b>a</b></>`},
		{`<table><noscript><td>a</noscript><tr><td>b</table>`, `<noscript>a</><table><tbody><tr><td>b</></></></>`},
	}
	var p html.Parser
	for _, test := range tests {
		var doc dom.Document
		require.NoError(t, p.Parse(context.Background(), &doc, []byte("<body>"+test.source), html.Options{Scripting: true, Embedded: true}))
		assert.Equal(t, test.body, outline(&doc, doc.Find(dom.Root, dom.TagBody)), test.source)
	}
}

// What is in the head stays text: the head itself must not depend on it.
func TestEmbeddedNotInHead(t *testing.T) {
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(`<noscript><p>a</noscript><title>b</title>`), html.Options{Scripting: true, Embedded: true}))
	assert.Equal(t, "<noscript><p>a</><title>b</>", outline(&doc, doc.Find(dom.Root, dom.TagHead)))
}
