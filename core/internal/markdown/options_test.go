package markdown_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"tidemark/core/internal/dom"
)

// content are the options that change what a document says to a renderer.
var content = []string{"images", "dataImages", "unsafeLinks", "emptyLinks", "hidden", "noscript", "math", "escape", "gfm.footnotes", "gfm.alerts", "content", "content.prefer", "chunks.unit"}

// style are the options that change neither what a document says nor what it is made of.
var style = []string{
	"headingStyle", "hr", "bulletListMarker", "codeBlockStyle", "fence", "emDelimiter", "strongDelimiter", "linkStyle", "linkReferenceStyle", "br", "wrap",
	"gfm.strikethrough", "gfm.autolinks",
}

// TestEachOption converts documents with each value of each option.
func TestEachOption(t *testing.T) {
	values := choices(t)
	for name, source := range withoutMath(documents(t, 100)) {
		plain := choice{}.dialect(t).roundTrip(t, source)
		for _, option := range slices.Sorted(maps.Keys(values)) {
			if slices.Contains(content, option) {
				continue
			}
			for _, value := range values[option] {
				require.Empty(t, choice{option: value}.dialect(t).fault(t, source, plain), "%s\n%s", name, source)
			}
		}
	}
}

// TestRandomOptions converts documents with all options at random.
func TestRandomOptions(t *testing.T) {
	values := choices(t)
	random := rand.New(rand.NewPCG(1, 2))
	all := withoutMath(documents(t, 300))
	for _, name := range slices.Sorted(maps.Keys(all)) {
		source := all[name]
		c := choice{}
		for _, option := range slices.Sorted(maps.Keys(values)) {
			c[option] = values[option][random.IntN(len(values[option]))]
		}
		same := c.only(content...)
		if same["escape"] == "none" {
			same["escape"] = "smart"
		}
		require.Empty(t, c.dialect(t).fault(t, source, same.dialect(t).roundTrip(t, source)), "%s\n%s", name, source)
	}
}

// TestWithoutGFM renders what is written without GFM with a renderer that knows CommonMark only. Where there is nothing that
// CommonMark has no form for, it is the same document.
func TestWithoutGFM(t *testing.T) {
	options := choice{"escape": "strict"}
	for option, values := range choices(t) {
		if strings.HasPrefix(option, "gfm.") && slices.Contains(values, any(false)) {
			options[option] = false
		}
	}
	require.Greater(t, len(options), 4)
	for name, source := range withoutMath(documents(t, 300)) {
		d := options.dialect(t)
		require.Empty(t, d.fault(t, source, options.only(content...).dialect(t).roundTrip(t, source)), "%s\n%s", name, source)
		if plain := (choice{"escape": "strict"}).dialect(t).roundTrip(t, source); !beyondCommonMark.MatchString(plain) {
			require.Equal(t, normalize(t, plain), normalize(t, renderBack(t, commonMark, d.convert(t, source))), "%s\n%s", name, source)
		}
	}
	assert.Equal(t, options.dialect(t).convert(t, "<del>a</del> http://a.b"), choice{"escape": "strict", "gfm": false}.dialect(t).convert(t, "<del>a</del> http://a.b"))
}

// withoutMath leaves out the documents with formulas. Their TeX depends on where it stands, which is for other tests.
func withoutMath(documents map[string]string) map[string]string {
	maps.DeleteFunc(documents, func(name, _ string) bool { return strings.Contains(name, "golden/math/") })
	return documents
}

var beyondCommonMark = regexp.MustCompile(`<table|<input|"footnotes"|\[!`)

// fault converts a document. Rendered back it says what it says with the options of its content alone, which plain is, and is
// made of the same; if not, fault tells what is wrong.
func (d *dialect) fault(t testing.TB, source, plain string) string {
	t.Helper()
	markdown := d.convert(t, source)
	if emptyItem.MatchString(markdown) {
		return ""
	}
	if d.choice["escape"] == "none" {
		if !holdsLetters(markdown, visible(t, plain)) {
			return fmt.Sprintf("%v loses text:\n%s", d.choice, markdown)
		}
		return ""
	}
	back := renderBack(t, d.renderer, markdown)
	if back == plain && d.choice["html"] != "drop" {
		return ""
	}
	if want, got := words(visible(t, plain)), words(visible(t, back)); want != got {
		return fmt.Sprintf("%v says\n%s\nin place of\n%s\nby way of\n%s", d.choice, got, want, markdown)
	}
	if d.choice["html"] == "drop" {
		if hasHTML(d.renderer, markdown) {
			return fmt.Sprintf("%v leaves HTML in\n%s", d.choice, markdown)
		}
		return ""
	}
	same := d.without(style...)
	if d.choice["chunks.unit"] != nil && d.choice["gfm.strikethrough"] != nil { // In headings there is then nothing that only HTML has a form for.
		same["gfm.strikethrough"] = d.choice["gfm.strikethrough"]
	}
	want, got := normalize(t, withoutBareLinks(same.dialect(t).roundTrip(t, source))), normalize(t, withoutBareLinks(back))
	if d.choice["emDelimiter"] != nil || d.choice["strongDelimiter"] != nil {
		want, got = flat(want), flat(got)
	}
	if want != got {
		return fmt.Sprintf("%v makes\n%s\nin place of\n%s\nby way of\n%s", d.choice, got, want, markdown)
	}
	return ""
}

// withoutBareLinks leaves out links whose text is their address: where text is one, it depends on the dialect whether it is a link.
func withoutBareLinks(html string) string {
	return textLink.ReplaceAllStringFunc(html, func(link string) string {
		parts := textLink.FindStringSubmatch(link)
		if address := decoded(parts[1]); strings.TrimPrefix(strings.TrimPrefix(address, "http://"), "mailto:") == strings.TrimPrefix(decoded(parts[2]), "http://") {
			return parts[2]
		}
		return link
	})
}

var textLink = regexp.MustCompile(`<a href="([^"]*)">([^<]*)</a>`)

// flat leaves out emphasis in emphasis of its kind: which of it there is a form for is a matter of the delimiters.
func flat(html string) string {
	open := map[string]int{}
	return emphasisTag.ReplaceAllStringFunc(html, func(tag string) string {
		name, change := strings.Trim(tag, "</>"), 1
		if tag[1] == '/' {
			change = -1
		}
		open[name] += change
		if open[name] > 1 || open[name] == 1 && change < 0 {
			return ""
		}
		return tag
	})
}

var emphasisTag = regexp.MustCompile(`</?(em|strong)>`)

// visible is what HTML says: its text, with that of images and the marks of quotations. There are no images in code.
func visible(t testing.TB, source string) string {
	t.Helper()
	v := visibleText{doc: parse(t, source)}
	v.node(dom.Root)
	return v.String()
}

type visibleText struct {
	strings.Builder
	doc    *dom.Document
	quotes int
}

func (v *visibleText) node(id dom.ID) {
	marks := []string{"“", "”", "‘", "’"}[v.quotes%2*2:]
	switch n := v.doc.Node(id); {
	case n.Kind == dom.KindText:
		v.WriteString(v.doc.Text(id))
	case n.Tag == dom.TagCode, n.Tag == dom.TagPre:
		v.Write(v.doc.AppendTextContent(nil, id))
	case n.Tag == dom.TagImg:
		v.WriteString(v.doc.Value(id, dom.AttrAlt))
	case n.Tag == dom.TagQ:
		v.quotes++
		v.WriteString(marks[0])
		v.children(id)
		v.WriteString(marks[1])
		v.quotes--
	default:
		v.children(id)
	}
}

func (v *visibleText) children(id dom.ID) {
	for c := v.doc.Node(id).First; c != 0; c = v.doc.Node(c).Next {
		v.node(c)
	}
}

// holdsLetters reports whether a text has as many of each letter as another: no form of Markdown changes those.
func holdsLetters(text, other string) bool {
	count := map[rune]int{}
	for _, c := range text {
		count[c]++
	}
	for _, c := range other {
		if count[c]--; count[c] < 0 && unicode.IsLetter(c) {
			return false
		}
	}
	return true
}

// hasHTML reports whether a renderer takes something for HTML.
func hasHTML(g goldmark.Markdown, markdown string) bool {
	found := false
	_ = ast.Walk(g.Parser().Parse(text.NewReader([]byte(markdown))), func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		found = found || n.Kind() == ast.KindRawHTML || n.Kind() == ast.KindHTMLBlock
		return ast.WalkContinue, nil
	})
	return found
}
