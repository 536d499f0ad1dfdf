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

// firstOfHeading is the first unit of the heading that a unit is in.
func (f *Finder) firstOfHeading(i int) int {
	box := f.units[i].box
	if f.levelOf(box) == 0 {
		box = f.boxes[box].parent
	}
	return int(f.boxes[box].from)
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
		first := f.firstOfHeading(i)
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
		case holds[level] && float32(likely)*f.unlikelierHeading(first, follows) >= least:
			kept = true
		}
		if words > 0 {
			for k := first; k <= i; k++ {
				f.keep[k] = kept
			}
		}
		i = first
		for k := int(level); k < len(holds); k++ {
			holds[k] = kept
		}
		follows = follows && !kept
	}
}

// unlikelierHeading is how much less likely than other content a heading may be that something is kept under: text at once, or further headings. Of
// what is said of who wrote that, the first heading is a name, and those that follow are none.
func (f *Finder) unlikelierHeading(first int, follows bool) float32 {
	const ofText, ofHeadings, window = 16, 4, 16
	u := &f.units[first]
	up := f.boxes[u.box].near[saysPoster]
	if !follows {
		return ofHeadings
	}
	if up >= near {
		return ofText
	}
	at := u.box
	for range up {
		at = f.boxes[at].parent
	}
	for k := max(int(f.boxes[at].from), first-window); k < first; k++ {
		if f.units[k].level > 0 && f.units[k].words > 0 {
			return ofHeadings
		}
	}
	return ofText
}
