package article

import (
	"strings"

	"tidemark/core/internal/dom"
)

// declaredKind is what a page says that it is, in its head or by its items.
type declaredKind uint8

const (
	declaresArticle declaredKind = iota
	declaresProduct
	declaresThread
	declaresList
	declaresQuestions
	declaredKinds
)

// types are those of schema.org, and of Open Graph.
var types = map[string]declaredKind{
	"Article": declaresArticle, "NewsArticle": declaresArticle, "BlogPosting": declaresArticle, "TechArticle": declaresArticle, "ReportageNewsArticle": declaresArticle,
	"ScholarlyArticle": declaresArticle, "Recipe": declaresArticle, "article": declaresArticle, "LiveBlogPosting": declaresArticle,
	"Product": declaresProduct, "product": declaresProduct, "og:product": declaresProduct, "ProductGroup": declaresProduct,
	"DiscussionForumPosting": declaresThread, "QAPage": declaresThread,
	"ItemList": declaresList, "CollectionPage": declaresList, "SearchResultsPage": declaresList, "OfferCatalog": declaresList,
	"FAQPage": declaresQuestions, "Service": declaresQuestions, "LocalBusiness": declaresQuestions,
}

// declared returns what the page says that it is, a bit for each kind.
func (f *Finder) declared() (found uint8) {
	nodes := f.doc.Nodes()
	for i := range nodes {
		switch n := &nodes[i]; n.Tag {
		case dom.TagMeta:
			if f.doc.Value(dom.ID(i), dom.AttrProperty) == "og:type" {
				if kind, ok := types[strings.TrimSpace(f.doc.Value(dom.ID(i), dom.AttrContent))]; ok {
					found |= 1 << kind
				}
			}
		case dom.TagScript:
			if n.First != 0 && strings.EqualFold(f.doc.Value(dom.ID(i), dom.AttrType), "application/ld+json") {
				found |= typesIn(f.doc.Text(n.First))
			}
		}
	}
	return found
}

// typesIn finds the types of the items in a piece of JSON-LD, wherever they are in it.
func typesIn(json string) (found uint8) {
	const key = `"@type"`
	for {
		at := strings.Index(json, key)
		if at < 0 {
			return found
		}
		json = strings.TrimLeft(json[at+len(key):], ": \t\r\n[")
		for strings.HasPrefix(json, `"`) {
			end := strings.IndexByte(json[1:], '"')
			if end < 0 {
				return found
			}
			if kind, ok := types[json[1:1+end]]; ok {
				found |= 1 << kind
			}
			json = strings.TrimLeft(json[end+2:], ", \t\r\n")
			if strings.HasPrefix(json, `"@`) {
				break
			}
		}
	}
}
