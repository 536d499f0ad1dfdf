package core

import (
	"context"
	"sync"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/encoding"
	"tidemark/core/internal/html"
	"tidemark/core/internal/markdown"
	"tidemark/core/internal/turndown"
	"tidemark/core/internal/watch"
)

// scratch is the memory of one conversion, used again by the next.
type scratch struct {
	meter      watch.Meter
	doc        dom.Document
	decoder    encoding.Decoder
	pieces     encoding.Stream
	parser     html.Parser
	renderer   markdown.Renderer
	turndown   *turndown.Renderer // nil until something is written in its forms
	extraction *extractionScratch // nil until something is extracted
	raw        []byte             // a document that is extracted, of a stream of bytes
	origin     origin             // of a document that is extracted
	appender   *appender          // nil but for a document that is converted in pieces
	kept       int                // how many bytes it held when it was kept
}

// keepUpTo is how much memory is kept at most, in bytes: one huge page must not hold its tree while small ones follow. It is enough for
// most pages that are parsed whole.
const keepUpTo = 64 << 20

// scratches holds memory and no state. All converters share it: those who convert with a base URL per page make a
// converter per page.
var scratches = sync.Pool{New: func() any { return newScratch() }}

func newScratch() *scratch {
	s := new(scratch)
	s.meter.Measure(s.room)
	s.parser.Meter(&s.meter)
	s.renderer.Meter(&s.meter)
	return s
}

// room is how many bytes the scratch holds.
func (s *scratch) room() int {
	room := cap(s.raw) + s.doc.Room() + s.parser.Room() + s.renderer.Room() + s.decoder.Held() + s.pieces.Held()
	if s.turndown != nil {
		room += s.turndown.Room()
	}
	if s.extraction != nil {
		room += s.extraction.room()
	}
	if s.appender != nil {
		room += cap(s.appender.bytes)
	}
	return room
}

// decode decodes a document that is whole.
func (s *scratch) decode(ctx context.Context, input []byte, as content, declared encoding.Encoding) ([]byte, error) {
	switch as {
	case ofBytes:
		return s.decoder.Bytes(ctx, input, declared)
	case ofText:
		return s.decoder.Text(ctx, input)
	default:
		return encoding.CutMark(input), nil
	}
}

// takeScratch takes the memory for a conversion. It pairs with give.
func takeScratch(ctx context.Context) *scratch {
	s := scratches.Get().(*scratch)
	if memory, ok := ctx.(Memory); ok {
		if s.kept > memory.Keeps() {
			s = newScratch() // A small document must not pay for it.
		}
		s.meter.Begin(memory)
	}
	return s
}

// give takes the memory back, unless the conversion has failed: work that ends leaves what it was at half done, in all that it goes through.
func (s *scratch) give(err error) {
	keeps := s.meter.Keeps(keepUpTo)
	s.meter.End()
	if err != nil {
		return
	}
	s.appender, s.origin, s.raw = nil, origin{}, nil
	s.doc.Reset(nil) // A tree that lies idle must not hold the text of its document.
	if s.kept = s.room(); s.kept <= keeps {
		scratches.Put(s)
	}
}
