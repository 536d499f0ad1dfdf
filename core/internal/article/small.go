package article

// How much text is little, in halves of words, and how much less likely than other content a unit beside little content may be.
const (
	littleText      = 100 * halves
	unlikelierSmall = 8
)

// keepSmall keeps what stands beside the content in an article, or a page, that has little text and all that is kept: what units are known by
// says little of them there, and what is lost weighs much.
func (f *Finder) keepSmall(least float32) {
	first, last := f.keptEnds()
	for i := int32(0); last >= 0 && i < int32(len(f.boxes)); i++ {
		b := &f.boxes[i]
		if b.from > first || b.to <= last || i > 0 && !f.isArticle(b.node) || f.of(b).words > littleText {
			continue
		}
		for k := b.from; k < b.to; k++ {
			if u := &f.units[k]; float32(f.likely[k])*unlikelierSmall >= least && u.words > 0 && !u.isAdvert() && !f.isAside(u) && !f.isOfControls(u) {
				f.keep[k] = true
			}
		}
		return
	}
}

// keptEnds returns the first and the last unit that is kept; where none is, the first is behind the last.
func (f *Finder) keptEnds() (first, last int32) {
	first, last = int32(len(f.keep)), -1
	for i, keep := range f.keep {
		if keep {
			first, last = min(first, int32(i)), int32(i)
		}
	}
	return first, last
}

// isOfControls reports whether a unit is there to do something with, not to be read.
func (f *Finder) isOfControls(u *unit) bool {
	near := &f.boxes[u.box].near
	return u.controls > 0 || u.inControl || near[inForm] < far || near[saysAccount] < far
}
