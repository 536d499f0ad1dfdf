package selector

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
)

func parsed(t testing.TB, source string) *dom.Document {
	t.Helper()
	doc := new(dom.Document)
	require.NoError(t, new(html.Parser).Parse(context.Background(), doc, []byte(source), html.Options{Scripting: true}))
	return doc
}

// matched returns the elements of a document that are of the first list of a set.
func matched(m *Matcher, doc *dom.Document, set *Set) (elements []dom.ID) {
	m.Begin(nil, doc, set)
	for el := doc.Following(dom.Root, dom.Root); el != 0; el = doc.Following(el, dom.Root) {
		if m.Match(el)&1 != 0 {
			elements = append(elements, el)
		}
	}
	return elements
}
