package metadata_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/metadata"
)

func TestMicrodata(t *testing.T) {
	type m = metadata.Metadata
	for source, want := range map[string]m{
		`<article itemscope itemtype="https://schema.org/BlogPosting"><h1 itemprop=headline>Tides</h1><time itemprop=datePublished datetime=2020-01-02>yesterday</time>
			<span itemprop=author itemscope itemtype="https://schema.org/Person"><a itemprop=url href=/ann><span itemprop=name>Ann Ebb</span></a></span>
			<img itemprop=image src=/a.png><meta itemprop=keywords content="tide, moon"><link itemprop=url href=/tides><p itemprop=articleBody>A long text`: {
			Title: "Tides", Authors: []string{"Ann Ebb"}, Published: "2020-01-02", Image: "/a.png", Keywords: []string{"tide", "moon"}, Canonical: "/tides", Type: "BlogPosting",
		},
		`<div itemscope itemtype=http://schema.org/Article><b itemprop="author creator">By Ann Ebb</b><i itemprop=dateModified content=2020-02>`:   {Authors: []string{"Ann Ebb"}, Modified: "2020-02", Type: "Article"},
		`<div itemscope itemtype=http://schema.org/Article><b itemprop=author itemscope>Ann Ebb</b>`:                                               {Authors: []string{"Ann Ebb"}, Type: "Article"},
		`<body itemscope itemtype=http://schema.org/WebPage><div itemscope itemtype=http://schema.org/CreativeWork><b itemprop=author>Ann Ebb</b>`: {Authors: []string{"Ann Ebb"}, Type: "CreativeWork"},

		// What is said of another item is not said of the page, nor what stands outside of the element.
		`<div itemscope itemtype=http://schema.org/Article><div itemprop=comment itemscope itemtype=http://schema.org/Comment><b itemprop=author>Ann Ebb</b></div></div>`: {},
		`<div itemscope itemtype=http://schema.org/Article></div><div itemprop=text>Ann Ebb</div>`:                                                                        {},
		`<ul itemscope itemtype=http://schema.org/ItemList><li itemprop=itemListElement itemscope itemtype=http://schema.org/Article><b itemprop=author>Ann Ebb</b>`:      {},

		// Properties of no item.
		`<time itemprop=datePublished datetime=2020-01-02></time><span itemprop=author>Ann Ebb</span><meta itemprop=dateModified content=2020-03>`: {
			Authors: []string{"Ann Ebb"}, Published: "2020-01-02", Modified: "2020-03",
		},
	} {
		assert.Equal(t, want, of(t, source), "of %s", source)
	}
}

func TestRDFa(t *testing.T) {
	type m = metadata.Metadata
	for source, want := range map[string]m{
		`<div vocab="https://schema.org/" typeof=Article><h1 property=headline>Tides</h1><span property=author typeof=Person><b property=name>Ann Ebb</b></span>
			<time property=datePublished datetime=2020-01-02>`: {Title: "Tides", Authors: []string{"Ann Ebb"}, Published: "2020-01-02", Type: "Article"},
		`<div typeof="schema:NewsArticle"><b property="schema:author">Ann Ebb</b><i property="schema:dateModified" content=2020-02>`: {Authors: []string{"Ann Ebb"}, Modified: "2020-02", Type: "NewsArticle"},

		// As Drupal has it.
		`<div typeof="sioc:Item foaf:Document"><span property="dc:date dc:created" content="2020-01-02T03:04:05+01:00" datatype="xsd:dateTime"
			rel="sioc:has_creator">by <a typeof="sioc:UserAccount" property="foaf:name" href=/ann>Ann Ebb</a></span>`: {Authors: []string{"Ann Ebb"}, Published: "2020-01-02T03:04:05+01:00", Type: "Item"},

		`<span property=author>Ann Ebb</span>`:       {Authors: []string{"Ann Ebb"}},
		`<b typeof=Person property=name>Ann Ebb</b>`: {},
	} {
		assert.Equal(t, want, of(t, source), "of %s", source)
	}
}
