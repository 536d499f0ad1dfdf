package metadata

import (
	"slices"

	"tidemark/core/internal/dom"
)

// region is a part of a page that is not of its content, if the heading of the page is not in it.
type region struct {
	id          dom.ID
	around      int // the region that it is in, from 1 on
	holdsHeader bool
}

// mostRegions is how many regions are kept; see mostClaims.
const mostRegions = 4 << 10

// region returns the innermost region that is open, from 1 on.
func (r *reader) region() int {
	if len(r.open) == 0 {
		return 0
	}
	return r.open[len(r.open)-1]
}

func (r *reader) beginRegion(id dom.ID) {
	if len(r.regions) < mostRegions {
		r.regions = append(r.regions, region{id: id, around: r.region()})
		r.open = append(r.open, len(r.regions))
	}
}

func (r *reader) leaveRegion(id dom.ID) {
	if n := len(r.open); n > 0 && r.regions[r.open[n-1]-1].id == id {
		r.open = r.open[:n-1]
	}
}

// opens reports whether an element is a region by its tag.
func opens(tag dom.Tag) bool {
	return tag == dom.TagNav || tag == dom.TagFooter || tag == dom.TagAside
}

// isAside reports whether a region, or one around it, is not of the content.
func (r *reader) isAside(place int) bool {
	for ; place != 0; place = r.regions[place-1].around {
		if !r.regions[place-1].holdsHeader {
			return true
		}
	}
	return false
}

// isAsideElement reports whether an element is such a region.
func (r *reader) isAsideElement(id dom.ID) bool {
	n := r.doc.Node(id)
	if n.Kind != dom.KindElement || !opens(n.Tag) && !isRegion(r.wordsOf(n, id)) {
		return false
	}
	place := slices.IndexFunc(r.regions, func(g region) bool { return g.id == id })
	return place >= 0 && !r.regions[place].holdsHeader
}

// isRegion reports whether the words of an element say that it is a region.
func isRegion(said words) bool { return said&(asideWord|commentWord) != 0 && said&metaWord == 0 }

// holdHeader says that the heading of the page is in a region.
func (r *reader) holdHeader(place int) {
	for ; place != 0; place = r.regions[place-1].around {
		r.regions[place-1].holdsHeader = true
	}
}
