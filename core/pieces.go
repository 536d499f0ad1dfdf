package core

import (
	"context"
	"iter"

	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// wholeUpTo is the length of the longest document that is parsed whole, in bytes. Of a longer one each part is let go of when it has
// been written: its tree would take several times its size. Up to there that costs more time than it spares.
const wholeUpTo = 4 << 20

// AppendValidPieces is [Converter.AppendValidText] for a long document that comes in pieces: at least so many bytes, and three times as
// many at most. Each piece is valid UTF-8, and need not hold longer than until the next is asked for. They may be asked for more than
// once.
func (c *Converter) AppendValidPieces(ctx context.Context, dst []byte, size int, pieces iter.Seq[[]byte]) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return dst, err
	}
	if 3*size > c.options.MaxInputBytes {
		if err := c.checkInput(length(pieces)); err != nil {
			return dst, err
		}
	}
	if c.needsWhole() {
		return c.gathered(ctx, dst, pieces)
	}
	out, err := c.inPieces(ctx, dst, size, pieces, ofValidText)
	if err != nil {
		return dst, err
	}
	return out, nil
}

func length(pieces iter.Seq[[]byte]) (bytes int) {
	for piece := range pieces {
		bytes += len(piece)
	}
	return bytes
}

// gathered converts a document that has to be whole.
func (c *Converter) gathered(ctx context.Context, dst []byte, pieces iter.Seq[[]byte]) ([]byte, error) {
	size := length(pieces)
	if memory, ok := ctx.(Memory); ok {
		if err := memory.Take(size); err != nil {
			return dst, err
		}
		defer memory.Give(size)
	}
	whole := make([]byte, 0, size)
	for piece := range pieces {
		whole = append(whole, piece...)
	}
	return c.AppendValidText(ctx, dst, whole)
}

// inPieces converts a document as a stream is converted, and appends the Markdown to dst.
func (c *Converter) inPieces(ctx context.Context, dst []byte, size int, pieces iter.Seq[[]byte], as content) ([]byte, error) {
	out := appender{bytes: dst}
	s := c.Stream(ctx, &out)
	out.begin(ctx, s.scratch)
	out.expect = size / 4 * 3
	for piece := range pieces {
		if _, err := s.write(piece, as); err != nil {
			s.Abort()
			return nil, err
		}
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return out.bytes, nil
}

// appender is a writer to the end of a slice, whose memory is counted.
type appender struct {
	ctx    context.Context
	watch  watch.Watch
	bytes  []byte
	expect int // so many bytes are likely to be written
}

func (a *appender) begin(ctx context.Context, s *scratch) {
	a.ctx = ctx
	a.watch.Meter(&s.meter)
	s.appender = a
}

func (a *appender) Write(p []byte) (n int, err error) {
	a.watch.Begin(a.ctx)
	defer a.watch.End(&err)
	if len(p) > cap(a.bytes)-len(a.bytes) {
		a.bytes = hugepage.Grow(&a.watch, a.bytes, max(len(p), a.expect))
		a.expect = 0
	}
	a.bytes = hugepage.Append(&a.watch, a.bytes, p)
	return len(p), nil
}
