// Package metadata reads what a document says of itself in its head, and writes it as front matter.
package metadata

import (
	"net/url"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/weburl"
)

// Metadata is what a document says of itself. What it does not say is empty.
type Metadata struct {
	Title, Description string
	Canonical          string // the address that the document wants to be known by
	Author             string // all authors, with commas between them
	Date, Modified     string // as the document writes them
	Lang               string // a language tag of BCP 47
	Site               string
	Image              string // an address
	Keywords           []string
}

// names are those of <meta> that say the same, the best first.
type names []string

var (
	titleNames       = names{"og:title", "twitter:title"}
	descriptionNames = names{"description", "og:description", "twitter:description"}
	canonicalNames   = names{"og:url"}
	dateNames        = names{"article:published_time", "date"}
	modifiedNames    = names{"article:modified_time", "og:updated_time"}
	siteNames        = names{"og:site_name", "application-name"}
	imageNames       = names{"og:image", "og:image:url", "twitter:image"}
)

// Of reads the metadata of a document. Addresses are resolved against setting and the <base> of the document.
func Of(doc *dom.Document, setting *url.URL) Metadata {
	h := readHead(doc)
	base := weburl.Base(doc, setting)
	m := Metadata{
		Title:       first(h.title, h.first(titleNames)),
		Description: h.first(descriptionNames),
		Canonical:   first(webAddress(h.canonical, base), webAddress(h.first(canonicalNames), base)),
		Author:      strings.Join(h.authors, ", "),
		Date:        h.first(dateNames),
		Modified:    h.first(modifiedNames),
		Lang:        h.lang,
		Site:        h.first(siteNames),
		Image:       webAddress(h.first(imageNames), base),
	}
	for keyword := range strings.SplitSeq(h.first(names{"keywords"}), ",") {
		if keyword = collapse(keyword); keyword != "" {
			m.Keywords = append(m.Keywords, keyword)
		}
	}
	return m
}

// webAddress makes an address absolute where that can be done, and gives nothing for one that is not of the web.
func webAddress(address string, base *url.URL) string {
	address = weburl.Clean(address)
	if weburl.Scheme(address) == "" && address != "" {
		address = weburl.Resolve(base, address)
	}
	switch strings.ToLower(weburl.Scheme(address)) {
	case "", "http", "https":
		return address
	default:
		return ""
	}
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
