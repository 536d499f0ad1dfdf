package article

// leastCopied is how much text a copy is at least, in halves of words: less may well be said twice.
const leastCopied = 8 * halves

// leaveCopies leaves out runs of text that have been kept before in the same order: pages have some for small screens and for large ones, and
// posts that quote others as a preview. What is quoted, or stands in a table or in code, may be said again.
func (f *Finder) leaveCopies() {
	f.count()
	start, last := -1, int32(0) // the first of the run, and where in what is said again it ends
	words, units := uint32(0), 0
	end := func(to int) {
		if start >= 0 && words >= leastCopied {
			f.leaveBoxes(int32(start), int32(to))
		}
		start, words, units = -1, 0, 0
	}
	for i := range f.units {
		u := &f.units[i]
		if !f.keep[i] || u.words == 0 {
			continue
		}
		before := f.keptBefore(u)
		if before < 0 || f.maySayAgain(u) {
			end(i)
			continue
		}
		if start >= 0 && (before <= last || f.counts[before].words != f.counts[last+1].words) {
			end(i)
		}
		if start < 0 {
			start = i
		}
		words, last = words+u.words, before
		units++
	}
	end(len(f.units))
}

// leaveBoxes leaves out the largest boxes of which all that is kept is in a run of units.
func (f *Finder) leaveBoxes(from, to int32) {
	for i := from; i < to; {
		box := int32(-1)
		for at := f.units[i].box; f.isWithin(at, from, to); at = f.boxes[at].parent {
			box = at
		}
		if box < 0 {
			i++
			continue
		}
		b := &f.boxes[box]
		if f.keptWords(b) >= leastCopied && (f.keptIn(b) > 1 || !f.choices[box].whole && b.near[saysPost] < far) {
			for k := b.from; k < b.to; k++ {
				f.keep[k] = false
			}
		}
		i = b.to
	}
}

// isWithin reports whether all text of a box that is kept is in a run of units.
func (f *Finder) isWithin(box, from, to int32) bool {
	b := &f.boxes[box]
	return box > 0 && (b.from >= from || f.counts[b.from].words == f.counts[from].words) && (b.to <= to || f.counts[b.to].words == f.counts[to].words)
}

// keptBefore is the last unit before with the same text that is kept, -1 if there is none among those that are looked at.
func (f *Finder) keptBefore(u *unit) int32 {
	before := u.before
	for range near {
		if before < 0 || f.keep[before] {
			return before
		}
		before = f.units[before].before
	}
	return -1
}

func (f *Finder) maySayAgain(u *unit) bool {
	near := &f.boxes[u.box].near
	return near[inQuote] < far || near[inTable] < far || near[inPre] < far
}
