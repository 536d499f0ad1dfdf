package core_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// rulesAtRandom are rules for elements that are in many documents, nested in each other too.
func rulesAtRandom(random *rand.Rand) (rules []core.Rule) {
	selectors := []string{"p", "div", "li", "a", "b, strong", "td", "ul", "h1, h2", "code", "blockquote", "p + p", "li:first-child", "[class]", "span", "table", "section, article", "img", "*"}
	for range 1 + random.IntN(4) {
		r := core.Rule{Selector: selectors[random.IntN(len(selectors))]}
		switch random.IntN(6) {
		case 0:
			r.As = []string{"h2", "blockquote", "li", "code", "p", "span", "pre", "div", "td"}[random.IntN(9)]
		case 1:
			r.Drop = []string{"true", "keepText"}[random.IntN(2)]
		case 2:
			r.Before, r.After = []string{"> ", "**", "[", "", "- "}[random.IntN(5)], []string{"**", "](u)", "\n", "!"}[random.IntN(4)]
		default:
			r.Template = []string{"{content}", "({text})", "[{content}]({@href} \"{@title}\")", "```{@class}\n{text}\n```", "`{text}`", "{html}", "# {content}\n\nx", "<b title=\"{@id}\">{content}</b>"}[random.IntN(8)]
		}
		if r.As == "" && r.Drop != "true" {
			r.Display = []string{"", "block", "inline"}[random.IntN(3)]
		}
		rules = append(rules, r)
	}
	return rules
}

// TestSplitsWithRules wants the Markdown of the whole with declarative rules, too.
func TestSplitsWithRules(t *testing.T) {
	skipWithRaces(t)
	random := rand.New(rand.NewPCG(5, 6))
	for _, input := range splitInputs(t) {
		for range 6 {
			o := input.options
			o.Rules = rulesAtRandom(random)
			whole := newConverter(t, o)
			for _, c := range []*core.Converter{whole, core.Shrunk(whole, 30, 20, 1)} {
				want, err := c.ConvertBytes(context.Background(), []byte(input.html))
				require.NoError(t, err)
				for _, length := range []func() int{always(1), upTo(random, 40), thenAll(1 + random.IntN(1+len(input.html)))} {
					got, err := streamed(c, []byte(input.html), length)
					require.NoError(t, err)
					if got != want {
						require.Equal(t, want, got, "%s: %q with %+v", input.name, input.html, o.Rules)
					}
				}
			}
		}
	}
}
