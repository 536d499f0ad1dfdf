package core

import (
	"sync"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/encoding"
	"tidemark/core/internal/html"
	"tidemark/core/internal/markdown"
)

// scratch is the memory of one conversion, used again by the next.
type scratch struct {
	doc      dom.Document
	decoder  encoding.Decoder
	pieces   encoding.Stream
	parser   html.Parser
	renderer markdown.Renderer
}

// keepUpTo is the largest document, in bytes, whose memory is kept: one huge page must not hold its tree while small
// ones follow.
const keepUpTo = 4 << 20

// scratches holds memory and no state. All converters share it: those who convert with a base URL per page make a
// converter per page.
var scratches = sync.Pool{New: func() any { return new(scratch) }}

func takeScratch() *scratch { return scratches.Get().(*scratch) }

// give takes back the scratch of a document of that size.
func (s *scratch) give(size int) {
	if size > keepUpTo {
		return
	}
	s.doc.Reset(nil) // A tree that lies idle must not hold the text of its document.
	scratches.Put(s)
}
