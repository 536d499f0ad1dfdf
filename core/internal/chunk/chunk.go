package chunk

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/outline"
)

// Chunk is a part of Markdown.
type Chunk struct {
	// Start and End are where it stands in the Markdown, in bytes.
	Start, End int

	// Overlap is how many bytes of its beginning are the end of the chunk before it.
	Overlap int

	// HeaderStart and HeaderEnd are where the header of a table stands that is repeated before it; both are zero if none is.
	HeaderStart, HeaderEnd int

	// Headings are the headings that it is under, outermost first, those that it begins with included, by their place among the spans.
	Headings []int32

	// first and last are the blocks among the spans that it begins and ends with, or in.
	first, last int

	// Size is that of all of it, in the measure of the options.
	Size float64
}

// AppendText appends the text of a chunk: the header of a table that it goes on with, if that is repeated, and its part of the Markdown.
func (c *Chunk) AppendText(dst, markdown []byte) []byte {
	if c.HeaderEnd > 0 {
		dst = append(append(dst, markdown[c.HeaderStart:c.HeaderEnd]...), '\n')
	}
	return append(dst, markdown[c.Start:c.End]...)
}

// Source returns where what a chunk was made of stands in the source, from the first of it to the last; known is false where no node says it.
// Where nodes stand says extent: see [dom.Document.Extent].
func (c *Chunk) Source(o *outline.Outline, extent func(dom.ID) (start, end int, known bool)) (start, end int, known bool) {
	last, first := &o.Spans[c.last], c.first
	if o.Spans[first].Kind == outline.HeaderRow && o.Spans[first-1].End <= c.End {
		first-- // All of the table is in it.
	}
	for i := first; i < len(o.Spans); i++ {
		span := &o.Spans[i]
		if i > c.last && (!last.Kind.IsContainer() || span.Start >= last.End) {
			break
		}
		isInPart := span.End > c.End && (span.Kind.IsContainer() || span.Kind == outline.Table)
		if span.Kind >= outline.Cell || span.Node == 0 || isInPart {
			continue // What is in it says it.
		}
		for _, id := range [...]dom.ID{span.Node, span.Last} {
			if s, e, ok := extent(id); ok && !known {
				start, end, known = s, e, true
			} else if ok {
				start, end = min(start, s), max(end, e)
			}
		}
	}
	return start, end, known
}

// Split cuts Markdown of which it is known what stands where. What is before begin, front matter, is in no chunk.
func Split(markdown []byte, begin int, o *outline.Outline, options Options) []Chunk {
	var chunks []Chunk
	s := New(options, func(c Chunk) { chunks = append(chunks, c) })
	s.Begin(begin)
	s.Add(markdown, 0, o.Spans, len(markdown))
	s.Close()
	return chunks
}
