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

func of(t testing.TB, source, base string) metadata.Metadata {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true}))
	if base == "" {
		return metadata.Of(&doc, nil)
	}
	setting, err := url.Parse(base)
	require.NoError(t, err)
	return metadata.Of(&doc, setting)
}

func TestOf(t *testing.T) {
	type m = metadata.Metadata
	for source, want := range map[string]m{
		``:                               {},
		`<p>a`:                           {},
		`<title> a <b> &amp; b </title>`: {Title: "a <b> & b"},
		`<title> </title><meta name="twitter:title" content="b"><meta property="og:title" content="a">`: {Title: "a"},
		`<title>a</title><title>b</title><meta property="og:title" content="c">`:                        {Title: "a"},

		// Of the same name the first counts; of several names the best.
		`<meta name=description content=" "><meta name=Description content=" a&#10; b "><meta name=description content=c>`: {Description: "a b"},
		`<meta name="twitter:description" content=b><meta name="og:description" content=a>`:                                {Description: "a"},

		`<link rel=canonical href=" a ">`:                                          {Canonical: "a"},
		`<link rel="a CANONICAL" href=a><link rel=canonical href=b>`:               {Canonical: "a"},
		`<link rel=canonical href><link rel=canonical href=a>`:                     {Canonical: "a"},
		`<link rel=canonical-x href=a><meta property="og:url" content=b>`:          {Canonical: "b"},
		`<link rel=canonical href="data:,a"><meta property="og:url" content=b>`:    {Canonical: "b"},
		`<link rel=canonical href="javascript:a"><meta name="og:url" content="b">`: {Canonical: "b"},

		`<meta name=author content=a><meta name=author content="b c"><meta property="article:author" content=a>`: {Author: "a, b c"},
		`<meta property="article:author" content="https://example.com/a">`:                                       {},

		`<meta name=date content=b><meta property="article:published_time" content=a>`:                 {Date: "a"},
		`<meta property="og:updated_time" content=b><meta property="article:modified_time" content=a>`: {Modified: "a"},
		`<meta name=application-name content=b><meta property="og:site_name" content=a>`:               {Site: "a"},
		`<meta property="og:image" content="data:image/png,a"><meta name="twitter:image" content=b>`:   {Image: ""},
		`<meta property="og:image:url" content=a><meta name="twitter:image" content=b>`:                {Image: "a"},
		`<meta name=keywords content=" a b ,,c ,">`:                                                    {Keywords: []string{"a b", "c"}},
		`<meta name=keywords content=",">`:                                                             {},

		`<html lang=" de ">`:         {Lang: "de"},
		`<html><body><html lang=de>`: {Lang: "de"},

		// What is between the head and the body is in the head; what is in the body is not, nor is what is in other elements.
		`<head></head><title>a</title><body>`:                  {Title: "a"},
		`<p>a</p><title>b</title><meta name=author content=c>`: {},
		`<svg><title>a</title></svg>`:                          {},
		`<head><noscript><title>a</title></noscript>`:          {},
		`<head><template><title>a</title></template>`:          {},
		`<meta content=a><meta name=author>`:                   {},
	} {
		assert.Equal(t, want, of(t, source, ""), "of %s", source)
	}
}

func TestAddressesAreResolved(t *testing.T) {
	const source = `<link rel=canonical href=a><meta property="og:image" content="//example.org/b">`
	m := of(t, source, "https://example.com/x/y")
	assert.Equal(t, "https://example.com/x/a", m.Canonical)
	assert.Equal(t, "https://example.org/b", m.Image)
	assert.Equal(t, "https://example.com/z/a", of(t, `<base href="/z/">`+source, "https://example.com/x/y").Canonical)

	// A base that is a program is none, and what browsers see no scheme in has none.
	assert.Equal(t, m, of(t, `<base href="javascript://x/%0aalert(1)//">`+source, "https://example.com/x/y"))
	assert.Equal(t, "a", of(t, `<base href="javascript://x/%0aalert(1)//">`+source, "").Canonical)
	assert.Equal(t, "%C2%A0javascript:a", of(t, `<link rel=canonical href="&nbsp;javascript:a">`, "").Canonical)
}
