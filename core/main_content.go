package core

import (
	"math"
	"strings"

	"tidemark/core/internal/article"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/selector"
)

// content says what of the page is the content.
func (x *extractor) content(doc *dom.Document, chosen *article.Choice) *MainContent {
	c := &MainContent{Confidence: 1, Selector: "body"}
	if chosen != nil {
		c.Kind = pageKinds[chosen.Kind]
		c.Confidence, c.Fallback = math.Round(chosen.Confidence*1000)/1000, chosen.Fallback
		c.Selector = selector.Path(doc, chosen.Containers)
	}
	if include := x.converter.options.Include; len(include) > 0 {
		c.Selector = strings.Join(include, ", ") // What has been chosen is in that, and stands elsewhere by now.
	}
	return c
}

var pageKinds = [article.Kinds]PageKind{
	article.Article: ArticlePage, article.Documentation: DocumentationPage, article.Service: ServicePage, article.Forum: ForumPage,
	article.Listing: ListingPage, article.Collection: CollectionPage, article.Product: ProductPage,
}
