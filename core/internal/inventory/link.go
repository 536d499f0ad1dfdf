package inventory

import (
	"net/url"
	"slices"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
	"tidemark/core/internal/weburl"
)

// Link is a link of the page, in the Markdown or not.
type Link struct {
	URL      string   `json:"url"`                // absolute where it is known what it is relative to
	Text     string   `json:"text"`               // without markup; of a link that shows none the name that it says aloud
	Title    string   `json:"title,omitempty"`    // its attribute
	Rel      []string `json:"rel,omitempty"`      // the words of its attribute
	Internal bool     `json:"internal"`           // whether it leads to the same site
	Where    Region   `json:"where"`              // the part of the page it is in
	HTML     Range    `json:"html"`               // where it is in the document
	Markdown *Range   `json:"markdown,omitempty"` // where it is in the Markdown, if it is
}

func (r *Reader) link(id dom.ID) {
	href, ok := r.doc.Attr(id, dom.AttrHref)
	if !ok || page.LeadsNowhere(href) {
		return
	}
	address, ok := r.page.Address(href)
	if !ok {
		return
	}
	if r.page.PermalinkOf(id, href, r.inside[aHeading] != 0) == page.Ornamental {
		return // It is a mark to be copied from.
	}
	if _, refers := r.page.FootnoteOf(id); refers || r.inside[aNote] != 0 && r.page.LeadsBack(id) {
		return // It is a part of a footnote.
	}
	text := r.text(id)
	if text == "" {
		text = r.page.LinkName(id)
	}
	at := r.places.inMarkdown(id, AsLink)
	r.found.Links = append(r.found.Links, Link{
		URL: address, Text: text, Title: r.doc.Value(id, dom.AttrTitle), Rel: words(r.doc.Value(id, dom.AttrRel)),
		Internal: r.isInternal(address), Where: r.where(at), HTML: r.places.InHTML(id), Markdown: at,
	})
}

func words(list string) []string {
	var found []string
	for word := range strings.FieldsSeq(list) {
		if word = strings.ToLower(word); !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return found
}

// isInternal reports whether an address is one of the site: that of the page or below it. Relative ones are.
func (r *Reader) isInternal(address string) bool {
	scheme := weburl.Scheme(address)
	if scheme == "" {
		return !strings.HasPrefix(address, "//")
	}
	if r.site == "" || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") {
		return false
	}
	rest := strings.TrimLeft(address[len(scheme)+1:], "/")
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		rest = rest[:end]
	}
	if at := strings.LastIndexByte(rest, '@'); at >= 0 {
		rest = rest[at+1:]
	}
	return hostOf(rest) == r.site
}

// siteOf returns the host of an address as it is compared.
func siteOf(address *url.URL) string {
	if address == nil {
		return ""
	}
	return hostOf(address.Host)
}

func hostOf(host string) string {
	return strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(host), ":80"), ":443"), "www.")
}
