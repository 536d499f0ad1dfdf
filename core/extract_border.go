package core

import (
	"context"

	"tidemark/core/internal/markdown"
	"tidemark/core/internal/units"
)

// appendExtraction appends what js/extraction/ reads: what was written of the document, the rest of the extraction as JSON, whether what was
// written is asked for, 1 or 0, and the length of the JSON in ten digits. Lengths and places in text are in units of UTF-16, places in a document that was given as bytes in bytes.
func (c *Converter) appendExtraction(ctx context.Context, dst []byte, s *scratch) ([]byte, error) {
	x := extractor{converter: c, scratch: s}
	out, err := x.render(ctx, dst)
	if err != nil {
		return nil, err
	}
	return x.append(ctx, out)
}

// append appends the rest to what was written of the document, or has the lines of its chunks in the place of that.
func (x *extractor) append(ctx context.Context, out []byte) ([]byte, error) {
	written := out[x.start:]
	x.finish(len(written) == 0)
	if x.measured == nil { // else it has been
		if err := x.split(ctx, written); err != nil {
			return nil, err
		}
	}
	if x.converter.writesChunks {
		return x.appendChunks(ctx, out)
	}
	x.made.locateMarkdown(written)
	if err := x.locateHTML(ctx, true); err != nil {
		return nil, err
	}
	if !x.converter.parts.markdown && !x.converter.parts.chunks {
		out = out[:x.start]
	}
	start := len(out)
	out, err := x.appendJSON(out)
	if err != nil {
		return nil, err
	}
	if len(out)-x.start > x.converter.options.MaxOutputBytes {
		return nil, markdown.ErrTooLong
	}
	length := units.Count(out[start:])
	isWritten := byte('0')
	if x.converter.parts.markdown {
		isWritten = '1'
	}
	return appendLength(append(out, isWritten), length), nil
}

// appendChunks appends a line for each chunk of what was written, which goes.
func (x *extractor) appendChunks(ctx context.Context, out []byte) ([]byte, error) {
	written := out[x.start:]
	for i := range x.made.Chunks {
		x.made.Chunks[i].Text = x.textOf(&x.made.Chunks[i], written)
	}
	x.made.locateMarkdown(written)
	if err := x.locateHTML(ctx, true); err != nil {
		return nil, err
	}
	out = out[:x.start]
	for i := range x.made.Chunks {
		out = x.made.Chunks[i].appendLine(out)
	}
	return out, nil
}

func appendLength(dst []byte, n int) []byte {
	var digits [10]byte
	for i := len(digits) - 1; i >= 0; i-- {
		digits[i] = '0' + byte(n%10)
		n /= 10
	}
	return append(dst, digits[:]...)
}
