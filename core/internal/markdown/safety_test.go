package markdown_test

import (
	"context"
	"encoding/json"
	"flag"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"tidemark/core"
)

var (
	safetyDocuments = flag.Int("safety.documents", 3000, "how many documents TestSafety makes")
	safetySeed      = flag.Uint64("safety.seed", 1, "the seed of its first document, which the others follow; 0 is one at random")
)

// safetyParts are what documents are made of that an attacker would write: testdata/safety.json, which the tests of other readers
// of Markdown use too. In a template a letter in braces stands for what is put there.
type safetyParts struct {
	Texts, Addresses, Tex, Inline, Blocks, Heads []string
	Options                                      map[string][]any
}

func readSafetyParts(t testing.TB) *safetyParts {
	t.Helper()
	data, err := os.ReadFile("testdata/safety.json")
	require.NoError(t, err)
	parts := new(safetyParts)
	require.NoError(t, json.Unmarshal(data, parts))
	return parts
}

// attacker writes documents.
type attacker struct {
	*safetyParts
	random *rand.Rand
}

func (a *attacker) pick(list []string) string { return list[a.random.IntN(len(list))] }

var placeholder = regexp.MustCompile(`\{[bituax]\}`)

// fill fills a template. Nothing is nested deeper than that.
func (a *attacker) fill(template string, depth int) string {
	return placeholder.ReplaceAllStringFunc(template, func(what string) string { return a.part(what[1], depth-1) })
}

func (a *attacker) part(what byte, depth int) string {
	switch {
	case what == 'b' && depth > 0:
		return a.fill(a.pick(a.Blocks), depth)
	case what == 'i' && depth > 0:
		return a.fill(a.pick(a.Inline), depth)
	case what == 'u':
		return escapeAttribute.Replace(a.pick(a.Addresses))
	case what == 'x':
		return escapeAttribute.Replace(a.pick(a.Tex))
	}
	text := ""
	for range 1 + a.random.IntN(3) {
		text += escapeAttribute.Replace(a.pick(a.Texts))
	}
	return text
}

var escapeAttribute = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#13;")

// options leaves half of the options as they are.
func (a *attacker) options() choice {
	c := choice{}
	for _, name := range slices.Sorted(maps.Keys(a.Options)) {
		if values := a.Options[name]; a.random.IntN(2) == 0 {
			c[name] = values[a.random.IntN(len(values))]
		}
	}
	return c
}

func (a *attacker) document() (source string, options choice) {
	var b strings.Builder
	b.WriteString(a.fill(a.pick(a.Heads), 3))
	for range 1 + a.random.IntN(3) {
		b.WriteString(a.part('b', 5))
	}
	return b.String(), a.options()
}

// bold is goldmark with all that it knows, and with nothing held back.
var bold = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(html.WithUnsafe()))

// TestSafety converts documents at random and has goldmark render the Markdown: nothing may come out that the document does not
// show. A failure names the seed of its document.
func TestSafety(t *testing.T) {
	parts, seed := readSafetyParts(t), *safetySeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano()) >> 20
	}
	t.Logf("seed %d, %d documents", seed, *safetyDocuments)
	for i := range uint64(*safetyDocuments) {
		a := attacker{parts, rand.New(rand.NewPCG(seed+i, 3))}
		source, c := a.document()
		markdown := convertSafely(t, source, c)
		if complaints := judge(t, source, c, renderBack(t, bold, markdown)); len(complaints) > 0 {
			assert.Fail(t, "not safe", "seed %d: %s\nof %s\nwith %s\nby way of %s", seed+i, complaints, source, c, markdown)
		}
	}
}

// convertSafely converts a document, takes the front matter off that was asked for, and looks for other.
func convertSafely(t testing.TB, source string, c choice) string {
	t.Helper()
	options, err := core.ParseOptions([]byte(c.String()))
	require.NoError(t, err)
	converter, err := core.New(options)
	require.NoError(t, err)
	markdown, err := converter.Convert(context.Background(), source)
	require.NoError(t, err)
	if c["frontmatter"] == true {
		markdown = frontMatter.ReplaceAllString(markdown, "")
	}
	require.NotRegexp(t, `^\x{FEFF}?(---|\+\+\+|;;;|\{|%|#\+)`, markdown, "of %s", source)
	return markdown
}
