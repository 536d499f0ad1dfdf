package metadata_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/metadata"
)

// hostile are pages of about so many bytes that are made to cost much.
var hostile = map[string]func(size int) string{
	"deep elements": func(size int) string { return strings.Repeat("<div class=author>", size/18) + "Ann Ebb" },
	"deep items":    func(size int) string { return strings.Repeat("<div itemprop=author itemscope>", size/31) + "Ann Ebb" },
	"deep subjects": func(size int) string {
		return strings.Repeat("<div property=author typeof=Person rel=author>", size/46) + "Ann Ebb"
	},
	"many items": func(size int) string {
		return strings.Repeat("<b itemscope itemtype=Article><i itemprop=headline>a</i></b>", size/60)
	},
	"many properties": func(size int) string {
		return "<div itemscope itemtype=Article>" + strings.Repeat("<b itemprop=author>Ann Ebb</b>", size/30)
	},
	"many meta": func(size int) string { return strings.Repeat(`<meta name=author content="Ann Ebb">`, size/36) },
	"many feeds": func(size int) string {
		return strings.Repeat(`<link rel=alternate type=application/rss+xml href=a>`, size/52)
	},
	"many headings": func(size int) string { return "<title>a</title>" + strings.Repeat("<h1>a b c</h1>", size/14) },
	"many times":    func(size int) string { return strings.Repeat("<time>2020-01-02</time>", size/23) },
	"many asides":   func(size int) string { return strings.Repeat("<aside><a rel=author>Ann Ebb</a>", size/32) },
	"many articles": func(size int) string {
		return linked("[" + strings.Repeat(`{"@type":"Article","headline":"a b c d"},`, size/41) + "]")
	},
	"deep JSON":   func(size int) string { return linked(strings.Repeat(`{"author":[`, size/11)) },
	"deep arrays": func(size int) string { return linked(strings.Repeat(`[`, size)) },
	"same keys": func(size int) string {
		return linked(`{"@type":"Article"` + strings.Repeat(`,"author":"Ann Ebb"`, size/19) + "}")
	},
	"references": func(size int) string {
		return linked(`[` + strings.Repeat(`{"@id":"a","author":{"@id":"a"}},`, size/33) + `{}]`)
	},
	"references to many": func(size int) string {
		return linked(`[{"@id":"a"` + strings.Repeat(`,"image":"a"`, size/24) + `},{"@type":"Article"` + strings.Repeat(`,"author":{"@id":"a"}`, size/42) + `}]`)
	},
	"names of many": func(size int) string {
		return linked(`[{"@id":"a"` + strings.Repeat(`,"name":"null"`, size/28) + `},{"@type":"Article"` + strings.Repeat(`,"author":{"@id":"a"}`, size/42) + `}]`)
	},
	"one string": func(size int) string {
		return linked(`{"@type":"Article","headline":"` + strings.Repeat("a | ", size/4) + `"}`)
	},
	"quotation marks": func(size int) string { return linked(`{"a":"` + strings.Repeat(`" `, size/2) + `"}`) },
	"commas":          func(size int) string { return linked(strings.Repeat(`, `, size/2)) },
	"many scripts": func(size int) string {
		return strings.Repeat(linked(`{"@type":"Article","author":"Ann Ebb"}`), size/81)
	},
	"long title": func(size int) string { return "<title>" + strings.Repeat("a | ", size/4) + "</title>" },
	"long og:title": func(size int) string {
		return `<meta property="og:title" content="` + strings.Repeat("a - ", size/4) + `"><h1>a</h1>`
	},
	"long author": func(size int) string {
		return `<meta name=author content="` + strings.Repeat("Ann Ebb, ", size/9) + `">`
	},
	"long keywords": func(size int) string { return `<meta name=keywords content="` + strings.Repeat("a,", size/2) + `">` },
	"long date":     func(size int) string { return `<meta name=date content="` + strings.Repeat("1 Jan ", size/6) + `">` },
	"long class":    func(size int) string { return `<div class="` + strings.Repeat("post author ", size/12) + `">Ann Ebb` },
	"Chinese": func(size int) string {
		return "<title>春季潮汐有多高</title>" + strings.Repeat("<p>"+strings.Repeat("记者", 300)+"</p>", size/1800)
	},
	"Chinese in a row": func(size int) string {
		return "<title>春季潮汐有多高</title>" + strings.Repeat("记者 ", size/7)
	},
	"no heading": func(size int) string { return "<title>a b c d e f</title>" + strings.Repeat("<p>a b c d e g", size/14) },
}

// What is kept of a page has a bound, so that one that is twice as long takes no more memory, but for passing copies of what it says.
func TestHostilePages(t *testing.T) {
	const size, slack = 1 << 18, 2.5
	for name, page := range hostile {
		once, twice := allocated(t, page(size)), allocated(t, page(2*size))
		assert.LessOrEqual(t, float64(twice), slack*float64(once)+(1<<20), "bytes for %s: %d, and of twice as long %d", name, once, twice)
		assert.Less(t, twice, uint64(64*2*size), "bytes for %s", name)
	}
}

// allocated returns how many bytes it takes to read the metadata of a page.
func allocated(t *testing.T, source string) uint64 {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true, Embedded: true}))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := metadata.Read(context.Background(), &doc, nil)
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	return after.TotalAlloc - before.TotalAlloc
}

// JSON-LD beyond its bound is not read, and what stands before it is.
func TestLongJSONLD(t *testing.T) {
	long := linked(`{"@type":"Article","headline":"Tides","articleBody":"` + strings.Repeat("a", 10<<20) + `","author":"Ann Ebb"}`)
	m := of(t, long+linked(`{"@type":"Article","headline":"Waves","author":"Bo Flood"}`))
	assert.Equal(t, metadata.Metadata{Title: "Tides", Type: "Article"}, m)
}

// As much is known of the words of a class when it is remembered.
func TestWordsAreRemembered(t *testing.T) {
	for _, value := range []string{"", "a", "author", "post-author", "postAuthor", "post__date", "POST AUTHOR", "authority", "byline1", strings.Repeat("a", 100) + " author"} {
		remembered, read := metadata.WordsOf(value)
		assert.Equal(t, read, remembered, "of %q", value)
	}
}

// FuzzRead reads any page: it never fails, and what it tells has the form that it ought to have.
func FuzzRead(f *testing.F) {
	for _, page := range hostile {
		f.Add(page(400))
	}
	f.Add(`<title>a</title><h1>a</h1><p>By Ann Ebb, 3/4/20`)
	f.Add(`<html lang=de><meta property="article:published_time" content=2020-01-02T03:04:05+01:00><p class=byline>Von A.`)
	f.Fuzz(func(t *testing.T, source string) {
		m := read(t, source, "https://example.com/a")
		for _, name := range m.Authors {
			require.NotContains(t, name, "://", fmt.Sprintf("of %q", source))
			require.NotEmpty(t, strings.TrimSpace(name))
		}
		for field, source := range m.Sources {
			require.NotEmpty(t, field)
			require.Less(t, len(source), 64)
		}
	})
}
