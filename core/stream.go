package core

import (
	"context"
	"errors"
	"io"
	"unicode/utf8"

	"tidemark/core/internal/dom"
)

// Stream converts one document while it arrives: HTML is written to it in pieces that may end anywhere, and it writes Markdown
// as soon as nothing that follows can change it. All of it is what [Converter.Convert] or [Converter.ConvertBytes] makes of all
// of the document. It is not safe for concurrent use.
//
// It keeps what is not certain yet and the elements that are open, not the document. What has to wait for what is told in
// docs/streaming.md.
type Stream struct {
	converter *Converter
	ctx       context.Context
	out       io.Writer
	scratch   *scratch

	content   content    // what the document is being written as
	isMixed   bool       // it was written as something else before
	size      int        // of what has been written
	extractor *extractor // of a document that is extracted
	open      []dom.ID
	questions []byte
	chunks    *chunkWriter // of a stream of chunks
	written   []byte       // of a document that is extracted, while the tokens of its chunks are counted
	advanced  int          // how much was parsed when the renderer went on last
	compacted int          // how large the document was when it was compacted last
	err       error
}

// errClosed is what writing to a stream returns that has been closed.
var errClosed = errors.New("the stream has been closed")

// Stream begins to convert a document, and writes its Markdown to out. It is to be closed, or aborted.
func (c *Converter) Stream(ctx context.Context, out io.Writer) *Stream {
	s := &Stream{converter: c, ctx: ctx, out: out, scratch: takeScratch(ctx)}
	s.scratch.parser.Start(&s.scratch.doc, c.parsed())
	switch {
	case c.extracts:
		s.extractor = &extractor{converter: c, scratch: s.scratch}
	case c.writesChunks:
		s.chunks = newChunkWriter(s)
		s.scratch.renderer.Record(&s.chunks.outline)
	}
	if !c.needsWhole() {
		s.scratch.renderer.Begin(&s.scratch.doc, c.settings)
	}
	return s
}

// ConvertStream converts a document that is read from in, and writes its Markdown to out. Errors are those of
// [Converter.Convert], of in and of out. With one, what has been written is not all.
func (c *Converter) ConvertStream(ctx context.Context, out io.Writer, in io.Reader) error {
	s := c.Stream(ctx, out)
	if _, err := io.Copy(writerOnly{s}, in); err != nil {
		s.Abort()
		return err
	}
	return s.Close()
}

// writerOnly hides what else a writer can do.
type writerOnly struct{ io.Writer }

// Write takes the next bytes of the document, whose encoding is found as [Options.Encoding] says. Errors are those of
// [Converter.Convert] and of the writer of the Markdown; after one, all calls return it.
func (s *Stream) Write(p []byte) (int, error) { return s.write(p, ofBytes) }

// WriteText is [Stream.Write] for text, which has no encoding: what is not valid UTF-8 in it becomes U+FFFD. Bytes that come
// after text are decoded as if they began a document.
func (s *Stream) WriteText(utf8 []byte) (int, error) { return s.write(utf8, ofText) }

// WriteString is [Stream.WriteText] for a string.
func (s *Stream) WriteString(text string) (int, error) { return s.WriteText([]byte(text)) }

// content is what a document is written as.
type content uint8

const (
	ofNothing content = iota
	ofBytes
	ofText
	ofValidText
)

// pieceSize is how much is parsed before the Markdown of it is written.
const pieceSize = 64 << 10

func (s *Stream) write(p []byte, as content) (int, error) {
	if s.size += len(p); s.err == nil {
		s.err = s.converter.checkInput(s.size)
	}
	if s.err == nil && s.content != as {
		s.begin(as)
	}
	if s.extractor != nil || s.chunks != nil {
		s.keep(p, as)
	}
	for rest := p; len(rest) > 0 && s.err == nil; {
		n := min(len(rest), pieceSize)
		for as == ofValidText && n < len(rest) && !utf8.RuneStart(rest[n]) {
			n-- // It is not decoded: no character is cut.
		}
		s.parse(s.decode(rest[:n], false))
		rest = rest[n:]
	}
	if s.err != nil {
		return 0, s.err
	}
	return len(p), nil
}

// keep keeps what is given of a document whose places are told: bytes, and of text what may be a byte order mark.
func (s *Stream) keep(p []byte, as content) {
	if as != ofBytes {
		p = p[:min(len(p), max(0, utf8.UTFMax-len(s.scratch.raw)))]
	}
	s.scratch.raw = append(s.scratch.raw, p...)
}

// begin ends what the document was written as before, and begins another.
func (s *Stream) begin(as content) {
	pieces := &s.scratch.pieces
	if s.content != ofNothing {
		s.isMixed = true
		s.parse(s.decode(nil, true))
	}
	switch s.content = as; as {
	case ofText, ofValidText:
		pieces.ResetText(as == ofValidText)
	default:
		pieces.Reset(s.converter.declared)
	}
}

func (s *Stream) decode(piece []byte, last bool) []byte { return s.scratch.pieces.Decode(piece, last) }

// parse parses the next piece, and writes the Markdown that is certain then.
func (s *Stream) parse(piece []byte) {
	parser, renderer := &s.scratch.parser, &s.scratch.renderer
	if s.err != nil || len(piece) == 0 {
		return
	}
	if s.fail(parser.Write(s.ctx, piece)) || s.converter.needsWhole() || !parser.Settled() {
		return
	}
	// The renderer looks at all open elements: not for a few bytes where they are many.
	const perByte = 8
	if parsed := parser.Parsed(); parser.Depth() < perByte*(parsed-s.advanced) {
		s.advanced = parsed
		s.open = parser.OpenElements(s.open)
		if !s.fail(renderer.Advance(s.ctx, s.open, parsed, false)) && !s.fail(s.emit()) {
			s.compact()
		}
	}
}

// emit writes the Markdown that is certain.
//
//tidemark:recurses once for each stream that the Markdown is written to: none is written to itself
func (s *Stream) emit() error {
	markdown := s.scratch.renderer.Take()
	if len(markdown) == 0 {
		return nil
	}
	if s.chunks != nil {
		return s.chunks.add(markdown)
	}
	_, err := s.out.Write(markdown)
	return err
}

// compact lets go of what the document holds no more, when that is more than what it holds: so each byte is copied about once.
func (s *Stream) compact() {
	doc, parser, renderer := &s.scratch.doc, &s.scratch.parser, &s.scratch.renderer
	if doc.Size() <= 2*s.compacted+s.converter.leastCompacted || !parser.MayCompact() || !renderer.DropRendered() {
		return
	}
	if moved := parser.Compact(); moved != nil {
		renderer.Moved(moved)
		s.advanced = parser.Parsed()
	}
	s.compacted = doc.Size()
}

// fail takes note of an error, and reports whether there is one.
func (s *Stream) fail(err error) bool {
	if err != nil {
		s.err = s.converter.limitError(err)
	}
	return err != nil
}

// Close ends the document and writes the rest of its Markdown. Errors are those of [Stream.Write]. Of rules that ask it hears no answer: they
// leave their elements to others.
func (s *Stream) Close() error {
	questions, err := s.Finish()
	for questions != nil {
		questions, err = s.Answer(nil)
	}
	return err
}

// endDocument ends the document before the rest of its Markdown is written.
func (s *Stream) endDocument() {
	if s.err == nil {
		s.err = s.ctx.Err()
	}
	if s.content != ofNothing {
		s.parse(s.decode(nil, true))
	}
	if s.err == nil {
		s.fail(s.scratch.parser.Close(s.ctx))
	}
}

// finish writes the rest of the Markdown of a document that is whole.
func (s *Stream) finish() error {
	if s.converter.needsWhole() {
		markdown, err := s.converter.render(s.ctx, nil, s.scratch)
		if err == nil && len(markdown) > 0 {
			_, err = s.out.Write(markdown)
		}
		return err
	}
	if err := s.scratch.renderer.Advance(s.ctx, nil, 0, true); err != nil {
		return err
	}
	if err := s.emit(); err != nil || s.chunks == nil {
		return err
	}
	return s.chunks.close()
}

// Abort drops the document. It does nothing if the stream has been closed.
func (s *Stream) Abort() {
	if s.scratch != nil {
		s.end()
	}
}

// end gives the memory of the stream back. Calls after it return an error.
func (s *Stream) end() error {
	s.scratch.renderer.End()
	if s.extractor != nil {
		s.extractor.end()
	}
	if s.scratch.turndown != nil {
		s.scratch.turndown.End()
	}
	s.scratch.give(s.err)
	err := s.err
	s.scratch, s.out, s.written, s.extractor = nil, nil, nil, nil
	if s.err == nil {
		s.err = errClosed
	}
	return err
}
