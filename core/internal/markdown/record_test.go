package markdown_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/markdown"
	"tidemark/core/internal/outline"
)

// recordedStyles are ways of writing in which places move after they were noted.
func recordedStyles() map[string]markdown.Settings {
	plain, wrapped, other := defaults(), defaults(), defaults()
	wrapped.Wrap = 20
	other.HeadingSetext, other.CodeIndented, other.LinkReferenced, other.Break, other.KeepEmpty = true, true, true, "  ", true
	return map[string]markdown.Settings{"plain": plain, "wrapped": wrapped, "other": other}
}

func record(t testing.TB, s markdown.Settings, doc *dom.Document) (string, *outline.Recorder) {
	t.Helper()
	var r markdown.Renderer
	var into outline.Recorder
	r.Record(&into)
	out, err := r.Render(context.Background(), nil, doc, s.Compile())
	require.NoError(t, err)
	return string(out), &into
}

// TestRecordedPlaces holds that spans are of what they say, in each other or apart, and that nothing is left out.
func TestRecordedPlaces(t *testing.T) {
	for name, source := range documents(t, 300) {
		for style, s := range recordedStyles() {
			doc := parse(t, source)
			md, o := record(t, s, doc)
			require.Equal(t, convertWith(t, s, source), md, "%s, %s", name, style)
			if !checkOutline(t, md, &o.Outline) {
				t.Fatalf("%s, %s:\n%s\n%s\n%v", name, style, source, md, o.Spans)
			}
		}
	}
}

// TestRecordedAsItGrows holds that places are the same where a document is rendered as it grows, and what was taken is dropped.
func TestRecordedAsItGrows(t *testing.T) {
	for name, source := range documents(t, 100) {
		s := defaults()
		s.Page.LookaheadLimit = 40
		compiled := s.Compile()
		whole := html.Options{Scripting: true, Embedded: true, Islands: true}
		var doc dom.Document
		require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), whole))
		md, want := record(t, s, &doc)

		var parser html.Parser
		var r markdown.Renderer
		var into outline.Recorder
		r.Record(&into)
		parser.Start(&doc, whole)
		r.Begin(&doc, compiled)
		var got []byte
		for piece := range slices.Chunk([]byte(source), 16) {
			require.NoError(t, parser.Write(context.Background(), piece))
			if parser.Settled() {
				require.NoError(t, r.Advance(context.Background(), parser.OpenElements(nil), parser.Parsed(), false))
				got = append(got, r.Take()...)
			}
		}
		require.NoError(t, parser.Close(context.Background()))
		require.NoError(t, r.Advance(context.Background(), nil, 0, true))
		got = append(got, r.Take()...)
		require.Equal(t, md, string(got), name)
		require.Equal(t, placesOf(want), placesOf(&into), "%s: %s", name, md)
	}
}

func placesOf(o *outline.Recorder) (places [][3]int) {
	for i := range o.Spans {
		s := &o.Spans[i]
		places = append(places, [3]int{int(s.Kind), s.Start, s.End})
	}
	return places
}

// shapes are what a span of a kind looks like.
var shapes = [outline.Kinds]*regexp.Regexp{
	outline.Heading:           regexp.MustCompile(`(?s)^(#{1,6}( [^\n]*|$)|.*\n[> ]*(=+|-+)$)`),
	outline.Code:              regexp.MustCompile("(?s)^(```.*```|~~~.*~~~|    .*)$"),
	outline.Rule:              regexp.MustCompile(`^[-_* ]+$`),
	outline.Table:             regexp.MustCompile(`(?s)^\|.*\|$`),
	outline.HeaderRow:         regexp.MustCompile(`^\|.*\|$`),
	outline.Row:               regexp.MustCompile(`^\|.*\|$`),
	outline.Cell:              regexp.MustCompile(`^.*$`),
	outline.Quote:             regexp.MustCompile(`^>`),
	outline.Item:              regexp.MustCompile(`^([-+*]|\d+[.)])( |\n|$)`),
	outline.Footnote:          regexp.MustCompile(`^\[\^[^\]]+\]:`),
	outline.Definition:        regexp.MustCompile(`^\[[^\n]+\]: [^\n]+$`),
	outline.HTML:              regexp.MustCompile(`(?s)^<.*>$`),
	outline.Link:              regexp.MustCompile(`(?s)^(\[.*[\])]|<.*>)$`),
	outline.Image:             regexp.MustCompile(`(?s)^!\[.*\)$`),
	outline.CodeSpan:          regexp.MustCompile("(?s)^(`.*`|<code>.*</code>)$"),
	outline.FootnoteReference: regexp.MustCompile(`^\[\^[^\]]+\]$`),
	outline.Paragraph:         regexp.MustCompile(`(?s)^\S(.*\S)?$`),
}

// between is what stands between the blocks that hold no others: white space, and the markers of those that hold them.
var between = regexp.MustCompile(`^([-+*>\s]|\d+[.)](\s|$)|\[[ x]\](\s|$)|\[\^[^\]]+\]:|\[//\]: #)*$`)

func checkOutline(t *testing.T, md string, o *outline.Outline) bool {
	t.Helper()
	ok := true
	var around []*outline.Span
	end := 0 // of the last leaf
	for i := range o.Spans {
		s := &o.Spans[i]
		if !assert.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(md), "%v", *s) {
			return false
		}
		for len(around) > 0 && around[len(around)-1].End <= s.Start && (s.Start < s.End || around[len(around)-1].End < s.Start || around[len(around)-1].Kind == s.Kind) {
			around = around[:len(around)-1]
		}
		if n := len(around); n > 0 {
			ok = assert.True(t, around[n-1].Start <= s.Start && s.End <= around[n-1].End, "%v in %v", *s, *around[n-1]) && ok
		}
		around = append(around, s)
		if shape := shapes[s.Kind]; shape != nil {
			ok = assert.Regexp(t, shape, md[s.Start:s.End], "kind %d", s.Kind) && ok
		}
		if s.Kind.IsLeaf() {
			ok = assert.GreaterOrEqual(t, s.Start, end) && assert.Regexp(t, between, md[end:s.Start]) && ok
			end = s.End
		}
	}
	return assert.Regexp(t, between, md[end:]) && ok
}

// TestRecordedKinds holds that an outline has what a reader finds in the Markdown: the same kinds as often, and the same titles.
func TestRecordedKinds(t *testing.T) {
	for name, source := range withoutMath(documents(t, 300)) {
		for _, s := range recordedStyles() {
			md, o := record(t, s, parse(t, source))
			want, titles := readKinds([]byte(md))
			got := map[outline.Kind]int{}
			var recorded []string
			for i := range o.Spans {
				got[o.Spans[i].Kind]++
				if o.Spans[i].Kind == outline.Heading {
					recorded = append(recorded, letters(o.TitleOf(&o.Spans[i])))
				}
			}
			for kind, n := range want {
				if !assert.Equal(t, n, got[kind], "kind %d", kind) {
					t.Fatalf("%s:\n%s\n%s", name, source, md)
				}
			}
			require.Equal(t, titles, recorded, "%s: %s", name, md)
		}
	}
}

// readKinds returns how often a reader finds what in Markdown, and the titles of the headings in it.
func readKinds(md []byte) (kinds map[outline.Kind]int, titles []string) {
	kinds = map[outline.Kind]int{}
	root := choice{}.renderer().Parser().Parse(text.NewReader(md))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			kinds[outline.Heading]++
			titles = append(titles, letters(titleOf(n, md)))
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			kinds[outline.Code]++
		case *ast.Blockquote:
			kinds[outline.Quote]++
		case *ast.ListItem:
			kinds[outline.Item]++
		case *ast.ThematicBreak:
			kinds[outline.Rule]++
		case *ast.Image:
			kinds[outline.Image]++
		case *ast.Link, *ast.AutoLink:
			kinds[outline.Link]++
		case *extast.Table:
			kinds[outline.Table]++
		case *extast.TableRow:
			kinds[outline.Row]++
		}
		return ast.WalkContinue, nil
	})
	return kinds, titles
}

func titleOf(n ast.Node, md []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.Write(n.Value(md))
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(md))
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// letters is text without what readers differ on, escapes and references among it.
func letters(s string) string { return notLetters.ReplaceAllString(s, "") }

var notLetters = regexp.MustCompile(`<[^>]*>|[^\pL]`)

// TestRecordedNodes holds that the nodes of spans are what these are made of.
func TestRecordedNodes(t *testing.T) {
	seen := map[outline.Kind]int{}
	for name, source := range documents(t, 300) {
		doc := parse(t, source)
		md, o := record(t, defaults(), doc)
		for i := range o.Spans {
			s := &o.Spans[i]
			if s.Node == 0 {
				continue
			}
			seen[s.Kind]++
			n, text := doc.Node(s.Node), letters(string(doc.AppendTextContent(nil, s.Node)))
			switch s.Kind {
			case outline.Heading:
				require.True(t, n.Tag >= dom.TagH1 && n.Tag <= dom.TagH6, "%s: %q", name, md[s.Start:s.End])
				require.Equal(t, int(n.Tag-dom.TagH1)+1, int(s.Level))
			case outline.Row:
				require.Equal(t, dom.TagTr, n.Tag, "%s: %q", name, md[s.Start:s.End])
			case outline.Cell:
				isOfBoxes := n.Tag == dom.TagDiv && strings.HasSuffix(doc.Value(n.Parent, dom.AttrClass), "-column-summary")
				isOfRoles := slices.Contains([]string{"cell", "gridcell", "rowheader", "columnheader"}, doc.Value(s.Node, dom.AttrRole))
				require.True(t, n.Tag == dom.TagTd || n.Tag == dom.TagTh || isOfBoxes || isOfRoles, "%s: %q", name, md[s.Start:s.End])
			case outline.Link:
				require.Equal(t, dom.KindElement, n.Kind, "%s: %q", name, md[s.Start:s.End])
			case outline.Image:
				require.Contains(t, []dom.Tag{dom.TagImg, dom.Unknown}, n.Tag, "%s: %q", name, md[s.Start:s.End])
			case outline.Paragraph:
				if n.Kind == dom.KindText && !holdsMarkup.MatchString(source+md) {
					require.Contains(t, letters(md[s.Start:s.End]), text, "%s: %q", name, md[s.Start:s.End])
				}
			}
		}
	}
	for _, kind := range []outline.Kind{outline.Heading, outline.Row, outline.Cell, outline.Link, outline.Image, outline.Paragraph, outline.Code, outline.Item} {
		assert.Greater(t, seen[kind], 20, "kind %d", kind)
	}
}

// TestRecordedText holds that text that is all of a block is of the block, and other text of its first and last nodes.
func TestRecordedText(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{`<p>a <b>b</b></p>`, `<p>a <b>b</b></p>`},
		{`<div><span></span><code>a</code> <!-- b --></div>`, `<div><span></span><code>a</code> <!-- b --></div>`},
		{`<div>a <i>b</i><p>c</div>`, `a <i>b|<p>c`},
		{`<ul><li>a<ul><li>b</ul></ul>`, `a|<li>b`},
		{`a<br><br>b`, `a|b`},
		{`<p>a<br><br>b</p>`, `a|b`},
		{`<p><img src=i> a</p>`, `<p><img src=i> a</p>`},
		{`<div><a href=a><video><source src=v></video></a></div><div><img src=i></div>`, `<div><a href=a><video><source src=v></video></a></div>|<div><img src=i></div>`},
	} {
		var doc dom.Document
		require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(c.source), html.Options{Extents: true}))
		_, o := record(t, defaults(), &doc)
		var got []string
		for _, s := range o.Spans {
			if s.Kind == outline.Paragraph {
				start, _, _ := doc.Extent(s.Node)
				_, end, _ := doc.Extent(s.Last)
				got = append(got, c.source[start:end])
			}
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), c.source)
	}
}

// holdsMarkup finds text that letters would take for tags, references and their like.
var holdsMarkup = regexp.MustCompile(`&|<\S+[@:]|\$|\\|<math|<script|\[\^`)
