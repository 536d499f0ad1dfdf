package dom_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/dom"
)

// builder builds trees of a source that holds all names and texts.
type builder struct {
	doc    dom.Document
	source string
}

func newBuilder(source string) *builder {
	b := &builder{source: source}
	b.doc.Reset([]byte(source))
	return b
}

func (b *builder) place(s string) (start, end uint32) {
	i := strings.Index(b.source, s)
	if i < 0 {
		panic(s)
	}
	return uint32(i), uint32(i + len(s))
}

func (b *builder) name(s string) dom.Name {
	if tag := dom.FindTag([]byte(s)); tag != dom.Unknown {
		return dom.Name(tag)
	}
	return b.doc.Intern([]byte(s))
}

func (b *builder) attr(name, value string) {
	a := b.doc.PushAttr()
	a.NameStart, a.NameEnd = b.place(name)
	a.Start, a.End = b.place(value)
	a.Name = dom.FindAttr([]byte(strings.ToLower(name)))
}

func (b *builder) element(parent dom.ID, ns dom.Namespace, name string, attrs ...string) dom.ID {
	first := b.doc.AttrCount()
	for i := 0; i < len(attrs); i += 2 {
		b.attr(attrs[i], attrs[i+1])
	}
	id := b.doc.NewElement(ns, b.name(name), 0, 0, first)
	b.doc.AppendChild(parent, id)
	return id
}

func (b *builder) text(parent dom.ID, s string) {
	start, end := b.place(s)
	b.doc.AppendText(parent, start, end)
}

// children returns what is in a node: names, and texts in quotes.
func children(d *dom.Document, id dom.ID) []string {
	var list []string
	for c := d.Node(id).First; c != 0; c = d.Node(c).Next {
		if d.Node(c).Kind == dom.KindText {
			list = append(list, fmt.Sprintf("%q", d.Text(c)))
		} else {
			list = append(list, d.Name(c))
		}
	}
	return list
}

func TestMutations(t *testing.T) {
	b := newBuilder("one two")
	d := &b.doc
	p := b.element(dom.Root, dom.HTML, "p")
	first := b.element(p, dom.HTML, "b")
	b.text(p, "one")
	last := b.element(p, dom.HTML, "i")
	assert.Equal(t, []string{"b", `"one"`, "i"}, children(d, p))

	clone := d.Clone(first)
	d.InsertBefore(last, clone)
	assert.Equal(t, []string{"b", `"one"`, "b", "i"}, children(d, p))
	d.Remove(first)
	d.Remove(first)
	assert.Equal(t, []string{`"one"`, "b", "i"}, children(d, p))
	d.InsertBefore(d.Node(p).First, first)
	d.Remove(last)
	assert.Equal(t, []string{"b", `"one"`, "b"}, children(d, p))
	assert.Equal(t, clone, d.Node(p).Last)

	div := b.element(dom.Root, dom.HTML, "div")
	b.text(div, "two")
	d.MoveChildren(p, div)
	assert.Empty(t, children(d, p))
	assert.Equal(t, []string{`"two"`, "b", `"one"`, "b"}, children(d, div))
	assert.Equal(t, div, d.Node(clone).Parent)
}

func TestTextIsExtended(t *testing.T) {
	b := newBuilder("onetwo three")
	b.text(dom.Root, "one")
	b.text(dom.Root, "two")
	b.text(dom.Root, "three")
	assert.Equal(t, []string{`"onetwo"`, `"three"`}, children(&b.doc, dom.Root))
}

func TestNames(t *testing.T) {
	b := newBuilder("")
	b.element(dom.Root, dom.HTML, "x-y")
	b.element(dom.Root, dom.HTML, "x-y")
	svg := b.element(dom.Root, dom.SVG, "foreignobject")
	title := b.element(dom.Root, dom.SVG, "title")
	b.element(dom.Root, dom.SVG, "lineargradient")
	assert.Equal(t, []string{"x-y", "x-y", "foreignObject", "title", "linearGradient"}, children(&b.doc, dom.Root))
	assert.Equal(t, b.name("x-y"), b.name("x-y"))
	assert.NotEqual(t, b.name("x-y"), b.name("lineargradient"))
	assert.Equal(t, b.name("x-y"), b.doc.Lookup([]byte("x-y")))
	assert.Zero(t, b.doc.Lookup([]byte("x-z")), "it is not taken into the table")
	assert.Equal(t, dom.Unknown, b.doc.Node(title).Tag, "the title of an image is not that of the page")
	assert.Equal(t, dom.Unknown, b.doc.Node(svg).Tag)

	many := map[dom.Name]bool{}
	for i := range 1000 {
		many[b.doc.Intern(fmt.Appendf(nil, "x-%d", i))] = true
	}
	assert.Len(t, many, 1000)
	assert.Equal(t, "x-7", b.doc.NameText(b.doc.Intern([]byte("x-7"))))
}

func attrs(d *dom.Document, id dom.ID) []string {
	var list []string
	for a := range d.Attrs(id) {
		list = append(list, a.Name+"="+a.Value)
	}
	return list
}

func TestAttributes(t *testing.T) {
	b := newBuilder(`CLASS href Data-X viewbox xlink:href a&amp;b c d&copy=e&lt`)
	d := &b.doc
	a := b.element(dom.Root, dom.HTML, "a", "CLASS", "c", "href", "d&copy=e&lt", "href", "c", "Data-X", "a&amp;b", "Data-X", "c")
	assert.Equal(t, []string{"class=c", "href=d&copy=e<", "data-x=a&b"}, attrs(d, a), "each once, in lower case, decoded")
	assert.Equal(t, "d&copy=e<", d.Value(a, dom.AttrHref))
	assert.Equal(t, "d&copy=e<", d.Value(a, dom.AttrHref), "again")
	assert.True(t, d.Has(a, dom.AttrClass))
	assert.False(t, d.Has(a, dom.AttrTitle))
	_, ok := d.Attr(a, dom.AttrTitle)
	assert.False(t, ok)

	svg := b.element(dom.Root, dom.SVG, "svg", "viewbox", "c", "xlink:href", "c")
	assert.Equal(t, []string{"viewBox=c", "xlink:href=c"}, attrs(d, svg))
	assert.Empty(t, attrs(d, b.element(dom.Root, dom.HTML, "p")))
}

func TestManyAttributes(t *testing.T) {
	var source strings.Builder
	for i := range 100 {
		fmt.Fprintf(&source, "<a%d>", i)
	}
	b := newBuilder(source.String())
	var list []string
	for i := range 100 {
		list = append(list, fmt.Sprintf("a%d>", i), "<", fmt.Sprintf("a%d>", i), "<")
	}
	id := b.element(dom.Root, dom.HTML, "p", list...)
	assert.Len(t, slices.Collect(maps.Keys(maps.Collect(pairs(&b.doc, id)))), 100)
	assert.Len(t, attrs(&b.doc, id), 100)
}

func pairs(d *dom.Document, id dom.ID) func(func(string, string) bool) {
	return func(yield func(string, string) bool) {
		for a := range d.Attrs(id) {
			if !yield(a.Name, a.Value) {
				return
			}
		}
	}
}

func TestAttrsHash(t *testing.T) {
	b := newBuilder("href title 1 2 &#49;")
	hash := func(attrs ...string) uint64 { return b.doc.AttrsHash(b.element(dom.Root, dom.HTML, "b", attrs...)) }
	assert.Equal(t, hash("href", "1", "title", "2"), hash("title", "2", "href", "1"), "in any order")
	assert.Equal(t, hash("href", "1"), hash("href", "&#49;"), "by what they stand for")
	assert.Equal(t, hash("href", "1"), hash("href", "1", "href", "2"), "only those that count")
	assert.NotEqual(t, hash("href", "1", "title", "2"), hash("href", "2", "title", "1"))
	assert.NotEqual(t, hash(), hash("href", "1"))
}

func TestMergeAttrs(t *testing.T) {
	b := newBuilder("href title class 1 2")
	d := &b.doc
	html := b.element(dom.Root, dom.HTML, "html", "href", "1")
	body := b.element(html, dom.HTML, "body")
	for _, id := range []dom.ID{html, body, html} {
		first := d.AttrCount()
		b.attr("href", "2")
		b.attr("title", "2")
		d.MergeAttrs(id, first)
		assert.Equal(t, first, d.AttrCount())
	}
	assert.Equal(t, []string{"href=1", "title=2"}, attrs(d, html))
	assert.Equal(t, []string{"href=2", "title=2"}, attrs(d, body))
	d.Reset(nil)
	assert.Empty(t, attrs(d, b.element(dom.Root, dom.HTML, "html")))
}

func TestDecode(t *testing.T) {
	var d dom.Document
	d.Reset(nil)
	decode := func(s string, references dom.References, nul dom.NUL) string {
		return string(d.Decoded(d.Decode([]byte(s), references, nul)))
	}
	assert.Equal(t, "a\nb\nc\n", decode("a\r\nb\rc\n", dom.NoReferences, dom.DropNUL))
	assert.Equal(t, "&amp;", decode("&amp;", dom.NoReferences, dom.DropNUL))
	assert.Equal(t, "&=<\r&x", decode("&amp=&lt;&#13;&x", dom.InText, dom.DropNUL))
	assert.Equal(t, "&amp=<", decode("&amp=&lt;", dom.InAttribute, dom.DropNUL))
	assert.Equal(t, "ab", decode("a\x00b", dom.InText, dom.DropNUL))
	assert.Equal(t, "a\ufffdb", decode("a\x00b", dom.InText, dom.ReplaceNUL))
	kept := d.Decode([]byte("a\x00b"), dom.InText, dom.KeepNUL)
	assert.Equal(t, "a\x00b", string(d.Decoded(kept)))
	assert.Equal(t, "a\ufffdb", string(d.Decoded(d.DecodeNUL(kept, dom.ReplaceNUL))))
}

func TestQueries(t *testing.T) {
	b := newBuilder("x \n y")
	d := &b.doc
	div := b.element(dom.Root, dom.HTML, "div")
	p := b.element(div, dom.HTML, "p")
	b.text(p, "x")
	b.text(div, " \n ")
	b.text(dom.Root, "y")
	blank := d.Node(p).Next
	assert.True(t, d.IsBlank(blank))
	assert.False(t, d.IsBlank(d.Node(p).First))
	assert.Equal(t, div, d.Find(dom.Root, dom.TagDiv))
	assert.True(t, d.Is(div, dom.TagDiv))
	assert.Zero(t, d.Find(div, dom.TagA))
	assert.Equal(t, "x \n y", string(d.AppendTextContent(nil, dom.Root)))
	assert.Equal(t, 6, d.Len())

	var order []dom.ID
	for id := dom.Root; id != 0; id = d.Following(id, dom.Root) {
		order = append(order, id)
	}
	assert.Equal(t, []dom.ID{dom.Root, div, p, d.Node(p).First, blank, d.Node(dom.Root).Last}, order)
	assert.Zero(t, d.FollowingSkipped(div, div))
	assert.Equal(t, d.Node(dom.Root).Last, d.FollowingSkipped(div, dom.Root))
}

// A document that has grown once takes the next without allocating.
func TestResetKeepsMemory(t *testing.T) {
	b := newBuilder("x href data-y a&amp;b")
	source := []byte(b.source)
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		b.doc.Reset(source)
		for range 3 {
			first := b.doc.AttrCount()
			b.attr("href", "a&amp;b")
			id := b.doc.NewElement(dom.HTML, b.doc.Intern(source[:1]), 0, 1, first)
			b.doc.AppendChild(dom.Root, id)
			b.text(id, "x")
			if b.doc.Value(id, dom.AttrHref) != "a&b" {
				t.Error("not decoded")
			}
		}
	}))
	assert.Equal(t, 7, b.doc.Len())
}

// Texts that were decoded lie where the attributes of elements do.
func TestOnlyElementsHaveAttributes(t *testing.T) {
	b := newBuilder("id named text")
	b.element(dom.Root, dom.HTML, "p", "id", "named")
	b.text(dom.Root, "text")
	text := b.doc.Node(dom.Root).Last
	for _, long := range []string{"t", strings.Repeat("text", 100)} {
		b.doc.SetText(text, []byte(long))
		assert.False(t, b.doc.Has(text, dom.AttrID))
		assert.False(t, b.doc.HasAttrs(text))
		_, ok := b.doc.Attr(text, dom.AttrID)
		assert.False(t, ok)
	}
}
