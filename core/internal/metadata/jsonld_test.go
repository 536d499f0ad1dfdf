package metadata_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/metadata"
)

func linked(json ...string) string {
	return `<script type="application/ld+json">` + strings.Join(json, `</script><script type="application/ld+json">`) + `</script>`
}

func TestJSONLD(t *testing.T) {
	type m = metadata.Metadata
	article := m{Title: "Tides", Authors: []string{"Ann Ebb"}, Published: "2020-01-02", Type: "Article"}
	for source, want := range map[string]m{
		linked(`{"@context":"https://schema.org","@type":"NewsArticle","headline":"Tides &amp; waves","datePublished":"2020-01-02T03:04:05+01:00",
			"dateModified":"2020-02-03","description":"About tides","inLanguage":"en-GB","articleSection":["Sea","Moon"],"keywords":"tide, moon",
			"publisher":{"@type":"Organization","name":"The Pier","logo":{"@type":"ImageObject","url":"https://a/logo.png"}},
			"image":{"@type":"ImageObject","url":"https://a/tides.png"},"url":"https://a/tides",
			"author":[{"@type":"Person","name":"Ann Ebb","url":"https://a/ann"},{"@type":"Person","name":"Bo Flood"}]}`): {
			Title: "Tides & waves", Authors: []string{"Ann Ebb", "Bo Flood"}, Published: "2020-01-02T03:04:05+01:00", Modified: "2020-02-03",
			Description: "About tides", Language: "en-GB", Section: "Sea", Keywords: []string{"tide", "moon"}, SiteName: "The Pier",
			Image: "https://a/tides.png", Canonical: "https://a/tides", Type: "NewsArticle",
		},

		// Graphs, references in them, arrays, several types, several scripts.
		linked(`{"@graph":[{"@type":"WebPage","datePublished":"2019-01-01"},{"@type":["Thing","Article"],"headline":"Tides","datePublished":"2020-01-02",
			"author":{"@id":"#ann"}},{"@type":"Person","@id":"#ann","name":"Ann Ebb"}]}`): article,
		linked(`[{"@type":"BreadcrumbList"},{"@type":"Article","headline":"Tides","datePublished":"2020-01-02","author":"Ann Ebb"}]`):                  article,
		linked(`{"@type":"BreadcrumbList"}`, `{"@type":"Article","headline":"Tides","datePublished":"2020-01-02","author":["Ann Ebb"]}`):               article,
		linked(`{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Tides","datePublished":"2020-01-02","author":"Ann Ebb"}}`):              article,
		linked(`{"@type":"http://schema.org/Article","schema:headline":"Tides","datePublished":{"@value":"2020-01-02"},"author":{"name":"Ann Ebb"}}`):  article,
		linked(`{"@type":"Article","headline":"Tides","datePublished":"2020-01-02","author":{"@type":"Person","givenName":"Ann","familyName":"Ebb"}}`): article,
		linked(`{"@type":"Article","headline":"Tides","datePublished":"2020-01-02","creator":"Ann Ebb","author":[]}`):                                  article,

		// What is broken is read up to the break, or mended.
		linked("<!-- {\"@type\":\"Article\",\"headline\":\"Tides\",\n\"datePublished\":\"2020-01-02\",\"author\":\"Ann\nEbb\",} -->"): article,
		linked(`{"@type":"Article","headline":"Tides","datePublished":"2020-01-02","author":"Ann Ebb","x":nothing}`):                  article,
		linked(`{"@type":"Article","headline":"Tides","datePublished":"2020-01-02","author":{"name":"Ann Ebb"`):                       article,
		linked(`{{{`, `{"@type":"Article","headline":"Tides","datePublished":"2020-01-02","author":"Ann Ebb"}`):                       article,

		// Of several articles, that of the page, if it is told which that is.
		`<title>Tides - The Pier</title>` + linked(`[{"@type":"Article","headline":"Waves"},{"@type":"Article","headline":"Tides","datePublished":"2020-01-02","author":"Ann Ebb"},
			{"@type":"Article","headline":"Moons"}]`): article,
		linked(`[{"@type":"Article","datePublished":"2020-01-01"},{"@type":"Article","datePublished":"2020-01-02"},{"@type":"Article","datePublished":"2020-01-03"}]`): {},
		linked(`{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"Waves","datePublished":"2020-01-01"}]}`):                                         {},
		linked(`{"@type":"Article","headline":"Tides","comment":{"@type":"Comment","author":"Bo Flood","datePublished":"2020-01-01"}}`):                                {Title: "Tides", Type: "Article"},

		// A site is not the author of its own pages, addresses are no names, and what a template left over says nothing.
		linked(`{"@type":"WebSite","name":"The Pier"}`, `{"@type":"Article","headline":"Tides","author":{"@type":"Organization","name":"The Pier"}}`): {Title: "Tides", SiteName: "The Pier", Type: "Article"},
		linked(`{"@type":"Article","headline":"Tides","author":"https://a/ann"}`):                                                                     {Title: "Tides", Type: "Article"},
		linked(`{"@type":"Article","headline":"Tides","author":"{{ author }}","datePublished":"{{ date }}"}`):                                         {Title: "Tides", Type: "Article"},
		linked(`{"@type":"Article","headline":"Tides","datePublished":null,"author":null,"keywords":["a",1,true]}`):                                   {Title: "Tides", Type: "Article", Keywords: []string{"a", "1", "true"}},

		// Of a page that lists others, or shows a product, nobody asks who made it.
		linked(`{"@type":"CollectionPage","datePublished":"2020-01-02","author":"Ann Ebb"}`):                {Type: "CollectionPage"},
		linked(`{"@type":"WebPage","datePublished":"2020-01-02"}`, `{"@type":"Product","name":"A boat"}`):   {Type: "WebPage"},
		`<script type="application/json">{"@type":"Article","headline":"Tides"}</script>`:                   {},
		`<script type="Application/LD+JSON; charset=utf-8">{"@type":"Article","headline":"Tides"}</script>`: {Title: "Tides", Type: "Article"},
	} {
		assert.Equal(t, want, of(t, source), "of %s", source)
	}
}

// Open Graph says when the page was published, and a recipe when the recipe was.
func TestRecipesAreOlderThanTheirPages(t *testing.T) {
	const recipe = `{"@type":"Recipe","name":"Bread","datePublished":"2010-01-01"}`
	assert.Equal(t, "2020-01-02", of(t, `<meta property="article:published_time" content=2020-01-02>`+linked(recipe)).Published)
	assert.Equal(t, "2010-01-01", of(t, linked(recipe)).Published)
}
