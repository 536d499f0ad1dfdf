package core

import (
	"context"

	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// wholeUpTo is the length of the longest document that is parsed whole, in bytes. Of a longer one each part is let go of when it has
// been written: its tree would take several times its size, and no longer fit into the processor's caches.
const wholeUpTo = 1 << 20

// inPieces converts a document as a stream is converted, and appends the Markdown to dst.
func (c *Converter) inPieces(ctx context.Context, dst, input []byte, as content) ([]byte, error) {
	out := appender{bytes: dst}
	s := c.Stream(ctx, &out)
	out.begin(ctx, s.scratch)
	out.expect = len(input) / 4 * 3
	_, err := s.write(input, as)
	if err != nil {
		s.Abort()
		return nil, err
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
