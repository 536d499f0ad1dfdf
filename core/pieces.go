package core

import (
	"context"
	"io"

	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// wholeUpTo is the length of the longest document that is parsed whole, in bytes. Of a longer one each part is let go of when it has
// been written: its tree would take several times its size. Up to there that costs more time than it spares.
const wholeUpTo = 4 << 20

// WriteValidText is [Converter.AppendValidText] for a long document: its Markdown is written to out, part by part. With an error, what
// has been written is not all.
func (c *Converter) WriteValidText(ctx context.Context, out io.Writer, utf8 []byte) error {
	return c.write(ctx, out, utf8, ofValidText)
}

// WriteBytes is [Converter.AppendBytes] for a long document: see [Converter.WriteValidText].
func (c *Converter) WriteBytes(ctx context.Context, out io.Writer, raw []byte) error {
	return c.write(ctx, out, raw, ofBytes)
}

func (c *Converter) write(ctx context.Context, out io.Writer, input []byte, as content) error {
	if err := c.checkInput(len(input)); err != nil {
		return err
	}
	if !c.needsWhole() {
		return c.Stream(ctx, out).writeAll(input, as)
	}
	markdown, err := c.run(ctx, nil, input, as)
	if err != nil {
		return err
	}
	if memory, ok := ctx.(Memory); ok { // It was counted while it grew.
		if err := memory.Take(cap(markdown)); err != nil {
			return err
		}
		defer memory.Give(cap(markdown))
	}
	_, err = out.Write(markdown)
	return err
}

// appendPieces converts a document as a stream is converted, and appends the Markdown to dst.
func (c *Converter) appendPieces(ctx context.Context, dst, input []byte, as content) ([]byte, error) {
	out := appender{bytes: dst}
	s := c.Stream(ctx, &out)
	out.begin(ctx, s.scratch)
	out.expect = len(input) / 4 * 3
	if err := s.writeAll(input, as); err != nil {
		return nil, err
	}
	return out.bytes, nil
}

// writeAll takes a document that is there as a whole, and ends it.
func (s *Stream) writeAll(input []byte, as content) error {
	if _, err := s.write(input, as); err != nil {
		s.Abort()
		return err
	}
	return s.Close()
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
