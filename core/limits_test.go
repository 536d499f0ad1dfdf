package core_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
	"tidemark/core/internal/tool/watchtest"
)

func assertTooLarge(t *testing.T, err error, message string) {
	t.Helper()
	var e *core.Error
	if assert.ErrorAs(t, err, &e) {
		assert.Equal(t, core.CodeInputTooLarge, e.Code)
		assert.Equal(t, message, e.Message)
	}
}

func TestMaxInputBytes(t *testing.T) {
	const message = "Expected at most 10 bytes of HTML (options.maxInputBytes) but received 11"
	c := newConverter(t, core.Options{MaxInputBytes: 10})

	assert.Equal(t, "ééééé", convert(t, c, "ééééé"))
	markdown, err := c.Convert(context.Background(), "éééééa")
	assertTooLarge(t, err, message)
	assert.Empty(t, markdown)

	// Bytes are counted as given: ten of windows-1252 make more than ten of UTF-8.
	markdown, err = c.ConvertBytes(context.Background(), []byte(strings.Repeat("\xE9", 10)))
	require.NoError(t, err)
	assert.Equal(t, strings.Repeat("é", 10), markdown)
	_, err = c.ConvertBytes(context.Background(), []byte(strings.Repeat("\xE9", 11)))
	assertTooLarge(t, err, message)
}

func TestMaxOutputBytes(t *testing.T) {
	const message = "Expected at most 10 bytes of Markdown (options.maxOutputBytes) but the document makes more"
	c := newConverter(t, core.Options{MaxOutputBytes: 10})

	assert.Equal(t, "0123456789", convert(t, c, "<p>0123456789</p>"))
	for _, html := range []string{"<p>01234567890</p>", "<p>012345<p>6789", "<h1>012345678</h1>", strings.Repeat("<hr>", 9), strings.Repeat("a", 1<<20)} {
		markdown, err := c.Convert(context.Background(), html)
		assertTooLarge(t, err, message)
		assert.True(t, markdown == "")
	}

	// What is in dst already does not count.
	out, err := c.AppendText(context.Background(), []byte("something before"), []byte("0123456789"))
	require.NoError(t, err)
	assert.Equal(t, "something before0123456789", string(out))
}

// The limit may be passed anywhere: within a cell, a list, a line that is to be wrapped.
func TestMaxOutputBytesAnywhere(t *testing.T) {
	skipWithRaces(t)
	limits := 0
	for _, input := range splitInputs(t) {
		whole, err := newConverter(t, input.options).ConvertBytes(context.Background(), []byte(input.html))
		require.NoError(t, err)
		for limit := 1; limit <= len(whole); limit += 1 + len(whole)/100 {
			input.options.MaxOutputBytes = limit
			c := newConverter(t, input.options)
			converted, err := c.ConvertBytes(context.Background(), []byte(input.html))
			_, streamErr := streamed(c, []byte(input.html), func() int { return 50 })
			for _, err := range []error{err, streamErr} {
				var e *core.Error
				if limit == len(whole) {
					require.NoError(t, err, input.html)
				} else if !errors.As(err, &e) || e.Code != core.CodeInputTooLarge {
					require.Fail(t, "no limit", "%d bytes of %q: %v", limit, input.html, err)
				}
			}
			require.True(t, limit < len(whole) || converted == whole)
			limits++
		}
	}
	require.Greater(t, limits, 20_000)
	t.Log(limits, "limits")
}

func TestMaxDepth(t *testing.T) {
	c := newConverter(t, core.Options{MaxDepth: 10})
	const message = "Expected lists, quotations and their like at most 10 deep (options.maxDepth) but received a deeper document"
	for element, levels := range map[string]int{"<blockquote>": 1, "<ul><li>": 2, "<ol><li>": 2} {
		nested := func(depth int) string { return strings.Repeat(element, depth/levels) + "a" }
		assert.True(t, strings.HasSuffix(convert(t, c, nested(10)), " a"), element)
		markdown, err := c.Convert(context.Background(), nested(10+levels))
		assertTooLarge(t, err, message)
		assert.Empty(t, markdown)
		assert.Equal(t, "a", convert(t, c, "a"), "the converter goes on")
	}
}

// A stream meets the limit where the whole document does.
func TestMaxDepthOfStreams(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2))
	containers := []string{"<blockquote>", "<ul><li>", "<ol><li>b<p>", "<div>", "<dl><dd>", "<table><tr><td>", "<div class=admonition>", "</li><li>", "</blockquote>", "</div>", "</ul>", "a"}
	tooDeep := 0
	for range 3000 {
		var html strings.Builder
		for range 1 + random.IntN(12) {
			html.WriteString(containers[random.IntN(len(containers))])
		}
		c := newConverter(t, core.Options{MaxDepth: 1 + random.IntN(6)})
		want, wantErr := c.Convert(context.Background(), html.String())
		markdown, err := streamed(c, []byte(html.String()), always(5))
		require.Equal(t, wantErr, err, html.String())
		if err != nil {
			tooDeep++
			continue
		}
		require.Equal(t, want, markdown, html.String())
	}
	assert.Greater(t, tooDeep, 300)
	assert.Less(t, tooDeep, 2700)
}

// skipWithRaces leaves out what takes the race detector minutes and has one goroutine.
func skipWithRaces(t *testing.T) {
	t.Helper()
	if withRaces {
		t.Skip("one goroutine")
	}
}

// What Markdown nests without end meets a limit.
func TestNestedBlocksMeetALimit(t *testing.T) {
	skipWithRaces(t)
	c := newConverter(t, core.Options{MaxOutputBytes: 1 << 20})
	for _, element := range []string{
		"<blockquote>", "<blockquote>a", "<ul><li>a", "<ol><li>", "<ul><a href=a><div><li></a>", "<dl><dd><menu>", "<div class=admonition><blockquote>",
	} {
		_, err := c.Convert(context.Background(), strings.Repeat(element, 120_000))
		var e *core.Error
		if assert.ErrorAs(t, err, &e, element) {
			assert.Equal(t, core.CodeInputTooLarge, e.Code, element)
		}
	}
}

// What only groups or formats has no limit, in HTML neither.
func TestDeepNesting(t *testing.T) {
	skipWithRaces(t)
	c := newConverter(t, core.Options{})
	for element, markdown := range map[string]string{
		"<div>": "a", "<span>": "a", "<p>": "a", "<font>": "a", "<x-y>": "a", "<table><tr><td>": "a", "<b>": "**a**",
		"<section><a href=b>": "[a](b)", "<select><option><object>": "a", "<span class=katex><span class=katex-html>": "a",
	} {
		out := convert(t, c, strings.Repeat(element, 150_000)+"a")
		assert.Equal(t, markdown, out[max(0, len(out)-len(markdown)):], element)
	}
	assert.Equal(t, "a", convert(t, c, strings.Repeat("<div>", 1_000_000)+"a"))
	c = newConverter(t, core.Options{Tables: "html"})
	assert.True(t, strings.HasSuffix(convert(t, c, "<table><td>"+strings.Repeat("<div>", 150_000)+"a"), "</div></td></tr></tbody></table>"))
}

func TestContextThatHasEnded(t *testing.T) {
	c := newConverter(t, core.Options{})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := c.Convert(ctx, "<p>a</p>")
	assert.Equal(t, context.Canceled, err)
	_, err = c.ConvertBytes(ctx, []byte("<p>a</p>"))
	assert.Equal(t, context.Canceled, err)

	ctx, cancel = context.WithDeadline(context.Background(), time.Unix(0, 0))
	defer cancel()
	_, err = c.Convert(ctx, "")
	assert.Equal(t, context.DeadlineExceeded, err)
}

func TestContextThatEndsOnTheWay(t *testing.T) {
	skipWithRaces(t)
	c := newConverter(t, core.Options{})
	for name, html := range map[string]string{
		"many elements": strings.Repeat("<p>some <b>text</b> and <a href=x>a link</a></p>\n", 20_000),
		"windows-1252":  strings.Repeat("<p>caf\xE9 <i>cr\xE8me</i></p>\n", 40_000),
		"one text":      strings.Repeat("tide and time ", 200_000),
		"one table":     "<table>" + strings.Repeat("<tr><td>tide<td>time", 50_000),
		"one code":      "<pre>" + strings.Repeat("tide `and` time\n", 100_000),
		"one code span": "<code>" + strings.Repeat("tide and time ", 200_000),
		"one script":    "<script>" + strings.Repeat("tide < time\n", 400_000) + "</script>a",
		"one list":      "<ul>" + strings.Repeat("<li>tide", 100_000),
		"links":         strings.Repeat("<a href=x>tide</a> ", 60_000),
		"references":    strings.Repeat("tide &amp; time ", 150_000),
		"asterisks":     strings.Repeat("*tide ", 400_000),
		"nested":        strings.Repeat("<div>", 300_000) + "tide",
		"one tag":       "<p " + strings.Repeat("a=b ", 400_000) + ">tide",
	} {
		ctx := watchtest.EndsAt(math.MaxInt64)
		_, err := c.ConvertBytes(ctx, []byte(html))
		require.NoError(t, err, name)
		total := ctx.Asked()
		// So many bytes are done in far less than a millisecond.
		require.Greater(t, total, int64(len(html)/(64<<10)), "%s: the context is hardly looked at", name)

		// Wherever it ends, the conversion stops there: nothing asks again, but perhaps to tell why it stopped.
		for _, endsAt := range []int64{1, 3, total / 4, total - 1} {
			ctx := watchtest.EndsAt(endsAt)
			markdown, err := c.ConvertBytes(ctx, []byte(html))
			if err == nil && ctx.Asked() < endsAt {
				continue // With memory that was there, nothing had to grow.
			}
			assert.Equal(t, context.Canceled, err, name)
			assert.True(t, markdown == "")
			assert.LessOrEqual(t, ctx.Asked(), endsAt+1, "%s: went on after the end", name)
		}
	}
	assert.Equal(t, "a", convert(t, c, "<p>a</p>"), "the converter goes on")
}
