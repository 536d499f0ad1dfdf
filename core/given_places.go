package core

import (
	"bytes"

	"tidemark/core/internal/encoding"
	"tidemark/core/internal/units"
)

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
		if mark > 0 {
			mark = 1
		}
		r[0], r[1] = mark+p.units.At(r[0]), mark+p.units.At(r[1])
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
