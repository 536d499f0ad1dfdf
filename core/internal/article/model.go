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
			if !f.isNoise(&f.units[k]) {
				likely = probability(scores[k-i])
			}
			f.likely = append(f.likely, likely)
		}
	}
}

// isNoise reports whether a unit is no content, whatever else it is like: it announces an advertisement, asks for consent, or is one of many links that
// say the same.
func (f *Finder) isNoise(u *unit) bool {
	return u.isAdvert() || u.said[legal] > 0 && f.asksConsent(u) || u.words <= 3*halves && u.words > 0 && u.linkWords == u.words && f.isOneOfMany(u)
}

// isOneOfMany reports whether the text of a unit in a post stands in many others, too: it is what can be done with each post, if it is not who
// wrote it.
func (f *Finder) isOneOfMany(u *unit) bool {
	const many = 12
	b := &f.boxes[u.box]
	if b.near[saysPost] >= near || f.maySayAgain(u) || f.groups.get(u.textKey()).units < many {
		return false
	}
	poster := f.posterOf(u)
	return poster == nil || f.of(poster).words > longestPoster
}

// asksConsent reports whether a unit stands in a box that is there to have cookies accepted: it is called so, is short, and has a button.
func (f *Finder) asksConsent(u *unit) bool {
	if f.boxes[u.box].near[saysPopup] >= near {
		return false
	}
	const longest = 150 * halves
	for at, levels := u.box, 0; levels < near; at, levels = f.boxes[at].parent, levels+1 {
		if b := &f.boxes[at]; b.signs>>saysConsent&1 != 0 {
			in := f.of(b)
			return in.controls > 0 && in.words <= longest
		}
	}
	return false
}

// isAdvert reports whether a unit only says that an advertisement follows.
func (u *unit) isAdvert() bool {
	return u.words > 0 && u.words <= 3*halves && uint32(u.said[advert])*halves >= u.words
}
