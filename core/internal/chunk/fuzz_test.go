package chunk_test

import (
	"strings"
	"testing"

	"tidemark/core/internal/chunk"
)

// FuzzSplit looks for documents of which a chunk is lost, too large, or cut where it must not be.
func FuzzSplit(f *testing.F) {
	for _, source := range []string{
		"<h1>a</h1><p>b c. d<ul><li>e<li><p>f<pre>g\n\nh</pre></ul>", "<table><tr><th>a<th>b<tr><td>c<td>d</table>", "<blockquote><p>a<p>b<ul><li>c</blockquote>",
		"<p>漢字。\U0001f469\u200d\U0001f680e\u0301 <a href=/u>x y</a><code>z z</code>", "<pre>   a\n\n\n" + strings.Repeat(" ", 80) + "b</pre>",
	} {
		f.Add(source, uint16(12), uint8(0))
		f.Add(source, uint16(3), uint8(1))
	}
	f.Fuzz(func(t *testing.T, source string, most uint16, how uint8) {
		source = strings.ToValidUTF8(source, "\ufffd")
		md, out := convert(t, source)
		o := chunk.Options{Max: float64(max(most, 1)), Measure: chunk.Characters, RepeatHeader: how&1 != 0}
		if how&2 != 0 {
			o.Overlap = o.Max / 3
		}
		chunks := chunk.Split(md, 0, out, o)
		end := 0
		for _, c := range chunks {
			if c.Start != end-c.Overlap || c.End <= end {
				t.Fatalf("%d to %d after %d", c.Start, c.End, end)
			}
			end = c.End
		}
		if end != len(md) {
			t.Fatalf("%d of %d bytes", end, len(md))
		}
		checkCuts(t, md, out, o, chunks, source)
	})
}
