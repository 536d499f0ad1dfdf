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

// headingOf is the box of the heading that a unit is in, and the first unit of it up to that one.
func (f *Finder) headingOf(i int) (box int32, first int) {
	box = f.units[i].box
	if f.levelOf(box) == 0 {
		box = f.boxes[box].parent
	}
	return box, int(f.boxes[box].from)
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
		box, first := f.headingOf(i)
		words, likely, kept, isTop := uint32(0), uint8(0), false, false
		for k := first; k <= i; k++ {
			if f.units[k].words > 0 {
				words += f.units[k].words
				likely = max(likely, f.likely[k])
			}
			kept = kept || f.keep[k]
			isTop = isTop || int32(k) == f.stats.top
		}
		switch {
		case words == 0:
		case kept:
			kept = holds[level] || isTop || float32(likely) > (3*least+255)/4
		case follows && float32(likely)*unlikelier >= least:
			kept = true
		}
		if words > 0 {
			for k := first; k <= i; k++ {
				f.keep[k] = kept
			}
		}
		_ = box
		i = first
		for k := int(level); k < len(holds); k++ {
			holds[k] = kept
		}
		follows = false
	}
}

// unlikelier is how much less likely than other content the heading of something that is kept may be.
const unlikelier = 4
