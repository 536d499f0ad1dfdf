package metadata_test

import (
	"context"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/metadata"
)

// read reads the metadata of a page at an address, or at none.
func read(t testing.TB, source, address string) metadata.Metadata {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true, Embedded: true}))
	var setting *url.URL
	if address != "" {
		var err error
		setting, err = url.Parse(address)
		require.NoError(t, err)
	}
	m, err := metadata.Read(context.Background(), &doc, setting)
	require.NoError(t, err)
	return m
}

// of is read without the sources.
func of(t testing.TB, source string) metadata.Metadata {
	t.Helper()
	m := read(t, source, "")
	m.Sources = nil
	return m
}

func TestHead(t *testing.T) {
	type m = metadata.Metadata
	for source, want := range map[string]m{
		``:                               {},
		`<p>a`:                           {},
		`<title> a <b> &amp; b </title>`: {Title: "a <b> & b"},
		`<title> </title><meta name="twitter:title" content="b"><meta property="og:title" content="a">`: {Title: "a"},
		`<title>a</title><title>b</title>`: {Title: "a"},

		// Of the same name the first counts; of several names the best.
		`<meta name=description content=" "><meta name=Description content=" a&#10; b "><meta name=description content=c>`: {Description: "a b"},
		`<meta name="twitter:description" content=b><meta name="og:description" content=a>`:                                {Description: "a"},

		`<meta property="og:title dc:description" content=a>`: {Title: "a", Description: "a"},

		`<link rel=canonical href=" a ">`:                                          {Canonical: "a"},
		`<link rel="a CANONICAL" href=a><link rel=canonical href=b>`:               {Canonical: "a"},
		`<link rel=canonical href><link rel=canonical href=a>`:                     {Canonical: "a"},
		`<link rel=canonical-x href=a><meta property="og:url" content=b>`:          {Canonical: "b"},
		`<link rel=canonical href="data:,a"><meta property="og:url" content=b>`:    {Canonical: "b"},
		`<link rel=canonical href="javascript:a"><meta name="og:url" content="b">`: {Canonical: "b"},

		`<meta name=author content=a><meta name=author content="b c">`:                                           {Authors: []string{"a", "b c"}},
		`<meta name=author content="A B, C D and E F">`:                                                          {Authors: []string{"A B", "C D", "E F"}},
		`<meta property="article:author" content="https://example.com/a">`:                                       {},
		`<meta name=author content="By Ann Ebb"><meta name=author content="Ann Ebb">`:                            {Authors: []string{"Ann Ebb"}},
		`<meta name=author content="The Pier"><meta property="og:site_name" content="The Pier">`:                 {SiteName: "The Pier"},
		`<meta name=citation_author content="Ann Ebb"><meta name=citation_author content="Bo Flood">`:            {Authors: []string{"Ann Ebb", "Bo Flood"}},
		`<meta name=date content=2020-01-02><meta property="article:published_time" content=2021-03>`:            {Published: "2021-03"},
		`<meta property="og:updated_time" content=2020><meta property="article:modified_time" content=2020-1-2>`: {Modified: "2020-01-02"},
		`<meta name=date content=soon>`:                                                                          {},
		`<meta name=application-name content=b><meta property="og:site_name" content=a>`:                         {SiteName: "a"},
		`<meta property="og:image" content="data:image/png,a"><meta name="twitter:image" content=b>`:             {Image: "b"},
		`<meta property="og:image:url" content=a><meta name="twitter:image" content=b>`:                          {Image: "a"},
		`<meta name=keywords content=" a b ,,c ,">`:                                                              {Keywords: []string{"a b", "c"}},
		`<meta name=keywords content=",">`:                                                                       {},
		`<meta property="og:type" content=article><meta property="article:section" content=Sea>`:                 {Type: "article", Section: "Sea"},
		`<meta property="article:tag" content=a><meta property="article:tag" content=b>`:                         {Keywords: []string{"a", "b"}},
		`<link rel="shortcut icon" href=/a.ico><link rel=apple-touch-icon href=b.png>`:                           {Favicon: "/a.ico"},
		`<link rel=alternate type="application/rss+xml" title=" News " href=/feed><link rel=alternate hreflang=de href=/de>`: {
			Feeds: []metadata.Feed{{URL: "/feed", Title: "News", Type: "application/rss+xml"}},
		},

		`<html lang=" de ">`:                                 {Language: "de"},
		`<html><body><html lang=de>`:                         {Language: "de"},
		`<meta property="og:locale" content="en_GB">`:        {Language: "en-GB"},
		`<meta http-equiv=content-language content="fr-CA">`: {Language: "fr-CA"},

		`<svg><title>a</title></svg>`:                 {},
		`<head><template><title>a</title></template>`: {},
		`<meta content=a><meta name=author>`:          {},
	} {
		assert.Equal(t, want, of(t, source), "of %s", source)
	}
}

func TestAddressesAreResolved(t *testing.T) {
	const source = `<link rel=canonical href=a><meta property="og:image" content="//example.org/b">`
	m := read(t, source, "https://example.com/x/y")
	assert.Equal(t, "https://example.com/x/a", m.Canonical)
	assert.Equal(t, "https://example.org/b", m.Image)
	assert.Equal(t, "https://example.com/z/a", read(t, `<base href="/z/">`+source, "https://example.com/x/y").Canonical)

	// A base that is a program is none, and what browsers see no scheme in has none.
	assert.Equal(t, m, read(t, `<base href="javascript://x/%0aalert(1)//">`+source, "https://example.com/x/y"))
	assert.Equal(t, "a", of(t, `<base href="javascript://x/%0aalert(1)//">`+source).Canonical)
	assert.Equal(t, "%C2%A0javascript:a", of(t, `<link rel=canonical href="&nbsp;javascript:a">`).Canonical)
}

func TestReadingEndsWithItsContext(t *testing.T) {
	var doc dom.Document
	source := make([]byte, 0, 1<<17)
	for len(source) < 1<<17 {
		source = append(source, "<br>"...)
	}
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, source, html.Options{}))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := metadata.Read(ctx, &doc, nil)
	assert.ErrorIs(t, err, context.Canceled)
}

// Each field says where it was found, in words that do not depend on the page.
func TestSources(t *testing.T) {
	const page = `<html lang=en><title>Tides - The Pier</title><meta property="og:site_name" content="The Pier"><meta name=description content="About tides">
		<link rel=canonical href=/tides><link rel=icon href=/a.ico><link rel=alternate type=application/atom+xml href=/feed><meta property="og:image" content=/a.png>
		<meta name=keywords content=tide><meta name="article:section" content=Sea><script type="application/ld+json">{"@type":"Article","datePublished":"2020-01-02"}</script>
		<h1>Tides</h1><p>By Ann Ebb</p><p>Updated 3 January 2020</p>`
	assert.Equal(t, map[string]string{
		"title": "h1", "siteName": "meta og:site_name", "description": "meta description", "canonical": "link rel=canonical", "favicon": "link rel=icon",
		"feeds": "link rel=alternate", "image": "meta og:image", "keywords": "meta keywords", "section": "meta article:section", "published": "JSON-LD datePublished",
		"modified": "text", "authors": "text", "language": "html lang", "type": "JSON-LD type",
	}, read(t, page, "").Sources)
}

// What was read does not change when the document is used again.
func TestMetadataOutlivesItsDocument(t *testing.T) {
	var doc dom.Document
	var parser html.Parser
	parse := func(source string) metadata.Metadata {
		require.NoError(t, parser.Parse(context.Background(), &doc, []byte(source), html.Options{}))
		m, err := metadata.Read(context.Background(), &doc, nil)
		require.NoError(t, err)
		return m
	}
	source := []byte(`<title>Tides &amp; waves</title><meta name=author content="Ann &amp; Ebb"><link rel=alternate type=application/rss+xml title="A &amp; b" href=a>`)
	m := parse(string(source))
	before := parse(string(source))
	parse(string(make([]byte, 1<<10)) + `<title>Moons &amp; stars and so much more</title><meta name=author content="Bo &amp; Flood">`)
	assert.Equal(t, before, m)
	assert.Equal(t, "Tides & waves", m.Title)
}
