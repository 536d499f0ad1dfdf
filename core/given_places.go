package core

import (
	"bytes"
	"context"

	"tidemark/core/internal/encoding"
	"tidemark/core/internal/units"
)

// origin is what a document was given as, which places in it are told by.
type origin struct {
	as  content // nothing, where it was given as several things
	raw []byte  // of text of which the units are counted only what may be a byte order mark
}

// locateHTML turns the places in the decoded document into those in the document as it was given: in bytes, of text in units of UTF-16 if these are
// asked for.
func (x *extractor) locateHTML(ctx context.Context, inUnits bool) error {
	from, source := x.scratch.origin, x.scratch.doc.Source()
	given := encoding.CutMark(from.raw)
	mark := len(from.raw) - len(given)
	switch {
	case inUnits && from.as != ofBytes:
		in := units.Of(source)
		x.made.moveHTML(func(place int) int { return min(mark, 1) + in.At(place) })
		return nil
	case bytes.Equal(source, given): // at once, if it is the same memory
		if mark > 0 {
			x.made.moveHTML(func(place int) int { return mark + place })
		}
		return nil
	case from.as == ofBytes:
		return x.made.decodeHTML(func(places []int) error { return encoding.BytesOffsets(ctx, from.raw, x.converter.declared, places) })
	default:
		return x.made.decodeHTML(func(places []int) error { return encoding.TextOffsets(ctx, from.raw, places) })
	}
}

// givenPlaces turns places in the decoded document of a stream into places in what has been given of it: bytes, or units of UTF-16 of text.
type givenPlaces struct {
	stream *Stream
	units  units.Places // of text
	same   int          // so many bytes are the same as they were given
}

// turn turns a range. It returns false where that takes all of the document: it is in an encoding other than UTF-8.
func (p *givenPlaces) turn(r *Range) bool {
	s := p.stream
	source, given := s.scratch.doc.Source(), encoding.CutMark(s.scratch.raw)
	mark := len(s.scratch.raw) - len(given)
	if s.content != ofBytes {
		p.units.Extend(source)
		r[0], r[1] = min(mark, 1)+p.units.At(r[0]), min(mark, 1)+p.units.At(r[1])
		return true
	}
	if end := r[1]; p.same < end {
		if end > len(given) || !bytes.Equal(source[p.same:end], given[p.same:end]) {
			return false
		}
		p.same = end
	}
	r[0], r[1] = mark+r[0], mark+r[1]
	return true
}
