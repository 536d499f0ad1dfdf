package markdown_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// plainWords and hazards are what random documents say. Hazards would mean something to Markdown at one place or another.
var (
	plainWords = strings.Fields("a I to one word longer somewhat-longer e.g. 漢字 한국어 “q” é x, y. AT&T C#")
	hazards    = strings.Split("- + * _ ** __ *** --- ___ ---- -- = === # ## ####### #tag > >> 1. 2) 10. 1234567890. 1.5 snake_case 2*3 | || |-| --- :-- "+
		":-: -: a|b ` `` ``` ```go ~ ~~ ~~~ *x* _x_ **x** ~~x~~ [x] [x]: [^1] [^1]: [ ] ]( [x](y) ![ ! \\ a\\ \\\\ \\* [!NOTE] &amp; &copy; &nope; <div "+
		"<div> </p> <!-- <?x <b> < <3 http://a.b www.a.b a@b.c 漢 ｆ ｶﾅ e\u0301 € $x$ $$ ::: : %% . , ; () (a) {a} [y z](u) \u2003 \v \u200b \u00a0", " ")
)

// randomFormats are the elements that random documents put around words.
var randomFormats = []string{
	"em", "i", "strong", "b", "del", "code", "sub", "kbd", "mark", "q", "span", `a href="/u"`, `a href="/a b" title="t u v"`, `a href="http://a.b/"`,
}

// randomBlocks are the elements that random documents are made of.
var randomBlocks = []string{"p", "p", "p", "div", "ul", "ul", "ol", `ol start="7"`, "blockquote", "blockquote", "h1", "h3", "pre", "table", "dl"}

// randomDocument makes a document of a seed.
func randomDocument(seed uint64) string {
	d := randomizer{rand: rand.New(rand.NewPCG(seed, 1))}
	d.most = 1 + d.rand.IntN(8)
	for range 1 + d.rand.IntN(2) {
		d.block(0)
	}
	return d.String()
}

// randomWords makes plain text without wide characters of a seed.
func randomWords(seed uint64) []string {
	random := rand.New(rand.NewPCG(seed, 2))
	words := make([]string, 1+random.IntN(20))
	for i := range words {
		words[i] = strings.Repeat("é", 1+random.IntN(10))
	}
	return words
}

type randomizer struct {
	strings.Builder
	rand *rand.Rand
	most int  // words in a piece of inline content
	code bool // in code, which holds no images
}

func (d *randomizer) block(depth int) {
	open := randomBlocks[d.rand.IntN(len(randomBlocks))]
	if depth > 2 {
		open = "p"
	}
	name, _, _ := strings.Cut(open, " ")
	fmt.Fprintf(d, "<%s>", open)
	switch name {
	case "ul", "ol":
		for range 1 + d.rand.IntN(3) {
			d.WriteString("<li>")
			if d.rand.IntN(6) == 0 {
				d.WriteString("<input type=checkbox>")
			}
			d.content(depth)
		}
	case "dl":
		d.WriteString("<dt>")
		d.inline(0)
		d.WriteString("<dd>")
		d.content(depth)
	case "blockquote", "div":
		d.content(depth)
	case "table":
		for row := range 1 + d.rand.IntN(3) {
			d.WriteString("<tr>")
			for range 2 {
				d.WriteString([]string{"<th>", "<td>"}[min(row, 1)])
				d.inline(0)
			}
		}
	default:
		d.inline(0)
	}
	fmt.Fprintf(d, "</%s>", name)
}

// content writes inline content, blocks or both.
func (d *randomizer) content(depth int) {
	kind := d.rand.IntN(3)
	if kind < 2 {
		d.inline(0)
	}
	for range kind {
		d.block(depth + 1)
	}
}

func (d *randomizer) inline(depth int) {
	for range 1 + d.rand.IntN(d.most) {
		switch {
		case depth < 3 && d.rand.IntN(6) == 0:
			open := randomFormats[d.rand.IntN(len(randomFormats))]
			name, _, _ := strings.Cut(open, " ")
			fmt.Fprintf(d, "<%s>", open)
			code := d.code
			d.code = code || name == "code"
			d.inline(depth + 1)
			d.code = code
			fmt.Fprintf(d, "</%s>", name)
		case d.rand.IntN(20) == 0:
			d.WriteString("<br>")
		case !d.code && d.rand.IntN(20) == 0:
			d.WriteString(`<img src="i j" alt="k l" title="m n">`)
		default:
			d.word()
		}
		d.WriteString([]string{"", " ", " ", " ", " ", " ", "&nbsp;", "\n"}[d.rand.IntN(8)])
	}
}

func (d *randomizer) word() {
	words := plainWords
	if d.rand.IntN(2) == 0 {
		words = hazards
	}
	d.WriteString(escapeHTML.Replace(words[d.rand.IntN(len(words))]))
}

var escapeHTML = strings.NewReplacer("&", "&amp;", "<", "&lt;")

// documents are what properties are tested with, by name: the examples of the specifications, the golden files of core, and
// random documents.
func documents(t testing.TB, random uint64) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, e := range commonMarkExamples(t) {
		all["CommonMark "+strconv.Itoa(e.Number)] = e.HTML
	}
	for _, e := range gfmExamples(t) {
		all["GFM "+strconv.Itoa(e.Number)] = e.HTML
	}
	golden, err := filepath.Glob("../../testdata/golden/*/*.html")
	require.NoError(t, err)
	require.NotEmpty(t, golden)
	for _, path := range golden {
		source, err := os.ReadFile(path)
		require.NoError(t, err)
		if utf8.Valid(source) {
			all[path] = string(source)
		}
	}
	for seed := range random {
		source := randomDocument(seed)
		if !emptyItem.MatchString(convert(t, source)) {
			all["seed "+strconv.FormatUint(seed, 10)] = source
		}
	}
	return all
}

// emptyItem finds the marker of an empty item: behind one in a list that is in a list, goldmark ends both.
var emptyItem = regexp.MustCompile(`(?m)(^|[ >])([-*+]|\d+[.)])$`)
