package chunk_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"tidemark/core/internal/chunk"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/tokens"
)

// measures are ways to measure.
var measures = []func([]byte) float64{chunk.Characters, tokens.O200k.Estimate, tokens.Bytes}

// TestInvariants cuts documents made at random in all ways.
func TestInvariants(t *testing.T) {
	for seed := range uint64(400) {
		w := writer{random: rand.New(rand.NewPCG(seed, 4))}
		for range 1 + w.random.IntN(12) {
			w.block(3)
		}
		md, out := convert(t, w.String())
		for i, measure := range measures {
			o := chunk.Options{Measure: measure, Max: float64(1 + w.random.IntN(400)), RepeatHeader: w.random.IntN(2) == 0}
			if w.random.IntN(2) == 0 {
				o.Overlap = o.Max / 4
			}
			chunks := chunk.Split(md, 0, out, o)
			checkInvariants(t, md, out, o, chunks, fmt.Sprintf("seed %d, measure %d, %v", seed, i, o.Max))
		}
	}
}

// TestAsItGrows gives the splitter Markdown piece by piece, as it becomes final, and only what it still needs.
func TestAsItGrows(t *testing.T) {
	for seed := range uint64(100) {
		w := writer{random: rand.New(rand.NewPCG(seed, 5))}
		for range 1 + w.random.IntN(12) {
			w.block(3)
		}
		md, out := convert(t, w.String())
		o := chunk.Options{Measure: chunk.Characters, Max: float64(20 + w.random.IntN(400)), RepeatHeader: seed%2 == 0, Overlap: float64(seed % 3 * 20)}
		var got []chunk.Chunk
		s := chunk.New(o, func(c chunk.Chunk) { got = append(got, c) })
		for final := 0; final < len(md); {
			final = min(len(md), final+1+w.random.IntN(300))
			var spans []outline.Span
			for _, span := range out.Spans {
				if span.Start < final {
					if span.End > final {
						span.End = -1
					}
					spans = append(spans, span)
				}
			}
			s.Add(md[s.Needed():final], s.Needed(), spans, final)
		}
		s.Add(md[s.Needed():], s.Needed(), out.Spans, len(md))
		s.Close()
		require.Equal(t, chunk.Split(md, 0, out, o), got, "seed %d", seed)
	}
}

// whole are kinds that are not cut if they fit.
var whole = [outline.Kinds]bool{
	outline.Paragraph: true, outline.Heading: true, outline.Code: true, outline.Rule: true, outline.HTML: true, outline.Item: true, outline.HeaderRow: true, outline.Row: true,
	outline.Link: true, outline.Image: true, outline.CodeSpan: true, outline.FootnoteReference: true,
}

func checkInvariants(t *testing.T, md []byte, out *outline.Outline, o chunk.Options, chunks []chunk.Chunk, name string) {
	t.Helper()
	end, joined := 0, ""
	for i, c := range chunks {
		require.Equal(t, end-c.Overlap, c.Start, name)
		require.Less(t, c.Start, c.End, name)
		require.True(t, c.End > end, name)
		joined += string(md[c.Start+c.Overlap : c.End])
		end = c.End
		require.True(t, utf8.Valid(md[c.Start:c.End]), name)
		require.NotEmpty(t, strings.TrimSpace(string(md[c.Start:c.End])), "%s: %q in %q", name, md[c.Start:c.End], md[max(0, c.Start-20):min(len(md), c.End+20)])
		text := c.AppendText(nil, md)
		if o.Overlap > 0 {
			require.LessOrEqual(t, o.Measure(md[c.Start:c.Start+c.Overlap]), o.Overlap+3, name)
		}
		if i > 0 && c.Overlap > 0 {
			require.LessOrEqual(t, o.Measure(text), o.Max+3, name)
		}
		if strings.Contains(name, "measure 0") { // sums of characters are exact
			require.Equal(t, o.Measure(text), c.Size, name)
		}
		checkSize(t, o, string(md[c.Start:c.End]), text, name)
		require.Equal(t, pathAt(md, out, &c), c.Headings, "%s: %q", name, text)
	}
	require.Equal(t, string(md), joined, name)
	checkCuts(t, md, out, o, chunks, name)
}

// checkSize holds that a chunk is not larger than it may be, unless it is of one character, or of what white space puts over.
func checkSize(t *testing.T, o chunk.Options, part string, text []byte, name string) {
	t.Helper()
	trimmed := strings.Trim(part, " \n>")
	if utf8.RuneCountInString(trimmed) > 12 {
		const rounding = 1.03 // Sizes of parts are estimates, too.
		require.LessOrEqual(t, o.Measure(text), max(o.Max*rounding, o.Max+4), "%s: %q", name, text)
	}
}

// pathAt finds the headings that a chunk is under by looking at all of them.
func pathAt(md []byte, out *outline.Outline, c *chunk.Chunk) []int32 {
	var path []int32
	at, inside := c.Start, 0
	for i := range out.Spans {
		s := &out.Spans[i]
		if s.Kind.IsContainer() && s.Start >= inside {
			inside = s.End
		}
		if s.Kind != outline.Heading || s.Start < inside || s.Start >= c.End {
			continue
		}
		if s.Start >= c.Start {
			if len(strings.TrimSpace(string(md[min(at, s.Start):s.Start]))) > 0 || s.End > c.End {
				break
			}
			at = s.End
		}
		for n := len(path); n > 0 && out.Spans[path[n-1]].Level >= s.Level; n-- {
			path = path[:n-1]
		}
		path = append(path, int32(i))
	}
	return path
}

// checkCuts holds that nothing is cut that would fit.
func checkCuts(t *testing.T, md []byte, out *outline.Outline, o chunk.Options, chunks []chunk.Chunk, name string) {
	t.Helper()
	for i := range out.Spans {
		s := &out.Spans[i]
		if !whole[s.Kind] || o.Measure(md[s.Start:s.End]) > o.Max {
			continue
		}
		for _, c := range chunks {
			for _, cut := range []int{c.Start, c.End} {
				if cut > s.Start && cut < s.End {
					before, after := strings.TrimSpace(string(md[s.Start:cut])), strings.TrimSpace(string(md[cut:s.End]))
					require.True(t, before == "" || after == "", "%s: kind %d, %q|%q", name, s.Kind, before, after)
				}
			}
		}
	}
}
