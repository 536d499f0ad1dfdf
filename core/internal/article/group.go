package article

import (
	"math/bits"
	"math/rand/v2"

	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// group is what is known of all units whose boxes look alike.
type group struct {
	key          uint64
	units, words uint32
	links, good  uint32
	teasers      uint32 // how many have a heading that leads elsewhere
}

// likenesses finds the boxes that look alike: beside each other, and anywhere.
func (f *Finder) likenesses() {
	f.groups.begin(f.watch, len(f.boxes)+4*len(f.units))
	for i := range f.boxes {
		b := &f.boxes[i]
		s := f.of(b)
		g := f.groups.get(siblingsKey(b.parent, b.likeness))
		g.units++
		g.words += s.words
		g.links += s.linkWords
		g.teasers += min(s.teasers, 1)
	}
	for i := range f.units {
		u := &f.units[i]
		b := &f.boxes[u.box]
		for _, key := range [2]uint64{likenessKey(b.likeness), parentKey(f.boxes[b.parent].likeness)} {
			g := f.groups.get(key)
			g.units++
			g.words += u.words
			g.links += u.linkWords
			g.good += u.good
		}
	}
}

// groupTable finds groups by a key.
type groupTable struct {
	slots []group
	shift int
}

// multiplier differs from process to process, so that no page can be made whose keys collide.
var multiplier = rand.Uint64() | 1

func (t *groupTable) begin(w *watch.Watch, n int) {
	size := 64
	for size < 2*n {
		size *= 2
	}
	t.slots = hugepage.Renew(w, t.slots[:0], size)[:size]
	clear(t.slots)
	t.shift = 65 - bits.Len(uint(size))
}

// get returns the group of a key.
func (t *groupTable) get(key uint64) *group { return &t.slots[t.slot(key)] }

// slot returns where the group of a key is.
func (t *groupTable) slot(key uint64) uint32 {
	key++ // none is zero
	mask := uint64(1)<<(64-t.shift) - 1
	for i := key * multiplier >> t.shift; ; i = (i + 1) & mask {
		g := &t.slots[i]
		if g.key == key {
			return uint32(i)
		}
		if g.key == 0 {
			g.key = key
			return uint32(i)
		}
	}
}

func siblingsKey(parent int32, likeness uint32) uint64 {
	return uint64(parent)<<32 | uint64(likeness) | 1<<63
}
func likenessKey(likeness uint32) uint64 { return uint64(likeness) }
func parentKey(likeness uint32) uint64   { return uint64(likeness) | 1<<33 }

// textKey is the key of the group of all units with the same text.
func (u *unit) textKey() uint64 { return uint64(u.hash) | 1<<34 }

// countTexts counts how often each text is there.
func (f *Finder) countTexts() {
	for i := range f.units {
		u := &f.units[i]
		u.before = -1
		if u.words > 0 {
			g := f.groups.get(u.textKey())
			g.units++
			u.before = int32(g.good) - 1
			g.good = uint32(i) + 1
		}
	}
}

// repeats tells whether the text of a unit is there more than once: 1 where it is the first, 2 where not. Units are to be asked in their order.
func (f *Finder) repeats(u *unit) uint8 {
	if u.words == 0 {
		return 0
	}
	g := f.groups.get(u.textKey())
	if g.units < 2 {
		return 0
	}
	if g.words++; g.words == 1 {
		return 1
	}
	return 2
}
