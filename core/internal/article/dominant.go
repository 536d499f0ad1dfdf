package article

import "tidemark/core/internal/hugepage"

// mass is how many words there are in all units before one, in halves, and how many of them are likely content, in 255ths of that.
type mass struct{ words, likely uint64 }

// Where a box dominates a page, what is outside of it is to be more likely content.
const (
	dominates    = 0.6 // the F that is to be expected of the box alone
	outsideRaise = 0.2 // how much of what is left up to certainty
)

// bounds are the units of the box that dominates, and how likely others are to be, of 255.
type bounds struct {
	from, to int32
	outside  float32
}

// bound finds the box that holds most of what is likely, and little else.
func (f *Finder) bound(least float32) bounds {
	f.masses = hugepage.Renew(f.watch, f.masses[:0], len(f.units)+1)[:0]
	var m mass
	for i := range f.units {
		f.masses = append(f.masses, m)
		w := uint64(f.units[i].words)
		m.words += w
		m.likely += w * uint64(f.likely[i])
	}
	f.masses = append(f.masses, m)
	best, measure := int32(0), 0.0
	for i := range f.boxes {
		b := &f.boxes[i]
		to, from := &f.masses[b.to], &f.masses[b.from]
		hit, kept := to.likely-from.likely, to.words-from.words
		if in := 2 * float64(hit) / float64(255*kept+m.likely+1); in >= measure {
			best, measure = int32(i), in
		}
	}
	if measure < dominates {
		return bounds{0, int32(len(f.units)), least}
	}
	b := &f.boxes[best]
	return bounds{b.from, b.to, least + outsideRaise*(255-least)}
}
