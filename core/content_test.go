package core_test

import (
	"context"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// mainContent are the options of a conversion of the main content alone.
func mainContent(prefer string) core.Options {
	return core.Options{Content: &core.Content{Of: "main", Prefer: prefer}}
}

// page is a page with an article and what else stands on pages.
const page = `<!doctype html><title>Tides</title>
<header><nav><ul><li><a href=/a>News</a><li><a href=/b>Boats</a><li><a href=/c>Weather</a></ul></nav></header>
<main><article><h1>Tides</h1>
<p>Tides follow the Moon and the Sun, and yet no two harbours have the same ones, which is why predictions begin with years of measurements.</p>
<p class=note>The gauge at the north pier has been read every hour since the year in which the pier was built, by day and by night.</p>
<p>From these measurements a computer works out how strong each of some forty constituents is, and adds them up again for any hour to come.</p>
</article></main>
<aside class=related><h2>Related articles</h2><ul><li><a href=/d>Five knots to know</a><li><a href=/e>Painting a hull</a></ul></aside>
<footer>© 2024 Harbour Journal. All rights reserved. <a href=/p>Privacy</a> <a href=/t>Terms</a></footer>`

func TestMainContent(t *testing.T) {
	markdown := convert(t, newConverter(t, mainContent("")), page)
	assert.True(t, strings.HasPrefix(markdown, "# Tides\n\nTides follow"), markdown)
	assert.Contains(t, markdown, "north pier")
	assert.True(t, strings.HasSuffix(markdown, "any hour to come."), markdown)
}

// What is included and excluded is so before the main content is looked for.
func TestMainContentWithSelectors(t *testing.T) {
	o := mainContent("")
	o.Exclude = []string{".note"}
	assert.NotContains(t, convert(t, newConverter(t, o), page), "north pier")

	o = mainContent("")
	o.Include = []string{"aside"}
	markdown := convert(t, newConverter(t, o), page)
	assert.Contains(t, markdown, "Painting a hull")
	assert.NotContains(t, markdown, "north pier")
}

// Rules that ask are asked for what belongs to the main content alone.
func TestMainContentWithRules(t *testing.T) {
	o := mainContent("")
	o.Rules = []core.Rule{{Selector: "h1, h2", As: "h3"}}
	markdown := convert(t, newConverter(t, o), page)
	assert.Contains(t, markdown, "### Tides")
	assert.NotContains(t, markdown, "Related")

	o.Rules = []core.Rule{{Selector: "h1, h2", Replacement: true}}
	markdown = convert(t, newConverter(t, o), page)
	assert.Contains(t, markdown, "# Tides")
	assert.NotContains(t, markdown, "Related")
}

// hasText reports whether there is something to be read in Markdown.
func hasText(markdown string) bool { return strings.ContainsFunc(markdown, unicode.IsLetter) }

// A page that shows text has main content, whatever else is left out.
func TestMainContentIsNeverEmpty(t *testing.T) {
	all := newConverter(t, core.Options{})
	for _, prefer := range []string{"balance", "precision", "recall"} {
		c := newConverter(t, mainContent(prefer))
		for _, input := range splitInputs(t) {
			if hasText(convert(t, all, input.html)) {
				require.NotEmpty(t, convert(t, c, input.html), "%s, %s: %s", input.name, prefer, input.html)
			}
		}
	}
}

// Nothing is said in the main content that the page does not say.
func TestMainContentIsOfThePage(t *testing.T) {
	all := newConverter(t, core.Options{})
	for _, prefer := range []string{"balance", "precision", "recall"} {
		c := newConverter(t, mainContent(prefer))
		for name, input := range goldenInputs(t) {
			if !strings.Contains(name, "main-content") || strings.Contains(name, "noscript") {
				continue
			}
			whole := convert(t, all, string(input))
			for line := range strings.SplitSeq(convert(t, c, string(input)), "\n") {
				assert.Contains(t, whole, line, "%s, %s", name, prefer)
			}
		}
	}
}

// With recall there is as much as without, and with precision no more.
func TestPreferences(t *testing.T) {
	for name, input := range goldenInputs(t) {
		if !strings.Contains(name, "main-content") {
			continue
		}
		lengths := map[string]int{}
		for _, prefer := range []string{"precision", "balance", "recall"} {
			lengths[prefer] = len(convert(t, newConverter(t, mainContent(prefer)), string(input)))
		}
		assert.LessOrEqual(t, lengths["precision"], lengths["balance"], name)
		assert.LessOrEqual(t, lengths["balance"], lengths["recall"], name)
	}
}

// What a page hides is not counted against what is left out of it.
func TestMainContentOfAPageThatHidesText(t *testing.T) {
	hidden := "<div style='display:none'>" + strings.Repeat("<p>Nobody ever sees this sentence, which is there for a script alone.</p>", 40) + "</div>"
	markdown := convert(t, newConverter(t, mainContent("")), strings.Replace(page, "<p class=note>", hidden+"<p class=note>", 1))
	assert.Contains(t, markdown, "Nobody ever sees", "the page hides more than it shows")

	long := strings.Repeat("<p>The tide comes in twice a day, and goes out as often, whatever anybody does about it.</p>", 60)
	markdown = convert(t, newConverter(t, mainContent("")), strings.Replace(page, "<p class=note>", hidden+long+"<p class=note>", 1))
	assert.NotContains(t, markdown, "Nobody ever sees")
}

// FuzzMainContent wants the same of a stream as of the whole, and something of what shows text.
func FuzzMainContent(f *testing.F) {
	f.Add(page)
	for _, input := range goldenInputs(f) {
		f.Add(string(input))
	}
	f.Fuzz(func(t *testing.T, html string) {
		c := newConverter(t, mainContent(""))
		want, err := c.ConvertBytes(context.Background(), []byte(html))
		require.NoError(t, err)
		got, err := streamed(c, []byte(html), always(7))
		require.NoError(t, err)
		require.Equal(t, want, got)
		if whole, err := newConverter(t, core.Options{}).ConvertBytes(context.Background(), []byte(html)); err == nil && hasText(string(whole)) {
			require.NotEmpty(t, want)
		}
	})
}
