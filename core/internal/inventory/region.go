package inventory

import (
	"strings"

	"tidemark/core/internal/dom"
)

// Region is the part of a page that something stands in, by its landmarks.
type Region string

// The regions of a page.
const (
	Content    Region = "content"
	Navigation Region = "navigation"
	Header     Region = "header"
	Footer     Region = "footer"
	Aside      Region = "aside"
	Elsewhere  Region = "other"
)

// region is an element that is a landmark, while it is walked through.
type region struct {
	element dom.ID
	is      Region
}

// landmark returns the region that an element with a role is.
// https://www.w3.org/TR/html-aria/#docconformance
func landmark(role string) (Region, bool) {
	switch role {
	case "navigation", "menu", "menubar":
		return Navigation, true
	case "banner":
		return Header, true
	case "contentinfo":
		return Footer, true
	case "complementary":
		return Aside, true
	}
	return "", false
}

var landmarkTags = [256]Region{dom.TagNav: Navigation, dom.TagHeader: Header, dom.TagFooter: Footer, dom.TagAside: Aside}

func (r *Reader) enterRegion(id dom.ID) {
	n := r.doc.Node(id)
	is := landmarkTags[n.Tag]
	if n.Traits&dom.HasPurpose != 0 {
		if said, ok := landmark(strings.ToLower(r.doc.Value(id, dom.AttrRole))); ok {
			is = said
		}
	}
	if is != "" {
		r.regions = append(r.regions, region{id, is})
	}
}

func (r *Reader) leaveRegion(id dom.ID) {
	if last := len(r.regions) - 1; last >= 0 && r.regions[last].element == id {
		r.regions = r.regions[:last]
	}
}

// where is the region of what is being read. Where the content has been chosen, all that was written is content, whatever is around it.
func (r *Reader) where(inMarkdown *Range) Region {
	switch last := len(r.regions) - 1; {
	case inMarkdown != nil && (r.wanted.Chosen || last < 0):
		return Content
	case last >= 0:
		return r.regions[last].is
	default:
		return Elsewhere
	}
}
