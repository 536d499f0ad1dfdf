package article

import (
	"math"

	"tidemark/core/internal/hugepage"
)

// depth is how many questions each tree asks.
const depth = 6

// tree adds to how likely a unit is content what it has for the answers to some questions: is a feature more than a threshold?
type tree struct {
	feature, threshold [depth]uint8
	leaf               [1 << depth]int16 // by the answers, a bit for each
}

// one is what leaves count in: the logarithm of the odds, as a fixed-point number.
const one = 1024

// chances are the probabilities, of 255, by the logarithm of the odds, in sixteenths from -8 on.
var chances = func() (table [256]uint8) {
	for i := range table {
		x := float64(i-128) / 16
		table[i] = uint8(math.Round(255 / (1 + math.Exp(-x))))
	}
	return table
}()

// probability returns the probability that belongs to a score, of 255.
func probability(score int32) uint8 {
	return chances[max(0, min(255, score/(one/16)+128))]
}

// score adds up what the trees say of a unit.
func score(r *row) int32 {
	sum := int32(bias)
	for i := range trees {
		t := &trees[i]
		n := r.asked(t, 0) | r.asked(t, 1) | r.asked(t, 2) | r.asked(t, 3) | r.asked(t, 4) | r.asked(t, 5)
		sum += int32(t.leaf[n&(1<<depth-1)])
	}
	return sum
}

// asked returns the answer to a question of a tree as the bit of its number, without a branch: there is none that could be foretold.
func (r *row) asked(t *tree, k uint) uint32 {
	return uint32(int32(t.threshold[k])-int32(r[t.feature[k]])) >> 31 << k
}

// judge finds how likely all units are.
func (f *Finder) judge() {
	f.likely = hugepage.Renew(f.watch, f.likely[:0], len(f.units))[:0]
	f.describer.begin(f)
	for i := range f.units {
		if i%64 == 0 {
			f.watch.Look()
		}
		likely := uint8(0)
		if r := f.describer.describe(i); !f.units[i].isAdvert() {
			likely = probability(score(r))
		}
		f.likely = append(f.likely, likely)
	}
}

// isAdvert reports whether a unit only says that an advertisement follows.
func (u *unit) isAdvert() bool {
	return u.words > 0 && u.words <= 3*halves && uint32(u.said[advert])*halves >= u.words
}
