package selector

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
)

// A document that is twice as long takes twice as many steps, and so does a selector, whatever they look like.
func TestCost(t *testing.T) {
	const size, long, slack = 2000, 16, 1.25
	pages := map[string]func(n int) string{
		"deep":      func(n int) string { return strings.Repeat("<div class=a>", n) },
		"flat":      func(n int) string { return strings.Repeat("<div class=a></div>", n) },
		"names":     func(n int) string { return numbered("<x-%d class=a></x-%[1]d>", n) },
		"parents":   func(n int) string { return numbered("<div class=a><x-%d></x-%[1]d></div>", n) },
		"text":      func(n int) string { return strings.Repeat("<b class=a></b>x", n) },
		"comb":      func(n int) string { return strings.Repeat("<div class=a><p class=a></p>", n) },
		"languages": func(n int) string { return strings.Repeat("<div class=a lang=en dir=auto>", n) + "x" },
		"options":   func(n int) string { return "<select>" + strings.Repeat("<option class=a>", n) + "</select>" },
		"fieldsets": func(n int) string {
			return strings.Repeat("<fieldset disabled class=a>", n) + strings.Repeat("<input class=a>", n)
		},
	}
	selectors := map[string]func(n int) string{
		"descendants":  func(n int) string { return strings.Repeat(".a ", n) + ".b" },
		"found":        func(n int) string { return strings.Repeat(".a ", n) + ".a" },
		"missing root": func(n int) string { return ".b " + strings.Repeat(".a ", n) + ".a" },
		"children":     func(n int) string { return ".b > " + strings.Repeat(".a > ", n) + ".a" },
		"mixed":        func(n int) string { return ".b " + strings.Repeat(".a > .a ", n) + ".a" },
		"subsequent":   func(n int) string { return ".b " + strings.Repeat("~ .a ", n) },
		"next":         func(n int) string { return ".b " + strings.Repeat("+ .a ", n) },
		"crossed":      func(n int) string { return ".b " + strings.Repeat("~ .a .a ", n) },
		"has":          func(n int) string { return ":has(" + strings.Repeat(".a ", n) + ".b)" },
		"has after":    func(n int) string { return ":has(" + strings.Repeat("~ .a ", n) + "~ .b)" },
		"has children": func(n int) string { return ":has(" + strings.Repeat("> .a ", n) + "> .b)" },
		"has mixed":    func(n int) string { return ":has(" + strings.Repeat("> .a ~ .a .a ", n) + ".b)" },
		"has parent":   func(n int) string { return strings.Repeat(":has(.b) > ", n) + ".a" },
		"has in has": func(n int) string {
			return strings.Repeat(":has(", min(n, 30)) + ".b" + strings.Repeat(")", min(n, 30))
		},
		"negations": func(n int) string {
			return strings.Repeat(":not(.b > ", min(n, 30)) + ".a" + strings.Repeat(")", min(n, 30))
		},
		"nth": func(n int) string { return strings.Repeat(".a:nth-child(n of .a .a)", n) },
		"nth last": func(n int) string {
			return strings.Repeat(":nth-last-child(n):nth-last-of-type(n):last-of-type > ", n) + ".a"
		},
		"types":   func(n int) string { return strings.Repeat(":first-of-type:nth-of-type(n) > ", n) + ".a" },
		"empty":   func(n int) string { return strings.Repeat(":not(:empty):not(:only-child) > ", n) + ".a" },
		"lang":    func(n int) string { return strings.Repeat(":lang(de):dir(rtl) ", n) + ".a" },
		"options": func(n int) string { return strings.Repeat(":checked, ", n) + ":disabled" },
	}
	for name, page := range pages {
		once, twice := parsed(t, page(size)), parsed(t, page(2*size))
		for kind, selector := range selectors {
			short, longer := steps(t, once, selector(long)), steps(t, twice, selector(long))
			assert.LessOrEqual(t, float64(longer), 2*slack*float64(short)+100, "%s, of %s", name, kind)
			longer = steps(t, once, selector(2*long))
			assert.LessOrEqual(t, float64(longer), 2*slack*float64(short)+float64(10*size), "%s, of twice as many %s", name, kind)
		}
	}
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func steps(t *testing.T, doc *dom.Document, selector string) int {
	t.Helper()
	set, err := Compile([]string{selector})
	require.NoError(t, err)
	m := new(Matcher)
	matched(m, doc, set)
	return m.steps
}

// What no selector can match is not asked anything, and a matcher that has memory takes no more.
func TestNoCostOfWhatCannotMatch(t *testing.T) {
	doc := parsed(t, strings.Repeat("<div class='a b' id=c><p>x<a href=y>y</a><custom-x></custom-x></div>", 1000))
	set, err := Compile([]string{"[data-ad], .sponsored > em, #banner-a, #banner em, aside, custom-y, :is(.x, #y):has(div)"}, []string{"div.c > nav"})
	require.NoError(t, err)
	m := new(Matcher)
	matched(m, doc, set)
	assert.Equal(t, doc.Len()-1, m.steps, "no more than one for each node")

	set, err = Compile([]string{"div p:has(~ custom-x):nth-child(1)", "b i > custom-x:first-of-type"})
	require.NoError(t, err)
	matched(m, doc, set)
	assert.Zero(t, testing.AllocsPerRun(5, func() {
		m.Begin(nil, doc, set)
		for el := dom.Root; int(el) < len(doc.Nodes()); el++ {
			m.Match(el)
		}
	}))
}

func BenchmarkMatch(b *testing.B) {
	doc := parsed(b, strings.Repeat("<div class='card wide' id=c><p class=text>x<a href=y>y</a><custom-x></custom-x><img src=z></div><ul><li><li></ul>", 1000))
	elements := 0
	for _, n := range doc.Nodes() {
		if n.Kind == dom.KindElement {
			elements++
		}
	}
	kinds := []string{".ad-%d", "#banner-%d > p", "div.box-%d a", "[data-ad-%d]", "aside.x-%d:has(p)"}
	for _, n := range []int{1, 10, 100} {
		var texts []string
		for i := range n {
			texts = append(texts, fmt.Sprintf(kinds[i%len(kinds)], i))
		}
		set, err := Compile(texts)
		require.NoError(b, err)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := new(Matcher)
			for b.Loop() {
				m.Begin(nil, doc, set)
				for el := dom.Root; int(el) < len(doc.Nodes()); el++ {
					m.Match(el)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(elements), "ns/element")
		})
	}
}
