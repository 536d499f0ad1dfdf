package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// mostFeeds is how many feeds are told of; see mostClaims.
const mostFeeds = 64

// readLink reads a <link> in the head: https://html.spec.whatwg.org/multipage/links.html#linkTypes
func (r *reader) readLink(id dom.ID) {
	rel, href := r.doc.Value(id, dom.AttrRel), r.doc.Value(id, dom.AttrHref)
	if href == "" {
		return
	}
	for word := range strings.FieldsSeq(rel) {
		switch strings.ToLower(word) {
		case "canonical":
			r.claim(canonical, 1, "link rel=canonical", r.webAddress(href))
		case "image_src":
			r.claim(image, 6, "link rel=image_src", r.webAddress(href))
		case "icon":
			r.claim(favicon, 1, "link rel=icon", r.webAddress(href))
		case "apple-touch-icon", "apple-touch-icon-precomposed":
			r.claim(favicon, 2, "link rel=apple-touch-icon", r.webAddress(href))
		case "alternate":
			r.readFeed(id, href)
		}
	}
}

func (r *reader) readFeed(id dom.ID, href string) {
	media, _, _ := strings.Cut(strings.ToLower(r.doc.Value(id, dom.AttrType)), ";")
	switch media = collapse(media); media {
	case "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml":
	default:
		return
	}
	if address := r.webAddress(href); address != "" && len(r.feeds) < mostFeeds {
		r.feeds = append(r.feeds, Feed{URL: address, Title: clean(r.doc.Value(id, dom.AttrTitle)), Type: media})
	}
}
