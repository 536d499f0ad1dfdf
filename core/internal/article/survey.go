package article

import "tidemark/core/internal/hugepage"

// pageStats are what is known of a page before its units are judged.
type pageStats struct {
	all        sum
	best       int32 // the box that holds most of the prose, and little else
	bestScore  float64
	dense      int32 // the box that holds most of the prose in paragraphs of its own, or not far below
	densest    uint32
	denseShare uint8 // how much of the prose is in it
	top        int32 // the first unit that is a heading of the first level, -1 without
	features   [pageFeatures]uint8
	declared   uint8  // what the page says that it is, a bit for each kind
	commented  uint32 // how much prose is in comments, in halves of words
}

// measure is the harmonic mean of how much of the prose a box holds, and how much of what it holds is prose.
func measure(b, all sum) float64 {
	if b.good == 0 {
		return 0
	}
	return 2 * float64(b.good) / (float64(b.words) + float64(all.good))
}

// survey finds out what is to be known of the whole page.
func (f *Finder) survey() {
	f.sumUp()
	s := &f.stats
	*s = pageStats{all: f.of(&f.boxes[0]), top: -1}
	all := s.all
	var commented, posted, inside uint32
	for i := range f.units {
		u := &f.units[i]
		if s.top < 0 && u.words > 0 && u.level == 1 {
			s.top = int32(i)
		}
		good, near := u.good, &f.boxes[u.box].near
		if near[saysComment] < far {
			commented += good
		}
		if near[saysPost] < far {
			posted += good
		}
		if near[inArticle] < far || near[inBody] < far {
			inside += good
		}
	}
	f.likenesses()
	f.surround()
	f.findDense()
	const coarse = 25 // so that a page is not known by them
	s.features = [pageFeatures]uint8{share(commented, all.good) / coarse, share(posted, all.good) / coarse, share(inside, all.good) / coarse}
	s.declared, s.commented = f.declared(), commented
}

// around is what a unit has of a box around it.
type around struct {
	features     [boxFeatures]uint8
	alike        [alikeFeatures]uint8 // where boxes beside it look alike
	most         uint8                // the best measure of it and of the boxes around it
	inner, outer int32                // of these and itself, those with such boxes beside them: the next, and the last; 0 without
}

// surround finds what units have of the boxes around them, and the best box.
func (f *Finder) surround() {
	s := &f.stats
	f.around = hugepage.Renew(f.watch, f.around[:0], len(f.boxes))[:len(f.boxes)]
	for i := range f.boxes {
		if i%watchEvery == 0 {
			f.watch.Look()
		}
		b, a := &f.boxes[i], &f.around[i]
		in := f.of(b)
		m := measure(in, s.all)
		if m > s.bestScore || m == s.bestScore && m > 0 {
			s.best, s.bestScore = int32(i), m
		}
		*a = around{features: [boxFeatures]uint8{share(in.words, s.all.words), share(in.linkWords, in.words), logByte(in.words), uint8(m * 250),
			share(in.good, in.words), logByte(in.units), logByte(in.teasers)}}
		if i == 0 {
			continue
		}
		up := &f.around[b.parent]
		a.most, a.inner, a.outer = max(up.most, a.features[3]), up.inner, up.outer
		if g := f.groups.get(siblingsKey(b.parent, b.likeness)); g.units >= leastAlike {
			a.alike = [alikeFeatures]uint8{logByte(g.units), logByte(g.words / g.units), share(g.links, g.words), 1 + share(g.teasers, g.units), 1 + share(g.words, s.all.words)}
			if a.inner = int32(i); a.outer == 0 {
				a.outer = a.inner
			}
		}
	}
}

// leastAlike is how many boxes beside each other must look alike at least.
const leastAlike = 3

// watchEvery is how many boxes or units are visited between two looks at whether the work is to go on.
const watchEvery = 64
