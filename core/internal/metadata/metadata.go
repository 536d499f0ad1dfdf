// Package metadata reads what a document says of itself, and writes it as front matter.
//
// Each vocabulary has a file of its own. They make claims, which are ranked by how far they can be trusted, and of the claims to a field
// the best counts.
package metadata

import (
	"context"
	"net/url"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/weburl"
)

// Metadata is what a document says of itself. What it does not say is empty.
type Metadata struct {
	Title       string   `json:"title,omitempty"`       // the title of the page, without the name of the site
	Authors     []string `json:"authors,omitempty"`     // the names of those who wrote it
	Published   string   `json:"published,omitempty"`   // when it was published, in ISO 8601, as precisely as it is known
	Modified    string   `json:"modified,omitempty"`    // when it was last changed, so too
	SiteName    string   `json:"siteName,omitempty"`    // the name of the site
	Description string   `json:"description,omitempty"` // what the page says it is about
	Language    string   `json:"language,omitempty"`    // a language tag of BCP 47
	Canonical   string   `json:"canonical,omitempty"`   // the address that the page wants to be known by
	Image       string   `json:"image,omitempty"`       // the address of the image that stands for it
	Favicon     string   `json:"favicon,omitempty"`     // the address of the icon of the site
	Feeds       []Feed   `json:"feeds,omitempty"`       // the feeds that it links to
	Keywords    []string `json:"keywords,omitempty"`    // what it is found by
	Section     string   `json:"section,omitempty"`     // the part of the site that it is in
	Type        string   `json:"type,omitempty"`        // what it is, by Schema.org, or else by Open Graph

	Sources map[string]string `json:"sources,omitempty"` // where each field was found, by its name
}

// Feed is a feed that a document links to.
type Feed struct {
	URL   string `json:"url"`             // its address
	Title string `json:"title,omitempty"` // its title
	Type  string `json:"type"`            // its media type
}

// Read reads the metadata of a document. Addresses are resolved against setting, which may be nil, and the <base> of the document. When ctx
// ends, so does reading, with its error.
func Read(ctx context.Context, doc *dom.Document, setting *url.URL) (m Metadata, err error) {
	r := reader{doc: doc, base: weburl.Base(doc, setting), setting: setting}
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	doc.Watch(&r.watch)
	r.walk()
	r.readItems()
	r.readTitle()
	r.readPage()
	return r.metadata(), nil
}

// metadata takes the best claim to each field. What it returns is not part of the document, which may be gone before it.
func (r *reader) metadata() Metadata {
	m := Metadata{Sources: map[string]string{}, Feeds: r.feeds}
	for i := range m.Feeds {
		m.Feeds[i].URL, m.Feeds[i].Title, m.Feeds[i].Type = strings.Clone(m.Feeds[i].URL), strings.Clone(m.Feeds[i].Title), strings.Clone(m.Feeds[i].Type)
	}
	take := func(f field) string {
		c := r.best(f)
		if c.value != "" {
			m.Sources[f.name()] = c.source
		}
		return strings.Clone(c.value)
	}
	m.Title = take(title)
	m.Published = take(published)
	m.Modified = take(modified)
	m.SiteName = take(siteName)
	m.Description = take(description)
	m.Language = take(language)
	m.Canonical = take(canonical)
	m.Image = take(image)
	m.Favicon = take(favicon)
	m.Section = take(section)
	m.Type = take(kind)
	m.Authors = r.takeAll(&m, authors)
	m.Keywords = r.takeAll(&m, keywords)
	if len(m.Feeds) > 0 {
		m.Sources["feeds"] = "link rel=alternate"
	}
	return m
}

func (r *reader) takeAll(m *Metadata, f field) []string {
	values, source := r.all(f)
	if len(values) > 0 {
		m.Sources[f.name()] = source
	}
	for i := range values {
		values[i] = strings.Clone(values[i])
	}
	return values
}
