package article

// keepSections keeps all of the sections that look like those of which most is kept: a document does not change its mind from one to the next.
func (f *Finder) keepSections() {
	f.count()
	for i := range f.boxes {
		if b := &f.boxes[i]; f.isSection(b) {
			g := f.groups.get(sectionKey(b.likeness))
			g.units++
			g.words += f.of(b).words
			g.good += f.keptWords(b)
		}
	}
	for i := range f.boxes {
		b := &f.boxes[i]
		if !f.isSection(b) {
			continue
		}
		if g := f.groups.get(sectionKey(b.likeness)); g.units < leastSections || float32(g.good) < mostOfSections*float32(g.words) {
			continue
		}
		for k := b.from; k < b.to; k++ {
			f.keep[k] = f.keep[k] || !f.units[k].isAdvert()
		}
	}
}

const (
	leastSections  = 4   // so many look alike
	mostOfSections = 0.7 // so much of them is kept
)

// isSection reports whether a box in the one that dominates begins with a heading, and has prose below it.
func (f *Finder) isSection(b *box) bool {
	if b.from < f.bounds.from || b.to > f.bounds.to || b.to-b.from < 2 || f.units[b.from].level == 0 || f.units[b.from+1].level != 0 {
		return false
	}
	s := f.of(b)
	return s.words > leastOfSection && s.linkWords*5 < s.words
}

// leastOfSection is how many words a section has, in halves.
const leastOfSection = 40 * halves

func sectionKey(likeness uint32) uint64 { return uint64(likeness) | 1<<35 }
