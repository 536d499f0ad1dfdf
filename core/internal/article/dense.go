package article

import "tidemark/core/internal/hugepage"

// densities are what a box gains of prose in a unit, by how far up it is: the unit's own box, the one around that, and so on.
var densities = [...]uint32{6, 6, 3, 2}

// findDense finds the box that holds most of the prose in paragraphs of its own, or not far below: where an article ends and what follows is in the
// same container, it holds the one but not the other.
func (f *Finder) findDense() {
	f.density = hugepage.Renew(f.watch, f.density[:0], len(f.boxes))[:len(f.boxes)]
	clear(f.density)
	for i := range f.units {
		u := &f.units[i]
		if u.good == 0 {
			continue
		}
		at := u.box
		for _, part := range densities {
			f.density[at] += u.good * part
			if at == 0 {
				break
			}
			at = f.boxes[at].parent
		}
	}
	s := &f.stats
	for i, d := range f.density {
		if d > s.densest {
			s.dense, s.densest = int32(i), d
		}
	}
	s.denseShare = share(f.of(&f.boxes[s.dense]).good, s.all.good)
}

// Where a unit stands to the box with most of the prose.
const (
	inDense = iota
	beforeDense
	afterDense
)

// describeDense tells how a unit stands to that box: how far up it goes to the first that holds both, on which side, and how dense its own are.
func (f *Finder) describeDense(i int32, u *unit, row *row) {
	s := &f.stats
	if s.densest == 0 {
		row[fDense] = 255
		return
	}
	const farthest = 12
	dense := &f.boxes[s.dense]
	levels := uint8(0)
	for b := dense; (i < b.from || i >= b.to) && levels < farthest; b = &f.boxes[b.parent] {
		levels++
	}
	row[fDense] = levels
	switch {
	case i < dense.from:
		row[fDenseSide] = beforeDense
	case i >= dense.to:
		row[fDenseSide] = afterDense
	default:
		row[fDenseSide] = inDense
	}
	row[fDenseShare] = s.denseShare
	own := f.density[u.box]
	row[fDenseOwn] = share(own, s.densest)
	row[fDenseMost] = share(max(own, f.density[f.boxes[u.box].parent]), s.densest)
}
