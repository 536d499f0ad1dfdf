package chunk

import (
	"bytes"

	"tidemark/core/internal/outline"
)

// unit is a part of Markdown that is not cut. Between units there is white space, and what the lines of blocks begin with that others are in.
type unit struct {
	start, end int
	from       int     // where a chunk begins that it is the first of: where its line does, if that is behind the unit before
	gap        float64 // the size of what is between the unit before and it
	size       float64
	total      float64 // the size of a chunk from the first unit to this one

	span     int     // the block that it is, or a part of
	penalty  float64 // for a cut before it
	heading  int32   // the heading that it is, or a part of, among the spans, or none
	header   int32   // of a row, the first row of its table, or none
	isHeader bool    // it is the first row of a table, with the line below
	isCut    bool    // it is a part of a block that is larger than a chunk
	inLine   bool    // there is a space before it in its line
}

const none = -1

// Penalties for cuts, as a part of the size of a chunk: so much less full a chunk may be to be cut elsewhere.
const (
	beforeHeading  = 0.01 // for each level
	beforeBlock    = 0.06
	inContainer    = 0.15 // between blocks that are in an item, a quotation or a note
	betweenRows    = 0.15
	betweenLines   = 0.25 // of code, and of text with line breaks
	inTable        = 0.30 // between the rows of a table that would fit into a chunk
	afterSentence  = 0.30
	afterClause    = 0.40
	betweenWords   = 0.50
	withinWide     = 0.55 // behind a character of a script without spaces
	besidePart     = 0.60 // beside a link and its like in a word
	withinWord     = 0.70
	partedHeader   = 0.60 // more, behind the header of a table
	parted         = 1.00 // more, between a heading and what it heads
	blankLineBonus = 0.05 // less, at a blank line of code
)

// smallTable is how large a table is at most, as a part of the size of a chunk, that is never cut: it leaves little room where it does not fit.
const smallTable = 0.3

// Add takes Markdown that has grown, and what stands where in it up to a place from which on that may still change. Of the Markdown so much may
// be gone that was in chunks.
func (s *Splitter) Add(markdown []byte, gone int, spans []outline.Span, final int) {
	s.markdown, s.gone, s.spans = markdown, gone, spans
	for s.done < len(spans) {
		if end := spans[s.done].End; end < 0 || end > final {
			return
		}
		next := s.after(s.done, len(spans))
		s.block(s.done, next)
		s.done = next
	}
}

// Needed returns from where on the Markdown is needed.
func (s *Splitter) Needed() int {
	if len(s.units) > 0 && s.units[0].header >= 0 && s.options.RepeatHeader {
		start, _ := s.headerOf(s.units[0].header)
		return min(start, s.begin)
	}
	return s.begin
}

// block makes units of a block of the document, which is the first of some spans, and the others are in it.
func (s *Splitter) block(first, next int) {
	start, penalty := none, beforeBlock // of what comes first in blocks that are cut
	for i := first; i < next; {
		span := &s.spans[i]
		if start < 0 {
			start = span.Start
		}
		after := s.after(i, next)
		size := s.measure(start, span.End)
		switch whole := size <= s.options.Max; {
		case !whole && span.Kind.IsContainer():
			i++ // to what is in it, with its marker
			continue
		case !whole && span.Kind == outline.Table:
			s.rows(start, penalty, i, after, betweenRows)
		case whole && span.Kind == outline.Table && size > smallTable*s.options.Max && size <= s.limit(2):
			s.rows(start, penalty, i, after, inTable)
		case !whole && start < span.Start && s.measure(span.Start, span.End) <= s.options.Max:
			s.push(s.marker(start, penalty, i))
			s.push(s.unitOf(span.Start, parted, i, true))
		case !whole:
			s.leaf(s.unitOf(start, penalty, i, i > first), i, after)
		default:
			u := s.unitOf(start, penalty, i, i > first)
			u.size = size
			s.push(u)
		}
		start, penalty, i = none, inContainer, after
	}
}

// after returns the span behind one, and what is in that.
func (s *Splitter) after(i, next int) int {
	end := s.spans[i].End
	for i++; i < next && s.spans[i].Start < end; i++ {
	}
	return i
}

// unitOf makes a unit of a block.
func (s *Splitter) unitOf(start int, penalty float64, i int, isInside bool) unit {
	u := unit{start: start, end: s.spans[i].End, span: i, penalty: penalty, heading: none, header: none}
	if s.spans[i].Kind == outline.Heading && !isInside {
		u.heading, u.penalty = int32(i), beforeHeading*float64(s.spans[i].Level-1)
	}
	return u
}

// rows makes units of the rows of a table, between which a cut has a penalty.
func (s *Splitter) rows(start int, penalty float64, table, next int, between float64) {
	header := int32(none)
	for i := table + 1; i < next; {
		row, after := &s.spans[i], s.after(i, next)
		u := unit{start: row.Start, end: row.End, span: i, penalty: between, heading: none, header: header}
		if row.Kind == outline.HeaderRow {
			u.isHeader, u.start, u.penalty = true, start, penalty
			header = int32(i)
			_, u.end = s.headerOf(header)
			if s.measure(u.start, u.end) > s.options.Max {
				rule := u
				rule.start, rule.penalty, u.end = row.End+len("\n"), partedHeader, row.End
				s.wholeOrWords(u, i+1, after)
				s.wholeOrWords(rule, 0, 0)
				header, i = none, after // It is not repeated.
				continue
			}
		}
		s.wholeOrWords(u, i+1, after)
		i = after
	}
}

// wholeOrWords makes a unit, or units of the words of what is too large for one.
func (s *Splitter) wholeOrWords(u unit, first, next int) {
	if u.size = s.measure(u.start, u.end); u.size <= s.options.Max {
		s.push(u)
		return
	}
	u.size = 0
	s.words(u, first, next)
}

// headerOf returns where the header of a table stands whose first row is given: that row and the line below, from the beginning of its line.
func (s *Splitter) headerOf(row int32) (start, end int) {
	span := &s.spans[row]
	start = span.Start
	for start > s.gone && s.markdown[start-1-s.gone] != '\n' {
		start--
	}
	end = span.End
	if end < s.gone+len(s.markdown) {
		end++
		if n := bytes.IndexByte(s.text(end, s.gone+len(s.markdown)), '\n'); n >= 0 {
			return start, end + n
		}
		return start, s.gone + len(s.markdown)
	}
	return start, end
}

// marker makes a unit of what a block begins with that others are in, where it does not fit into a chunk with the first of them.
func (s *Splitter) marker(start int, penalty float64, i int) unit {
	end := start + len(bytes.TrimRight(s.text(start, s.spans[i].Start), " >\n"))
	return unit{start: start, end: end, span: i, penalty: penalty, heading: none, header: none}
}

// leaf makes units of a block without others in it that is larger than a chunk.
func (s *Splitter) leaf(u unit, i, next int) {
	switch s.spans[i].Kind {
	case outline.Code, outline.Raw:
		s.lines(u)
	default:
		s.words(u, i+1, next)
	}
}

// lines makes units of the lines of code.
func (s *Splitter) lines(u unit) {
	end, penalty := u.end, u.penalty
	for at := u.start; at < end; {
		line := u
		line.isCut, line.start, line.end, line.penalty = true, at, end, penalty
		if n := bytes.IndexByte(s.text(at, end), '\n'); n >= 0 {
			line.end = at + n
		}
		at = line.end + 1
		if penalty = betweenLines; line.start == line.end {
			penalty -= blankLineBonus
		}
		if len(bytes.TrimSpace(s.text(line.start, line.end))) > 0 { // else it goes with the gap
			s.wholeOrWords(line, 0, 0)
		}
	}
}
