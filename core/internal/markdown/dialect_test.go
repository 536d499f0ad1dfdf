package markdown_test

import (
	"context"
	"encoding/json"
	"maps"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"tidemark/core"
	"tidemark/core/internal/schema"
)

// choice is options by name. The members of gfm are named gfm.tables and so on.
type choice map[string]any

// choices are the options that say how Markdown is written, each with the values that are declared for it, and some for those
// that no list can hold.
func choices(t testing.TB) map[string][]any {
	t.Helper()
	values := map[string][]any{
		"hr":   {"---", "***", "___", "- - -", " * * *", "_____"},
		"wrap": {0, 1, 20, 80},
	}
	add := func(prefix string, f schema.Field) {
		if f.IsInternal() || f.Name == "format" || f.Name == "preset" {
			return
		}
		switch f.Kind {
		case schema.Enum:
			for _, v := range f.Values {
				values[prefix+f.Name] = append(values[prefix+f.Name], v)
			}
		case schema.Boolean:
			values[prefix+f.Name] = []any{true, false}
		}
	}
	for _, f := range schema.Of(reflect.TypeFor[core.Options]()) {
		add("", f)
		if f.Kind != schema.Group || f.Name == "clean" { // which is to change what a document says
			continue
		}
		for _, member := range f.Fields {
			add(f.Name+".", member)
		}
	}
	require.Greater(t, len(values), 18)
	return values
}

// String returns the options as JSON.
func (c choice) String() string {
	options := map[string]any{}
	for name, value := range c {
		group, member, ok := strings.Cut(name, ".")
		if !ok {
			options[name] = value
			continue
		}
		if options[group] == nil {
			options[group] = map[string]any{}
		}
		options[group].(map[string]any)[member] = value
	}
	text, err := json.Marshal(options)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// only returns those of the options that are named.
func (c choice) only(names ...string) choice {
	some := choice{}
	for _, name := range names {
		if value, ok := c[name]; ok {
			some[name] = value
		}
	}
	return some
}

// without returns the options but for those that are named.
func (c choice) without(names ...string) choice {
	some := maps.Clone(c)
	for _, name := range names {
		delete(some, name)
	}
	return some
}

// dialect is options with a converter that has them and a renderer that knows the extensions they ask for.
type dialect struct {
	choice
	converter *core.Converter
	renderer  goldmark.Markdown
}

var dialects = map[string]*dialect{}

func (c choice) dialect(t testing.TB) *dialect {
	t.Helper()
	key := c.String()
	if dialects[key] == nil {
		options, err := core.ParseOptions([]byte(key))
		require.NoError(t, err)
		converter, err := core.New(options)
		require.NoError(t, err)
		dialects[key] = &dialect{choice: c, converter: converter, renderer: c.renderer()}
	}
	return dialects[key]
}

func (c choice) renderer() goldmark.Markdown {
	var known []goldmark.Extender
	for name, e := range extensions {
		if c[name] != false {
			known = append(known, e)
		}
	}
	return goldmark.New(goldmark.WithExtensions(known...), goldmark.WithRendererOptions(html.WithUnsafe()))
}

// Links back from footnotes say nothing of the document.
var extensions = map[string]goldmark.Extender{
	"gfm.tables": tables, "gfm.strikethrough": extension.Strikethrough, "gfm.taskLists": extension.TaskList, "gfm.autolinks": extension.Linkify,
	"gfm.footnotes": extension.NewFootnote(extension.WithFootnoteBacklinkHTML("")),
}

func (d *dialect) convert(t testing.TB, source string) string {
	t.Helper()
	markdown, err := d.converter.Convert(context.Background(), source)
	require.NoError(t, err)
	if d.choice["frontmatter"] == true {
		markdown = frontMatter.ReplaceAllString(markdown, "") // It is not Markdown.
	}
	return markdown
}

var frontMatter = regexp.MustCompile(`(?s)^---\n.*?\n---(\n\n|$)`)

// roundTrip is what a renderer makes of the Markdown.
func (d *dialect) roundTrip(t testing.TB, source string) string {
	t.Helper()
	return renderBack(t, d.renderer, d.convert(t, source))
}
