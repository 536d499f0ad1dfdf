package article

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// levelAround is the level of the heading that what stands in a box is in, or 0.
func (f *Finder) levelAround(box int32) uint8 {
	if level := f.levelOf(box); level > 0 {
		return level
	}
	return f.levelOf(f.boxes[box].parent)
}

func (f *Finder) levelOf(box int32) uint8 {
	tag := f.doc.Node(f.boxes[box].node).Tag
	if page.Of(tag).Role != page.Heading {
		return 0
	}
	return uint8(tag-dom.TagH1) + 1
}

// keepHeadings keeps the headings of what is kept, and leaves out those under which nothing is.
func (f *Finder) keepHeadings(least float32) {
	var holds [7]bool // by level: whether something is kept after here and before the next heading of that level or a higher one
	follows := false  // whether some of it comes before the next heading
	for i := len(f.units) - 1; i >= 0; i-- {
		u := &f.units[i]
		level := u.level
		if level == 0 {
			follows = follows || f.keep[i] && u.words >= 3*halves
			if f.keep[i] {
				for k := range holds {
					holds[k] = true
				}
			}
			continue
		}
		switch {
		case u.words == 0:
		case f.keep[i]:
			f.keep[i] = holds[level] || int32(i) == f.stats.top
		case follows && float32(f.likely[i])*unlikelier >= least:
			f.keep[i] = true
		}
		for k := int(level); k < len(holds); k++ {
			holds[k] = false
		}
		follows = false
	}
}

// unlikelier is how much less likely than other content the heading of something that is kept may be.
const unlikelier = 4
