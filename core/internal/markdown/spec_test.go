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
	gfm        = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
)

func renderBack(t testing.TB, g goldmark.Markdown, markdown string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, g.Convert([]byte(markdown), &out))
	return out.String()
}

// TestSpecRoundTrip turns the HTML of each example of the CommonMark specification into Markdown and back. What comes back is
// the same, but for the examples in the list, most of which hold HTML that Markdown has no form for.
func TestSpecRoundTrip(t *testing.T) {
	data, err := os.ReadFile("testdata/commonmark-0.31.2.json")
	require.NoError(t, err)
	var examples []struct {
		HTML    string `json:"html"`
		Example int    `json:"example"`
	}
	require.NoError(t, json.Unmarshal(data, &examples))
	require.Len(t, examples, 652)

	var failed []string
	for _, e := range examples {
		if normalize(t, e.HTML) != normalize(t, renderBack(t, commonMark, convert(t, e.HTML))) {
			failed = append(failed, strconv.Itoa(e.Example))
		}
	}
	if *update {
		require.NoError(t, os.WriteFile(knownFailures, []byte(strings.Join(failed, "\n")+"\n"), 0o644))
	}
	known, err := os.ReadFile(knownFailures)
	require.NoError(t, err)
	assert.Equal(t, strings.Fields(string(known)), failed)
}
