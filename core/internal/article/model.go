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

// judge finds how likely all units are.
func (f *Finder) judge() {
	f.likely = hugepage.Renew(f.watch, f.likely[:0], len(f.units))[:0]
	f.describer.begin(f)
	for i := 0; i < len(f.units); i += together {
		if i%watchEvery == 0 {
			f.watch.Look()
		}
		to := min(i+together, len(f.units))
		for k := i; k < to; k++ {
			f.describer.describe(k)
		}
		scores := f.lanes.score(&f.describer.rows)
		for k := i; k < to; k++ {
			likely := uint8(0)
			if !f.units[k].isAdvert() {
				likely = probability(scores[k-i])
			}
			f.likely = append(f.likely, likely)
		}
	}
}

// isAdvert reports whether a unit only says that an advertisement follows.
func (u *unit) isAdvert() bool {
	return u.words > 0 && u.words <= 3*halves && uint32(u.said[advert])*halves >= u.words
}
