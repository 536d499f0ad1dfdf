package markdown_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

var update = flag.Bool("update", false, "rewrite the list of known failures")

const knownFailures = "testdata/commonmark-known-failures.txt"

// commonMark and gfm render Markdown back. Raw HTML is let through, as it is in the specification's examples.
var (
	commonMark = goldmark.New(goldmark.WithRendererOptions(html.WithUnsafe(), html.WithXHTML()))
	gfm        = goldmark.New(goldmark.WithExtensions(extension.Linkify, extension.Strikethrough, extension.TaskList, tables), goldmark.WithRendererOptions(html.WithUnsafe()))

	tables = extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute))
)

func renderBack(t testing.TB, g goldmark.Markdown, markdown string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, g.Convert([]byte(markdown), &out))
	return out.String()
}

// example is one of a specification.
type example struct {
	HTML   string `json:"html"`
	Number int    `json:"example"`
}

func examples(t testing.TB, path string, count int) (list []example) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &list))
	require.Len(t, list, count)
	return list
}

func commonMarkExamples(t testing.TB) []example {
	return examples(t, "testdata/commonmark-0.31.2.json", 652)
}
func gfmExamples(t testing.TB) []example { return examples(t, "testdata/gfm-0.29.json", 24) }

// TestSpecRoundTrip turns the HTML of each example of the CommonMark specification into Markdown and back. What comes back is
// the same, but for the examples in the list, which hold HTML that Markdown has no form for.
func TestSpecRoundTrip(t *testing.T) {
	var failed []string
	s := defaults()
	s.KeepEmpty, s.KeepPadding, s.Page.KeepEmptyLinks = true, true, true // It has some.
	for _, e := range commonMarkExamples(t) {
		markdown := convertWith(t, s, e.HTML)
		if normalize(t, e.HTML) != normalize(t, renderBack(t, commonMark, markdown)) {
			assert.False(t, expressible(t, e.HTML), "example %d became %q", e.Number, markdown)
			failed = append(failed, strconv.Itoa(e.Number))
		}
	}
	if *update {
		require.NoError(t, os.WriteFile(knownFailures, []byte(strings.Join(failed, "\n")+"\n"), 0o644))
	}
	known, err := os.ReadFile(knownFailures)
	require.NoError(t, err)
	assert.Equal(t, strings.Fields(string(known)), failed)
}

// TestGFMSpecRoundTrip does the same with the examples of the extensions of GitHub Flavored Markdown, but for the one of HTML
// that is not allowed.
func TestGFMSpecRoundTrip(t *testing.T) {
	for _, e := range gfmExamples(t) {
		if e.Number == 653 {
			continue
		}
		assert.Equal(t, normalize(t, e.HTML), normalize(t, renderBack(t, gfm, convert(t, e.HTML))), "example %d", e.Number)
	}
}
