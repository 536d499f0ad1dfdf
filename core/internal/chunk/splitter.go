package chunk

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"tidemark/core/internal/outline"
)

// Splitter cuts Markdown that may still grow.
type Splitter struct {
	options Options
	emit    func(Chunk)

	markdown []byte // from gone on
	gone     int
	spans    []outline.Span
	done     int // so many spans are in units
	ended    int // where the last unit ends

	units  []unit // what has come, from the beginning of the next chunk on
	shared int    // so many of the first of them were in the chunk before

	begin   int     // where the next chunk begins
	before  int     // where the chunk before ended
	headers []int32 // the headings around the first of the units, outermost first
}

// New makes a splitter, which hands each chunk on as soon as it is final.
func New(options Options, emit func(Chunk)) *Splitter {
	options.Max = max(options.Max-options.Before, 1)
	options.Overlap = min(options.Overlap, options.Max/2)
	return &Splitter{options: options, emit: emit}
}

// Begin says where the first chunk begins.
func (s *Splitter) Begin(at int) { s.begin, s.before, s.ended = at, at, at }

// push takes the next unit. White space before it that is larger than a chunk is cut, too.
func (s *Splitter) push(u unit) {
	if u.start-s.ended > longestGap && s.measure(s.ended, u.start) > s.options.Max {
		gap := u
		gap.start, gap.end, gap.heading, gap.isHeader = s.ended, u.start, none, false
		s.pieces(gap)
		u.penalty = withinWord
	}
	s.add(u)
}

// longestGap is how much white space there is between blocks at most, but for what is left of code.
const longestGap = 64

// add takes the next unit, and cuts where there is more than fits into a chunk.
func (s *Splitter) add(u unit) {
	if i := bytes.LastIndexByte(s.text(s.ended, u.start), '\n'); i >= 0 {
		u.from = s.ended + i + 1
		u.gap = s.gapBehind(s.ended, u.start)
	} else if u.from = u.start; s.ended < u.start { // A space has its size with the word behind it: it is part of a token.
		u.size, u.inLine = s.measure(s.ended, u.end), true
	}
	if u.size == 0 {
		u.size = s.measure(u.start, u.end)
	}
	s.units = append(s.units, u)
	s.sum(len(s.units) - 1)
	s.ended = u.end
	for s.overflows() {
		s.cut(s.best())
	}
}

func (s *Splitter) text(start, end int) []byte { return s.markdown[start-s.gone : end-s.gone] }

func (s *Splitter) measure(start, end int) float64 {
	if start >= end {
		return 0
	}
	return s.options.Measure(s.text(start, end))
}

// gapBehind returns the size of what is behind a unit up to a place, as it is there: line ends may be part of a token with what they end.
func (s *Splitter) gapBehind(end, to int) float64 {
	if end == s.begin || end >= to {
		return s.measure(end, to)
	}
	_, size := utf8.DecodeLastRune(s.text(s.begin, end))
	return s.measure(end-size, to) - s.measure(end-size, end)
}

// sum adds up the size of the units up to one.
func (s *Splitter) sum(i int) {
	u := &s.units[i]
	if i == 0 {
		u.total = s.header(u) + s.measure(s.begin, u.start) + u.size
		if u.inLine {
			u.total += s.measure(u.start, u.end) - u.size
		}
		return
	}
	u.total = s.units[i-1].total + u.gap + u.size
}

// overflows reports whether the units are more than fit into two chunks.
func (s *Splitter) overflows() bool {
	n := len(s.units)
	return n > s.shared && n > 1 && s.units[n-1].total > 2*s.options.Max
}

// limit is the largest size of a chunk of so many units. What is one piece is not held to the reserve.
func (s *Splitter) limit(units int) float64 {
	if units == 1 {
		return s.options.Max
	}
	return s.options.Max * (1 - s.options.Reserve)
}

// best returns how many units the next chunk is best made of, where all are too many: with the one after it, it should hold as much as two can, and
// what is cut through should be little. So a chunk that ends early where that is good costs nothing if the next one ends where it would anyway.
func (s *Splitter) best() int {
	best, score := s.shared+1, -1e9
	end, reach := s.shared+1, -1e9 // of the chunk behind: its units, and how good the best place is for it to end
	for n := s.shared + 1; n < len(s.units); n++ {
		before, after := &s.units[n-1], &s.units[n]
		if n > s.shared+1 && before.total > s.limit(n) {
			break
		}
		if n > s.shared+1 && s.hasNoRoomBetween(before, after) {
			continue
		}
		for end < len(s.units) && (end <= n || s.units[end].total-before.total-after.gap <= s.limit(end-n+1)-s.options.Overlap) {
			if end++; end < len(s.units) {
				reach = max(reach, s.units[end-1].total/s.options.Max-s.penalty(end))
			}
		}
		penalty := s.penalty(n)
		is := reach - penalty
		if end == len(s.units) && penalty <= afterSentence { // No sentence is cut to have a chunk less.
			is = s.units[end-1].total/s.options.Max - penalty
		}
		if is >= score {
			best, score = n, is
		}
	}
	return best
}

// penalty returns that for a cut behind the first units.
func (s *Splitter) penalty(n int) float64 {
	before, after := &s.units[n-1], &s.units[n]
	penalty := after.penalty
	switch {
	case before.heading >= 0 && before.heading != after.heading:
		penalty += parted
	case before.isHeader:
		penalty += partedHeader
	}
	return penalty
}

// hasNoRoomBetween reports whether what is between two units fits neither into a chunk that ends with the first nor into one of the second.
func (s *Splitter) hasNoRoomBetween(before, after *unit) bool {
	return after.gap+after.size > s.options.Max && before.total+after.gap > s.options.Max
}

// cut makes a chunk of the first units.
func (s *Splitter) cut(n int) {
	end := s.gone + len(s.markdown)
	if n < len(s.units) {
		end = s.placeOfCut(n)
	}
	s.emitChunk(n, end)
	s.before = end
	if n == len(s.units) {
		s.units = s.units[:0]
		return
	}
	keep := s.overlap(n, end)
	s.enterHeadings(keep)
	s.begin = end
	if keep < n {
		s.begin = s.units[keep].from
	}
	s.units = append(s.units[:0], s.units[keep:]...)
	s.shared = n - keep
	for i := range s.units {
		s.sum(i)
	}
}

// placeOfCut returns where a chunk of the first units ends: where the line of the next begins, or as much before as the size asks for.
func (s *Splitter) placeOfCut(n int) int {
	last, next := &s.units[n-1], &s.units[n]
	at := next.from
	const near = 4 // Tokens of what its line begins with and of the unit may be more together than each by itself.
	if size := s.measure(at, next.start) + next.size; size > s.options.Max || size > s.options.Max-near && s.measure(at, next.end) > s.options.Max {
		at = next.start // It has no room for what its line begins with.
	}
	if last.total+s.gapBehind(last.end, at) <= s.options.Max {
		return at
	}
	room := func(n int) bool { return last.total+s.gapBehind(last.end, last.end+n) > s.options.Max }
	return last.end + max(0, sort.Search(at-last.end, room)-1)
}

// emitChunk hands on a chunk of the first units that ends at a place.
func (s *Splitter) emitChunk(n, end int) {
	c := Chunk{Start: s.begin, End: end, Overlap: s.before - s.begin, Headings: s.path(n), first: s.units[0].span, last: s.units[n-1].span}
	if h := s.units[0].header; s.header(&s.units[0]) > 0 {
		c.HeaderStart, c.HeaderEnd = s.headerOf(h)
	}
	last := &s.units[n-1]
	c.Size = s.options.Before + last.total + s.gapBehind(last.end, end)
	s.emit(c)
}

// overlap returns the first of the units that the next chunk begins with: those before the cut that are no more than the overlap, but for what
// would leave no room for the one after.
func (s *Splitter) overlap(n, end int) int {
	keep := n
	gap := s.measure(s.units[n-1].end, end)
	for i := n - 1; i > 0 && s.options.Overlap > 0; i-- {
		u := &s.units[i]
		before := s.units[i-1].total + u.gap - s.measure(u.from, u.start)
		if s.units[n-1].total-before+gap > s.options.Overlap || s.header(u)+s.units[n].total-before > s.limit(2) {
			break
		}
		if u.penalty <= afterSentence { // It begins a block, a line or a sentence.
			keep = i
		}
	}
	if s.units[n-1].heading >= 0 {
		return n // A heading is with what it heads, or not at all.
	}
	return keep
}

// header returns the size of the header that a chunk has before it that begins with a unit, 0 where it has none.
func (s *Splitter) header(u *unit) float64 {
	if !s.options.RepeatHeader || u.header < 0 {
		return 0
	}
	start, end := s.headerOf(u.header)
	size := s.measure(start, end) + s.options.Measure([]byte{'\n'})
	if size > s.options.Max/2 || size+u.size > s.options.Max {
		return 0
	}
	return size
}

// Close ends the Markdown, and hands on the last chunks.
func (s *Splitter) Close() {
	for n := len(s.units); n > s.shared; n = len(s.units) {
		if n > 1 && s.units[n-1].total > s.limit(n) {
			s.cut(s.best())
		} else {
			s.cut(n)
		}
	}
}
