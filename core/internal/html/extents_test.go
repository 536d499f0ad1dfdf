package html_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/tool/treetext"
)

func TestExtents(t *testing.T) {
	for _, c := range []struct{ source, tag, want string }{
		{`<p>a<p>b`, "p", `<p>a|<p>b`},
		{`<p>a</p >b`, "p", `<p>a</p >`},
		{`<ul><li>a<!-- </li> --><li>b</ul>`, "li", `<li>a<!-- </li> -->|<li>b`},
		{`<h1>a</h2>b`, "h1", `<h1>a</h2>`},
		{`<p>a<br>b<img src="</p>">`, "img", `<img src="</p>">`},
		{`<table><tr><td>a<td>b</table>c`, "td", `<td>a|<td>b`},
		{`<table><tr><td>a<td>b</table>c`, "tbody", `<tr><td>a<td>b`},
		{`<table><tr><td>a<td>b</table>c`, "table", `<table><tr><td>a<td>b</table>`},
		{`<a href=x>a<a href=y>b</a>c`, "a", `<a href=x>a|<a href=y>b</a>`},
		{`<div><a href=x>a</div>b</a>c`, "a", `<a href=x>a|b</a>`},
		{`<b>a<p>b</b>c</p>`, "b", `<b>a<p>b</b>|b`},
		{`a<body><p>b</p></body> </html>`, "body", `a<body><p>b</p></body> </html>`},
		{`<head><title>a</title></head>b`, "head", `<head><title>a</title></head>`},
		{`<svg><g><path/></g></svg>b`, "g", `<g><path/></g>`},
		{`<script>a("</p>")</script>`, "script", `<script>a("</p>")</script>`},
		{`<p>a<form>b</p><p>c</form>d`, "form", `<form>b</p><p>c</form>`},
		{`<textarea>a</textarea>`, "textarea", `<textarea>a</textarea>`},
		{`a</p>b`, "p", ``},
	} {
		d := parse(t, c.source, html.Options{Extents: true})
		d.CoverExtents()
		var got []string
		for id := dom.Root; id != 0; id = d.Following(id, dom.Root) {
			if d.Node(id).Kind == dom.KindElement && d.Name(id) == c.tag {
				if start, end, known := d.Cover(id); known {
					got = append(got, c.source[start:end])
				}
			}
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), c.source)
	}
}

func TestExtentOfWhatIsEmbedded(t *testing.T) {
	source := `<body>a<noscript><img src=x>b</noscript>c`
	d := parse(t, source, html.Options{Extents: true, Scripting: true, Embedded: true})
	img := d.Find(dom.Root, dom.TagImg)
	require.NotZero(t, img)
	start, end, known := d.Cover(img)
	assert.True(t, known)
	assert.Equal(t, `<noscript><img src=x>b</noscript>`, source[start:end])
}

// TestExtentsChangeNothing holds that the tree is the same, and that elements are in each other in the source as they are in the tree.
func TestExtentsChangeNothing(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(html5lib(t), "tree-construction", "*.dat"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		for _, c := range readTreeTests(t, file) {
			if c.context != "" {
				continue
			}
			want := treetext.Of(parse(t, c.data, html.Options{Comments: true}), dom.Root)
			d := parse(t, c.data, html.Options{Comments: true, Extents: true})
			require.Equal(t, want, treetext.Of(d, dom.Root), c.data)
			d.CoverExtents()
			checkExtents(t, d, c.data)
		}
	}
}

// checkExtents looks at what holds of the extents in any document.
func checkExtents(t *testing.T, d *dom.Document, source string) {
	t.Helper()
	for id := d.Following(dom.Root, dom.Root); id != 0; id = d.Following(id, dom.Root) {
		start, end, known := d.Cover(id)
		if !known {
			continue
		}
		require.True(t, 0 <= start && start <= end && end <= len(source), "%d to %d in %q", start, end, source)
		if s, e, known := d.Cover(d.Node(id).Parent); known && d.Node(id).Parent != dom.Root && d.Node(id).Kind != dom.KindComment {
			require.True(t, s <= start && end <= e, "%q in %q in %q", source[start:end], source[s:e], source)
		}
	}
}

// TestExtentsOfRandomDocuments makes documents of which it knows where elements begin and end.
func TestExtentsOfRandomDocuments(t *testing.T) {
	for seed := range uint64(500) {
		w := extentWriter{random: rand.New(rand.NewPCG(seed, 3))}
		w.WriteString("<!doctype html><html><head></head><body>")
		for range 1 + w.random.IntN(5) {
			w.block(3)
		}
		w.WriteString("</body></html>")
		source := w.String()
		d := parse(t, source, html.Options{Extents: true})
		d.CoverExtents()
		got := map[string]string{}
		for id := dom.Root; id != 0; id = d.Following(id, dom.Root) {
			if d.Node(id).Kind != dom.KindElement {
				continue
			}
			if name, ok := d.Attr(id, dom.AttrID); ok {
				start, end, known := d.Cover(id)
				require.True(t, known)
				got[name] = source[start:end]
			}
		}
		require.Equal(t, w.want(), got, source)
		checkExtents(t, d, source)
	}
}

type extentWriter struct {
	strings.Builder
	random *rand.Rand
	places [][2]int // by the number that is the id of an element
}

func (w *extentWriter) want() map[string]string {
	want := map[string]string{}
	for i, p := range w.places {
		want[fmt.Sprint(i)] = w.String()[p[0]:p[1]]
	}
	return want
}

// element writes an element, without its end tag if that may be left out and what follows closes it.
func (w *extentWriter) element(name string, content func(), implied bool) {
	i := len(w.places)
	w.places = append(w.places, [2]int{w.Len(), 0})
	fmt.Fprintf(w, `<%s id=%d title="</%s>">`, name, i, name)
	content()
	if !implied || w.random.IntN(2) == 0 {
		fmt.Fprintf(w, "</%s>", name)
	}
	w.places[i][1] = w.Len()
}

func (w *extentWriter) block(depth int) {
	content := func() { w.inline(2) }
	if depth > 0 && w.random.IntN(2) == 0 {
		content = func() { w.block(depth - 1); w.block(depth - 1) }
	}
	switch name := []string{"div", "section", "ul", "blockquote", "table", "p", "h2"}[w.random.IntN(7)]; name {
	case "ul":
		w.element(name, func() {
			for range 1 + w.random.IntN(3) {
				w.element("li", content, true)
			}
		}, false)
	case "table":
		w.element(name, func() {
			w.element("tbody", func() {
				for range 1 + w.random.IntN(2) {
					w.element("tr", func() {
						for range 1 + w.random.IntN(3) {
							w.element("td", content, true)
						}
					}, true)
				}
			}, false)
		}, false)
	case "p", "h2":
		w.element(name, func() { w.inline(2) }, false)
	default:
		w.element(name, content, false)
	}
}

func (w *extentWriter) inline(depth int) {
	for range 1 + w.random.IntN(3) {
		switch w.random.IntN(5) {
		case 0:
			if depth > 0 {
				w.element([]string{"b", "em", "span", "code"}[w.random.IntN(4)], func() { w.inline(depth - 1) }, false)
			}
		case 1:
			w.WriteString("<!-- </b></p></li> -->")
		case 2:
			w.WriteString("a < é &amp;")
		default:
			w.WriteString("word ")
		}
	}
}
