package dom_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/dom"
)

func TestTraits(t *testing.T) {
	b := newBuilder("a class id x hidden style title href itemprop")
	plain := b.element(dom.Root, dom.HTML, "a", "x", "x")
	named := b.element(dom.Root, dom.HTML, "a", "class", "x", "id", "x", "x", "x")
	item := b.element(dom.Root, dom.HTML, "a", "itemprop", "x")
	hidden := b.element(dom.Root, dom.HTML, "a", "style", "x")
	clone := b.doc.Clone(named)
	assert.Equal(t, dom.HasOther, b.doc.Node(plain).Traits)
	assert.Equal(t, dom.HasClass|dom.HasKnownClass|dom.HasID|dom.HasOther, b.doc.Node(named).Traits)
	assert.Equal(t, dom.HasClass|dom.HasKnownClass|dom.HasID|dom.HasOther, b.doc.Node(clone).Traits)
	assert.Equal(t, dom.HasItem, b.doc.Node(item).Traits)
	assert.Equal(t, dom.HasStyle, b.doc.Node(hidden).Traits)

	from := b.doc.AttrCount()
	b.attr("title", "x")
	b.attr("href", "x")
	b.doc.MergeAttrs(hidden, from)
	assert.Equal(t, dom.HasStyle|dom.HasTitle|dom.HasHref, b.doc.Node(hidden).Traits)
}
