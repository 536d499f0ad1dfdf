package core_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// purse is a context with memory that notes what is taken of it, and refuses what goes over its limit.
type purse struct {
	context.Context
	limit     int // 0: none
	now, most int
}

var errEmpty = errors.New("the purse is empty")

func newPurse(limit int) *purse { return &purse{Context: context.Background(), limit: limit} }

func (p *purse) Take(bytes int) error {
	if p.limit > 0 && p.now+bytes > p.limit {
		return errEmpty
	}
	p.now += bytes
	p.most = max(p.most, p.now)
	return nil
}

func (p *purse) Give(bytes int) { p.now -= bytes }
func (p *purse) Keeps() int     { return 64 << 10 }

// heavy are documents that take many times their size, by what it is that takes it.
var heavy = map[string]func(size int) string{
	"elements":            repeatTo("<b>"),
	"elements with text":  repeatTo("<div>x"),
	"elements again":      repeatTo("<p><b><i>tide "),
	"fonts again":         numberedTo("<p><font size=%d>tide"),
	"bold paragraphs":     repeatTo("<b><p>x"),
	"links":               numberedTo("<a href=/%d>tide </a>"),
	"open links":          numberedTo("<a href=/%d>tide "),
	"cells":               func(size int) string { return "<table><tr>" + strings.Repeat("<td>t", size/5) },
	"rows":                func(size int) string { return "<table>" + strings.Repeat("<tr><td>3.1</td><td>0.4</td></tr>", size/33) },
	"tables in tables":    repeatTo("<table><tr><td>"),
	"attributes":          func(size int) string { return "<p" + numberedTo(" a%d=1")(size) + ">" },
	"names":               numberedTo("<x%d>"),
	"comments":            repeatTo("<!---->"),
	"delimiters":          repeatTo("*a_b~"),
	"references":          repeatTo("&lt;"),
	"lists":               func(size int) string { return strings.Repeat("<ul><li>", min(size/8, 40_000)) },
	"quotations":          func(size int) string { return strings.Repeat("<blockquote>", min(size/12, 90_000)) },
	"inline quotations":   repeatTo("<q>"),
	"ruby":                repeatTo("<ruby>t<rt>x</ruby>"),
	"formulas":            func(size int) string { return "<math>" + strings.Repeat("<mrow>", size/6) + "<mi>x" },
	"drawings":            func(size int) string { return "<svg>" + strings.Repeat("<g>", size/3) + "x" },
	"lines of quotations": repeatTo("<blockquote>x<br>x</blockquote>"),
	"templates":           repeatTo("<template>"),
	"options":             func(size int) string { return "<select>" + strings.Repeat("<option>t", size/9) },
}

func repeatTo(piece string) func(int) string {
	return func(size int) string { return strings.Repeat(piece, size/len(piece)) }
}

func numberedTo(format string) func(int) string {
	return func(size int) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
}

// No document takes more than so many times its size, beside itself.
func TestMemoryOfHeavyDocuments(t *testing.T) {
	skipWithRaces(t)
	const most = 40
	for _, size := range []int{1 << 20, 6 << 20} {
		for name, make := range heavy {
			html := []byte(make(size))
			p := newPurse(0)
			_, err := newConverter(t, core.Options{MaxOutputBytes: 1 << 30}).AppendValidText(p, nil, html)
			require.NoError(t, err, name)
			assert.LessOrEqual(t, float64(p.most)/float64(len(html)), float64(most), "%s, %d bytes", name, size)
			assert.Zero(t, p.now, "%s: all is given back", name)
		}
	}
}

func TestMemoryOfAnArticle(t *testing.T) {
	article := []byte(strings.Repeat("<h2>Tide</h2><p>Some text about the <b>tide</b>, and <a href=/flow>where it flows</a>. Then some more of it.</p>\n<ul><li>ebb<li>flow</ul>", 70_000))
	require.Greater(t, len(article), 9<<20)
	p := newPurse(0)
	_, err := newConverter(t, core.Options{}).AppendValidText(p, nil, article)
	require.NoError(t, err)
	assert.Less(t, float64(p.most), 3*float64(len(article)))
	assert.Zero(t, p.now)
}

func TestSmallDocumentsTakeNothing(t *testing.T) {
	skipWithRaces(t) // Pools forget at random then.
	c := newConverter(t, core.Options{})
	small := []byte(strings.Repeat("<p>Some <b>text</b> and a <a href=/link>link</a></p>", 30))
	p := newPurse(1)
	for range 3 {
		_, err := c.AppendValidText(p, nil, small)
		require.NoError(t, err)
	}
	assert.Zero(t, p.most)
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = c.AppendValidText(p, nil, nil) }))
}

// Whatever it is that grows, a conversion ends with the error of the memory, keeps nothing, and the next one is right.
func TestMemoryIsRefused(t *testing.T) {
	skipWithRaces(t)
	c := newConverter(t, core.Options{})
	for name, make := range heavy {
		html := []byte(make(1 << 20))
		for _, limit := range []int{200 << 10, 1 << 20, 3 << 20} {
			for how, convert := range map[string]func(*purse) (string, error){
				"text":  func(p *purse) (string, error) { out, err := c.AppendValidText(p, nil, html); return string(out), err },
				"bytes": func(p *purse) (string, error) { return c.ConvertBytes(p, html) },
				"pieces": func(p *purse) (string, error) {
					out, err := core.InPieces(c).AppendValidText(p, nil, html)
					return string(out), err
				},
				"stream": func(p *purse) (string, error) {
					var out bytes.Buffer
					err := c.ConvertStream(p, &out, bytes.NewReader(html))
					return "", err
				},
			} {
				p := newPurse(limit)
				markdown, err := convert(p)
				if err != nil {
					require.Equal(t, errEmpty, err, "%s as %s", name, how)
					require.Empty(t, markdown)
				}
				require.Zero(t, p.now, "%s as %s", name, how)
			}
		}
	}
	assert.Equal(t, "**ebb**", convert(t, c, "<b>ebb"))
	p := newPurse(1 << 20)
	_, err := c.AppendValidText(p, nil, []byte(heavy["elements"](1<<20)))
	require.Equal(t, errEmpty, err)
}

// What 10,000 quotations make of 10,000 lines is counted while it grows.
func TestMemoryOfOutputThatOutgrowsTheInput(t *testing.T) {
	html := []byte(strings.Repeat("<blockquote>", 10_000) + strings.Repeat("x<br>", 10_000))
	p := newPurse(32 << 20)
	_, err := newConverter(t, core.Options{}).AppendValidText(p, nil, html)
	assert.Equal(t, errEmpty, err)
	assert.Zero(t, p.now)
}
