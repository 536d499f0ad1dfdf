package selector

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
)

// FuzzMatch compares with what selectors say by their definition, and has errors name a place in the text.
func FuzzMatch(f *testing.F) {
	pages := []string{
		"<ul class='a b'><li id=x><b></b><li><i></i><ul><li class=a></ul></ul><p>x<p class=b><a href=y></a>",
		"<div><div><p></p><div><div class=a></div><p></p><b></b></div></div><p></p></div><svg><a/><path/></svg>",
		"<table><tr><td><td class=a><tr><td>x</table><select><option><option selected></select><b dir=rtl lang=en-US>x",
	}
	for _, page := range pages {
		for _, text := range []string{
			"ul > li:nth-child(2n+1 of .a, :empty)", ":has(> .a + b ~ p c)", "li:not(:last-child) ~ li", "div div p, b ~ p, p + div", ":is(div:has(p), ul:has(.a)) > *",
			"p:nth-last-of-type(-n+2)", ":lang(en):dir(rtl)", "*|a[href^='y' i]", ":checked, :read-only", "#\\78  b", "div:has(div:has(~ p) b)", ":root > * :first-of-type",
			":has(:not(:has(*)))", "div > div > div ~ p", ":nth-last-child(n + 2 of div, p)",
		} {
			f.Add(page, text)
		}
	}
	f.Fuzz(func(t *testing.T, page, text string) {
		const long = 256 // What is compared with takes time that is exponential.
		set, err := Compile([]string{text})
		if err != nil {
			var failed *Error
			require.True(t, errors.As(err, &failed))
			assert.LessOrEqual(t, failed.Offset, len(text))
			_ = failed.Error()
			return
		}
		if len(page) > long || len(text) > long/4 {
			return
		}
		doc := parsed(t, page)
		m := new(Matcher)
		got := matched(m, doc, set)
		v := naive{m}
		parts := 0
		selectors, failed := parse(text, &Set{tables: fixedTables}, &parts)
		require.Nil(t, failed)
		m.Begin(nil, doc, set)
		var want []dom.ID
		for _, el := range v.within(dom.Root) {
			for _, c := range selectors {
				if v.matches(c, el) {
					want = append(want, el)
					break
				}
			}
		}
		assert.Equal(t, want, got)

		m.Begin(nil, doc, set)
		for i := len(got) - 1; i >= 0; i-- { // Whatever is asked for first.
			assert.Equal(t, uint64(1), m.Match(got[i]))
		}
	})
}
