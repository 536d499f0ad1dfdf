package chunk_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/chunk"
)

// pathological documents of about n bytes.
var pathological = map[string]func(n int) string{
	"a huge word":      func(n int) string { return "<p>" + strings.Repeat("x", n) },
	"a huge paragraph": func(n int) string { return "<p>" + strings.Repeat("word ", n/5) },
	"no spaces":        func(n int) string { return "<p>" + strings.Repeat("漢", n/3) },
	"marks":            func(n int) string { return "<p>e" + strings.Repeat("\u0301", n/2) },
	"headings":         func(n int) string { return strings.Repeat("<h1>x", n/5) },
	"headings apart":   func(n int) string { return strings.Repeat("<p>x<h2>y<h3>z", n/14) },
	"deeper headings":  func(n int) string { return strings.Repeat("<h1>x<h2>y<h3>z<h4>a<h5>b<h6>c", n/30) },
	"links":            func(n int) string { return "<p>" + strings.Repeat("<a href=u>x</a>", n/15) },
	"spaces of a line": func(n int) string { return "<pre>" + strings.Repeat(" ", n) + "x" },
	"lines":            func(n int) string { return "<pre>" + strings.Repeat("x\n", n/2) },
	"empty lines":      func(n int) string { return "<pre>x" + strings.Repeat("\n", n) + "x" },
	"a long table":     func(n int) string { return "<table>" + strings.Repeat("<tr><td>x<td>y", n/14) + "</table>" },
	"a wide table":     func(n int) string { return "<table><tr>" + strings.Repeat("<th>x", n/5) + "<tr><td>y<tr><td>z</table>" },
	"deep quotations":  func(n int) string { return strings.Repeat("<blockquote>", 300) + strings.Repeat("<p>x", n/400) },
	"deep lists": func(n int) string {
		return strings.Repeat(strings.Repeat("<ul><li>x", 100)+strings.Repeat("</ul>", 100), n/1400)
	},
	"items":            func(n int) string { return "<ul>" + strings.Repeat("<li>x", n/5) },
	"an item of items": func(n int) string { return "<ul><li>x<ul>" + strings.Repeat("<li>x", n/5) },
	"closers":          func(n int) string { return "<p>" + strings.Repeat(")", n/2) + strings.Repeat(" )", n/4) },
}

// TestCostIsLinear counts the bytes that are measured in documents of one size and of four times that size.
func TestCostIsLinear(t *testing.T) {
	const n = 10_000
	for name, document := range pathological {
		for _, most := range []float64{1, 50, 1000} {
			small, large := measured(t, document(n), most), measured(t, document(4*n), most)
			assert.Less(t, float64(large), 6*float64(small)+200*most, "%s, %v", name, most)
		}
	}
}

func measured(t *testing.T, source string, most float64) int {
	t.Helper()
	bytes := 0
	o := chunk.Options{Max: most, Overlap: most / 5, RepeatHeader: true, Measure: func(text []byte) float64 {
		bytes += len(text) + 1
		return chunk.Characters(text)
	}}
	md, chunks := split(t, source, o)
	assert.NotEmpty(t, chunks)
	assert.Equal(t, len(md), chunks[len(chunks)-1].End)
	return bytes
}
