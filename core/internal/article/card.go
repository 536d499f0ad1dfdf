package article

import "tidemark/core/internal/hugepage"

// agree has what stands at the same place in boxes that look alike, such as cards, steps and paragraphs, be equally likely content: they are kept
// together, or left out.
func (f *Finder) agree() {
	f.places = hugepage.Renew(f.watch, f.places[:0], len(f.units))[:len(f.units)]
	for i := range f.units {
		u := &f.units[i]
		f.places[i] = noCard
		if card := f.around[u.box].inner; card > 0 && !u.isAdvert() {
			at := f.groups.slot(placeKey(&f.boxes[card], &f.boxes[u.box]))
			g := &f.groups.slots[at]
			g.units++
			g.words += uint32(f.likely[i])
			f.places[i] = at
		}
	}
	for i, at := range f.places {
		if at == noCard {
			continue
		}
		if g := &f.groups.slots[at]; g.units >= leastAlike {
			f.likely[i] = uint8(g.words / g.units)
		}
	}
}

// noCard is for units that stand in no card.
const noCard = 1<<32 - 1

// placeKey is the key of what stands at the same place as a box in cards that look like one.
func placeKey(card, b *box) uint64 {
	const mixed, mixedCard = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
	return (uint64(card.parent)<<32|uint64(card.likeness))*mixedCard ^ (uint64(b.likeness)<<8|uint64(b.depth))*mixed | 1<<63 | 1<<62
}
