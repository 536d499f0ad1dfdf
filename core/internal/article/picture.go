package article

import "tidemark/core/internal/dom"

// keepPictures keeps pictures that stand among what is kept or between it and the title, with their captions: they are told from others by
// less than text is.
func (f *Finder) keepPictures(least float32) {
	first, last := -1, -1
	for i, keep := range f.keep {
		if keep && f.units[i].words > 0 {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	if top := int(f.stats.top); top >= 0 && top < first {
		first = top
	}
	f.count()
	for i := max(first, 0); i < last; i++ {
		u := &f.units[i]
		if f.keep[i] || u.images == 0 || !u.mayBeCaption() || float32(f.likely[i])*f.unlikelierPicture(u) < least || f.isAside(u) {
			continue
		}
		f.keep[i] = true
		for at, levels := u.box, 0; at > 0 && levels < near; at, levels = f.boxes[at].parent, levels+1 {
			if b := &f.boxes[at]; f.doc.Is(b.node, dom.TagFigure) {
				for k := b.from; k < b.to; k++ {
					f.keep[k] = true
				}
			}
		}
	}
}

// unlikelierPicture is how much less likely than other content a picture among it may be.
func (f *Finder) unlikelierPicture(u *unit) float32 {
	if f.isOfCardKept(u) {
		return 16
	}
	return 4
}

// mayBeCaption reports whether the text beside a picture may be what is said of it: it is short, and a longer one is no link.
func (u *unit) mayBeCaption() bool {
	const short, longest = 12 * halves, 40 * halves
	return u.words <= short || u.words <= longest && 2*u.linkWords < u.words
}

// isAside reports whether a unit stands in a box that is beside the content by what it is called.
func (f *Finder) isAside(u *unit) bool {
	near := &f.boxes[u.box].near
	for _, s := range [...]sign{inNav, inFooter, inAside, saysRelated, saysAd, saysPopup, saysShare} {
		if near[s] < 6 {
			return true
		}
	}
	return false
}
