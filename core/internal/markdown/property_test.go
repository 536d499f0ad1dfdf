package markdown_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
)

// TestRandomDocuments makes documents at random, the same ones each time. What is rendered back has each character with the
// formatting that it had, and becomes the same Markdown again.
func TestRandomDocuments(t *testing.T) {
	g := generator{random: rand.New(rand.NewPCG(0, 1)), open: map[string]int{}}
	for range 3000 {
		source := g.blocks(3)
		markdown := convert(t, source)
		back := renderBack(t, gfm, markdown)
		require.Equal(t, formattedText(t, source), formattedText(t, back), "of %s by way of %q", source, markdown)
		require.Equal(t, markdown, convert(t, back), "again, of %s by way of %s", source, back)
	}
}

// generator makes HTML at random.
type generator struct {
	random *rand.Rand
	open   map[string]int // so many elements of a kind
}

func (g *generator) pick(choices ...string) string { return choices[g.random.IntN(len(choices))] }

// blocks makes blocks that are nested so deep at most.
func (g *generator) blocks(depth int) string {
	var b strings.Builder
	for range 1 + g.random.IntN(3) {
		switch tag := g.pick("p", "p", "h2", "blockquote", "ul", "ol", "table", "pre"); {
		case tag == "pre":
			b.WriteString("<pre><code>" + g.pick("a", "``` b", "    c\n\nd", "*e*") + "</code></pre>")
		case tag == "p" || tag == "h2" || depth == 0:
			b.WriteString("<p>" + g.inline(3) + g.pick("n</p>", ".</p>"))
		case tag == "blockquote":
			b.WriteString("<blockquote>" + g.blocks(depth-1) + "</blockquote>")
		case tag == "table":
			b.WriteString("<table><thead><tr><th>" + g.inline(2) + "</th><th>b</th></tr></thead><tbody><tr><td>" + g.inline(3) + "</td><td>d</td></tr></tbody></table>")
		default:
			b.WriteString("<" + tag + ">")
			for range 1 + g.random.IntN(3) {
				b.WriteString("<li>" + g.item(depth-1) + "</li>")
			}
			b.WriteString("</" + tag + ">")
		}
	}
	return b.String()
}

func (g *generator) item(depth int) string {
	if g.random.IntN(3) == 0 {
		return g.blocks(depth)
	}
	return "a" + g.inline(2)
}

// inline makes text and formatting, with much of what means something in Markdown.
func (g *generator) inline(depth int) string {
	var b strings.Builder
	for range 1 + g.random.IntN(3) {
		if depth == 0 || g.random.IntN(2) == 0 {
			b.WriteString(g.pick("a", "b", " c", "d ", "e f", " ", ".", "*", "**", "_", "__", "~", "~~", "`", "|", "[", "](g)", "!", `\`,
				"&lt;b>", "&amp;amp;", "# h", "- i", "1. j", "+", "“", "€", "中", "(k)", "http://l.m", "x<br>y"))
			continue
		}
		switch tag := g.pick("em", "strong", "em", "strong", "i", "b", "del", "code", "a"); {
		case tag == "code":
			b.WriteString("<code>" + g.pick("a", "`", "a|b", `\|`, "*") + "</code>")
		case tag == "a":
			b.WriteString(`<a href="/u">` + g.inline(0) + "</a>")
		case g.open[tag] < 2:
			g.open[tag]++
			b.WriteString("<" + tag + ">" + g.inline(depth-1) + "</" + tag + ">")
			g.open[tag]--
		}
	}
	return b.String()
}

// formattedText returns the text without white space, each character behind letters for the formatting that it has.
func formattedText(t testing.TB, source string) string {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{}))
	var out strings.Builder
	for id := dom.Root; id != 0; id = doc.Following(id, dom.Root) {
		if doc.Node(id).Kind != dom.KindText {
			continue
		}
		marks := marksOf(&doc, id)
		for _, c := range doc.Text(id) {
			if !unicode.IsSpace(c) {
				out.WriteString(marks)
				out.WriteRune(c)
			}
		}
	}
	return out.String()
}

// marksOf returns a letter for each kind of formatting around a node, and for the block that it is in.
func marksOf(doc *dom.Document, id dom.ID) string {
	var has [8]bool
	for ; id != 0; id = doc.Node(id).Parent {
		switch doc.Node(id).Tag {
		case dom.TagEm, dom.TagI:
			has[0] = true
		case dom.TagStrong, dom.TagB:
			has[1] = true
		case dom.TagDel, dom.TagS:
			has[2] = true
		case dom.TagCode:
			has[3] = true
		case dom.TagA:
			has[4] = true
		case dom.TagLi:
			has[5] = true
		case dom.TagBlockquote:
			has[6] = true
		case dom.TagTd, dom.TagTh:
			has[7] = true
		}
	}
	marks := make([]byte, 0, len(has))
	for i, set := range has {
		if set {
			marks = append(marks, "esdcalqt"[i])
		}
	}
	return string(marks)
}
