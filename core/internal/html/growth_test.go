package html_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
)

// hostile are sources that make a parser slow which walks its stack or its lists for each token.
var hostile = map[string]func(n int) string{
	"div":                     repeat("<div>"),
	"b":                       repeat("<b>"),
	"b with text":             repeat("<b>x"),
	"span":                    repeat("<span>"),
	"table":                   repeat("<table>"),
	"table td":                repeat("<table><tr><td>"),
	"ul li":                   repeat("<ul><li>"),
	"li":                      repeat("<li>x"),
	"dd":                      repeat("<dd><div>"),
	"p b":                     repeat("<p><b>x"),
	"p of all":                repeat("<p><b><i><u><s><em><strong><tt><code>x"),
	"a":                       repeat("<a href=x>y"),
	"a div":                   repeat("<a><div>"),
	"nobr":                    repeat("<nobr>x"),
	"h1":                      repeat("<h1>x"),
	"button":                  repeat("<button>x"),
	"select":                  repeat("<select><option>x"),
	"svg":                     repeat("<svg>"),
	"svg g end":               after("<svg>", "<g>", "</x>"),
	"svg desc g":              after("<svg><x><desc><svg>", "<g>", "</x>"),
	"math mi":                 repeat("<math><mi>"),
	"template":                repeat("<template>"),
	"font":                    numbered("<font color=%d>", "<p>x"),
	"fonts and ends":          numbered("<font color=%d>", "</b>"),
	"b fonts desc ends":       numbered("<font color=%d>", "</i>"),
	"b divs ends":             after("<b>", "<div>", "</b>"),
	"b spans ends":            after("<b>", "<span>", "</i>"),
	"divs and p":              after("", "<div>", "<p>"),
	"divs and li":             after("", "<div>", "<li></li>"),
	"divs and ends":           after("", "<div>", "</i>"),
	"divs and tables":         after("", "<div>", "<table></table>"),
	"p divs in button":        after("<p><button>", "<div>", "<p></p>"),
	"b i interleaved":         repeat("<b><i></b></i>"),
	"b div interleaved":       repeat("<b><div></b>"),
	"form":                    repeat("<form><div></form>"),
	"forms":                   after("<form>", "<div>", "</form><form>"),
	"text in table":           repeat("<table>x<td>y"),
	"text in one table":       after("<table>", "x<tr>", "y<td>z"),
	"body attributes":         numbered("<body a%d>", "x"),
	"html attributes":         numbered("<html a%d>", "x"),
	"less":                    repeat("<"),
	"less slash":              repeat("</"),
	"less bang":               repeat("<!"),
	"ampersand":               repeat("&"),
	"ampersand name":          repeat("&a"),
	"number":                  after("&#", "0", "0"),
	"comment":                 repeat("<!--"),
	"comment dashes":          after("<!--", "-", "-"),
	"cdata":                   after("<svg>", "<![CDATA[", "]]"),
	"quote":                   repeat("<a b=\""),
	"title":                   repeat("<title>"),
	"script":                  repeat("<script><!--"),
	"attributes":              within("<a ", "b=c ", ">"),
	"distinct attributes":     numberedWithin("<b ", "a%d ", ">"),
	"distinct formatting":     numbered("<b a%d>", "<p>"),
	"distinct elements":       numbered("<x%d>", "</x>"),
	"unknown end tags":        numbered("</x%d>", "x"),
	"nul":                     repeat("\x00"),
	"nul and text":            repeat("\x00x<1"),
	"nul in table":            after("<table>", "\x00x<1", "y"),
	"references in table":     after("<table>", "&amp;<input type=hidd&#101;n>", "y"),
	"cr":                      repeat("\r"),
	"ruby":                    repeat("<ruby><rt>"),
	"object":                  repeat("<object><b>"),
	"frameset":                repeat("<frameset>"),
	"caption":                 repeat("<table><caption>"),
	"colgroup":                repeat("<table><colgroup>x"),
	"anchors in table":        repeat("<table><a>"),
	"b in button":             repeat("<b><button></b>"),
	"open formatting, blocks": after("<b><i><u><s><tt>", "<div>", "</b><p>"),
}

func repeat(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)+1) }
}

// after returns the first, then as many of the second as fill half of it, then as many of the third.
func after(first, second, third string) func(int) string {
	return func(n int) string { return first + repeat(second)(n/2) + repeat(third)(n/2) }
}

func numbered(format, rest string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n/2; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String() + repeat(rest)(n/2)
	}
}

func within(first, second, last string) func(int) string {
	return func(n int) string { return first + repeat(second)(n) + last }
}

func numberedWithin(first, format, last string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return first + b.String() + last
	}
}

// No document has more nodes than its source has bytes, nor takes more memory, times a constant.
func TestNodesAreBounded(t *testing.T) {
	var parser html.Parser
	for name, source := range hostile {
		var d dom.Document
		s := source(100_000)
		require.NoError(t, parser.Parse(context.Background(), &d, []byte(s), html.Options{}), name)
		require.LessOrEqual(t, d.Len(), 3*len(s)+2048, name)
		require.LessOrEqual(t, d.Room(), 400*len(s), name)
	}
}

// BenchmarkHostile times each family at 10 MB, and returns how many times as long that takes as 5 MB do.
func BenchmarkHostile(b *testing.B) {
	const size = 10_000_000
	for name, source := range hostile {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			half, whole := []byte(source(size/2)), []byte(source(size))
			var d dom.Document
			var parser html.Parser
			parse := func(source []byte) time.Duration {
				start := time.Now()
				if err := parser.Parse(context.Background(), &d, source, html.Options{}); err != nil {
					b.Fatal(err)
				}
				return time.Since(start)
			}
			parse(whole) // so that the memory is there
			shortest := [2]time.Duration{time.Hour, time.Hour}
			b.SetBytes(int64(len(half) + len(whole)))
			for b.Loop() {
				shortest[0] = min(shortest[0], parse(half))
				shortest[1] = min(shortest[1], parse(whole))
			}
			b.ReportMetric(float64(shortest[1])/float64(shortest[0]), "growth")
		})
	}
}
