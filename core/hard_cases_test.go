package core_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"tidemark/core"
)

// hardCase is one of testdata/hard, which its README explains.
type hardCase struct {
	name, options            string
	html, markdown, rendered string
}

// TestHardCases holds what is easily converted wrong to what is right, and to what a renderer makes of it again.
func TestHardCases(t *testing.T) {
	files, err := filepath.Glob("testdata/hard/*.txt")
	require.NoError(t, err)
	count := 0
	for _, path := range files {
		cases := readHardCases(t, path)
		count += len(cases)
		for i := range cases {
			c := &cases[i]
			t.Run(strings.TrimSuffix(filepath.Base(path), ".txt")+"/"+c.name, func(t *testing.T) {
				options, err := core.ParseOptions([]byte(c.options))
				require.NoError(t, err)
				markdown := convert(t, newConverter(t, options), c.html)
				rendered := strings.TrimSuffix(renderGFM(t, markdown), "\n")
				if *update {
					c.markdown, c.rendered = markdown, rendered
				}
				assert.Equal(t, c.markdown, markdown)
				assert.Equal(t, c.rendered, rendered)
			})
		}
		if *update {
			writeHardCases(t, path, cases)
		}
	}
	assert.Greater(t, count, 100, "cases")
}

// TestHardShapes converts documents that are too much for many: all of the text comes out, and the Markdown is no larger than
// the document by so many times.
func TestHardShapes(t *testing.T) {
	nested := func(n int, open, text string) string { return strings.Repeat(open, n) + text }
	const text = "High water"
	for name, shape := range map[string]struct {
		html  string
		text  string
		times int
	}{
		"70 divisions":           {nested(70, "<div>", text), text, 1},
		"2,000 divisions":        {nested(2_000, "<div>", text), text, 1},
		"20,000 divisions":       {nested(20_000, "<div>", text), text, 1},
		"20,000 spans":           {nested(20_000, "<span>", text), text, 1},
		"2,000 strong elements":  {nested(2_000, "<b>", text), text, 1},
		"1,000 lists":            {nested(1_000, "<ul><li>", text), text, 1},
		"1,000 quotations":       {nested(1_000, "<blockquote>", text), text, 1},
		"500 tables":             {nested(500, "<table><tr><td>", text), text, 1},
		"500 tables with a word": {nested(500, "<table><tr><td>x<td>", text), text, 1},
		"wide cells":             {"<table>" + strings.Repeat("<tr><td colspan=1000>x<td>y", 1_000) + "</table>" + text, text, 100},
		"high cells":             {"<table><tr>" + strings.Repeat("<td rowspan=65534>x", 500) + strings.Repeat("<tr><td>y", 1_000) + "</table>" + text, text, 100},
		"100,000 of <":           {strings.Repeat("&lt;", 100_000) + text, strings.Repeat("<", 100_000) + text, 1},
		"100,000 of *":           {"a" + strings.Repeat("*", 100_000) + text, "a" + strings.Repeat("*", 100_000) + text, 2},
		"100,000 of [":           {strings.Repeat("[", 100_000) + text, strings.Repeat("[", 100_000) + text, 2},
		"50,000 empty elements":  {strings.Repeat("<a></a><i></i>", 50_000) + text, text, 1},
		"50,000 line breaks":     {"a" + strings.Repeat("<br>", 50_000) + text, text, 1},
	} {
		t.Run(name, func(t *testing.T) {
			markdown := convert(t, newConverter(t, core.Options{}), shape.html)
			assert.Less(t, len(markdown), shape.times*len(shape.html), "bytes")
			assert.Contains(t, strings.ReplaceAll(markdown, `\`, ""), shape.text)
		})
	}
}

var gfm = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.NewFootnote(extension.WithFootnoteBacklinkHTML(""))),
	goldmark.WithRendererOptions(html.WithUnsafe()),
)

func renderGFM(t *testing.T, markdown string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, gfm.Convert([]byte(markdown), &out))
	return out.String()
}

const mark = "@@ "

func readHardCases(t *testing.T, path string) (cases []hardCase) {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	var part *string
	for line := range strings.Lines(string(text)) {
		directive, ok := strings.CutPrefix(line, mark)
		if !ok {
			require.NotNil(t, part, "%s begins with no case", path)
			*part += line
			continue
		}
		name, value, _ := strings.Cut(strings.TrimSuffix(directive, "\n"), " ")
		if name == "case" {
			cases = append(cases, hardCase{name: value})
			part = &cases[len(cases)-1].html
			continue
		}
		c := &cases[len(cases)-1]
		switch name {
		case "options":
			c.options = value
		case "markdown":
			part = &c.markdown
		case "rendered":
			part = &c.rendered
		default:
			require.Fail(t, "unknown directive", "%s: %s", path, directive)
		}
	}
	for i := range cases {
		c := &cases[i]
		for _, part := range []*string{&c.html, &c.markdown, &c.rendered} {
			*part = strings.TrimSuffix(*part, "\n")
		}
	}
	return cases
}

func writeHardCases(t *testing.T, path string, cases []hardCase) {
	t.Helper()
	var b strings.Builder
	part := func(directive, text string) {
		b.WriteString(mark + directive + "\n")
		if text != "" {
			b.WriteString(text + "\n")
		}
	}
	for _, c := range cases {
		if c.options == "" {
			part("case "+c.name, c.html)
		} else {
			part("case "+c.name, "")
			part("options "+c.options, c.html)
		}
		part("markdown", c.markdown)
		part("rendered", c.rendered)
	}
	require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o644))
}
