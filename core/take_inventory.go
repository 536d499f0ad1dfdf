package core

import (
	"net/url"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inventory"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
	"tidemark/core/internal/weburl"
)

// takeInventory lists what is asked for of a document that has been written.
func (x *extractor) takeInventory(on *watch.Watch, doc *dom.Document, p *page.Page, written []byte, wanted inventory.Wanted) {
	s := x.scratch.extraction
	doc.CoverExtents()
	s.places.Begin(written, doc.Len()+1, func(id dom.ID) Range {
		start, end, _ := doc.Cover(id)
		return Range{start, end}
	})
	for i := range s.outline.Spans {
		span := &s.outline.Spans[i]
		if as := writtenAs[span.Kind]; as != inventory.Nothing {
			s.places.Add(span.Node, as, span.Start, span.End)
		}
	}
	found := s.reader.Read(on, doc, p, &s.places, x.address(doc), wanted)
	s.places.Release()
	want, made := x.converter.parts.Wanted, &x.made
	made.Headings = madeIf(want.Headings, found.Headings)
	made.Links = madeIf(want.Links, found.Links)
	made.Images = madeIf(want.Images, found.Images)
	made.Tables = madeIf(want.Tables, found.Tables)
	made.Code = madeIf(want.Code, found.Code)
	made.Footnotes = madeIf(want.Footnotes, found.Footnotes)
}

// madeIf returns what was asked for, empty where there is none, nil where it was not asked for.
func madeIf[T any](wanted bool, found []T) []T {
	if wanted && found == nil {
		return []T{}
	}
	return found
}

// address is where the document is from, as far as it is known.
func (x *extractor) address(doc *dom.Document) *url.URL {
	if base := weburl.Base(doc, x.converter.settings.Page.BaseURL); base != nil {
		return base
	}
	for c := doc.Node(doc.Find(dom.Root, dom.TagHead)).First; c != 0; c = doc.Node(c).Next {
		if doc.Is(c, dom.TagLink) && strings.EqualFold(doc.Value(c, dom.AttrRel), "canonical") {
			address, err := url.Parse(weburl.Clean(doc.Value(c, dom.AttrHref)))
			if err == nil && address.Host != "" {
				return address
			}
		}
	}
	return nil
}

// writtenAs is what the parts of an outline are to an inventory.
var writtenAs = [outline.Kinds]inventory.Kind{
	outline.Heading: inventory.AsHeading, outline.Code: inventory.AsCode, outline.Table: inventory.AsTable, outline.Footnote: inventory.AsFootnote,
	outline.Cell: inventory.AsCell, outline.Link: inventory.AsLink, outline.Image: inventory.AsImage,
}
