package rule_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/rule"
	"tidemark/core/internal/watch"
)

// levelsOf returns the elements that a function is asked for, by levels, as their IDs.
func levelsOf(t *testing.T, source string) (levels []string) {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{}))
	var f rule.Found
	f.Begin(new(watch.Watch), rule.NewSet([]rule.Rule{{Kind: rule.Function}}, false))
	for id := doc.Following(dom.Root, dom.Root); id != 0; id = doc.Following(id, dom.Root) {
		if doc.Has(id, dom.AttrID) {
			f.Match(id, 1)
		}
	}
	f.Levels(&doc, func(id dom.ID) bool { return doc.Is(id, dom.TagU) })
	for level := f.NextLevel(); len(level) > 0; level = f.NextLevel() {
		var ids []string
		for _, id := range level {
			ids = append(ids, doc.Value(id, dom.AttrID))
		}
		levels = append(levels, strings.Join(ids, " "))
	}
	return levels
}

func TestLevels(t *testing.T) {
	for source, want := range map[string][]string{
		"<p>a":                                nil,
		"<p id=a>a<p id=b>b":                  {"a b"},
		"<b id=a>x<i id=b>y</i></b><b id=c>z": {"b c", "a"},
		"<b id=a><i id=b></i><i><s id=c></s></i></b>":        {"b c", "a"},
		"<b id=a><i><s id=b><q id=c></q></s></i></b>":        {"c", "b", "a"},
		"<b id=a><i id=b></i></b><b id=c><i><s id=d>":        {"b d", "a c"},
		"<div id=a><p>x<u id=b><i id=c></i></u></div>":       {"a"},
		"<div><p id=a></p></div><div id=b><p><b id=c>":       {"a c", "b"},
		"<div id=a><u>x</u><b id=b>y</b></div><p id=c>z</p>": {"b c", "a"},
	} {
		assert.Equal(t, want, levelsOf(t, source), source)
	}
}

func TestSplit(t *testing.T) {
	s := rule.NewSet([]rule.Rule{{Kind: rule.Function}, {Kind: rule.Drop}, {Kind: rule.Function}, {Kind: rule.As}}, false)
	for matching, want := range map[uint64][2]uint64{0b0001: {1, 0}, 0b0101: {0b101, 0}, 0b0111: {1, 0b10}, 0b1110: {0, 0b10}, 0b1100: {0b100, 0b1000}} {
		functions, rest := s.Split(matching)
		assert.Equal(t, want, [2]uint64{functions, rest}, "%b", matching)
	}
}
