package dom_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/dom"
)

func sample() *dom.Document {
	d := new(dom.Document)
	d.Reset()
	div := d.AppendElement(dom.Root, dom.HTML, dom.TagDiv, "div")
	d.AppendAttr("class", "a")
	d.AppendAttr("id", "")
	p := d.AppendElement(div, dom.HTML, dom.TagP, "p")
	d.AppendText(p, "x")
	d.AppendText(div, " \n")
	d.AppendText(dom.Root, "y")
	return d
}

func TestLinks(t *testing.T) {
	d := sample()
	div := d.Node(dom.Root).First
	p := d.Node(div).First
	blank := d.Node(p).Next
	assert.Equal(t, dom.Root, d.Node(div).Parent)
	assert.Equal(t, blank, d.Node(div).Last)
	assert.Equal(t, p, d.Node(blank).Prev)
	assert.True(t, d.IsBlank(blank))
	assert.False(t, d.IsBlank(p))
	assert.Equal(t, 6, d.Len())
}

func TestQueries(t *testing.T) {
	d := sample()
	div := d.Find(dom.Root, dom.TagDiv)
	assert.True(t, d.Is(div, dom.TagDiv))
	assert.Equal(t, "a", d.Value(div, "class"))
	_, ok := d.Attr(div, "id")
	assert.True(t, ok)
	_, ok = d.Attr(div, "title")
	assert.False(t, ok)
	assert.Zero(t, d.Find(div, dom.TagA))
	assert.Equal(t, "x \n", string(d.AppendTextContent(nil, div)))
	assert.Equal(t, "x \ny", string(d.AppendTextContent(nil, dom.Root)))
}

func TestFollowing(t *testing.T) {
	d := sample()
	var order []string
	for id := dom.Root; id != 0; id = d.Following(id, dom.Root) {
		order = append(order, d.Node(id).Data)
	}
	assert.Equal(t, []string{"", "div", "p", "x", " \n", "y"}, order)

	div := d.Find(dom.Root, dom.TagDiv)
	assert.Zero(t, d.FollowingSkipped(div, div))
	assert.Equal(t, "y", d.Node(d.FollowingSkipped(div, dom.Root)).Data)
}

func TestTagOf(t *testing.T) {
	assert.Equal(t, dom.TagBlockquote, dom.TagOf("blockquote"))
	assert.Equal(t, dom.Unknown, dom.TagOf("x-y"))
}

// A document that has grown once takes the next without allocating.
func TestResetKeepsMemory(t *testing.T) {
	d := sample()
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		d.Reset()
		for range 3 {
			id := d.AppendElement(dom.Root, dom.HTML, dom.TagP, "p")
			d.AppendText(id, "x")
		}
	}))
	assert.Equal(t, 7, d.Len())
}
