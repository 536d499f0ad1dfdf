package core

import (
	"bytes"
	"context"
	"encoding/json"

	"tidemark/core/internal/encoding"
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
	if err := x.made.locateHTML(func(places []int) error { return x.origin(ctx, places) }); err != nil {
		return nil, err
	}
	if !x.converter.parts.markdown && !x.converter.parts.chunks {
		out = out[:x.start]
	}
	rest := bytes.NewBuffer(out)
	start := rest.Len()
	e := json.NewEncoder(rest)
	e.SetEscapeHTML(false)
	if err := e.Encode(x.bordered()); err != nil {
		return nil, err
	}
	out = rest.Bytes()
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
	if err := x.made.locateHTML(func(places []int) error { return x.origin(ctx, places) }); err != nil {
		return nil, err
	}
	out = out[:x.start]
	for i := range x.made.Chunks {
		var err error
		if out, err = appendLine(out, &x.made.Chunks[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// appendLine appends a chunk, with its text, as a line of JSON.
func appendLine(dst []byte, c *Chunk) ([]byte, error) {
	line := bytes.NewBuffer(dst)
	e := json.NewEncoder(line)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		Text     string   `json:"text"`
		Headings []string `json:"headings"`
		*Chunk
	}{c.Text, c.Headings, c})
	return line.Bytes(), err
}

// origin turns places in the decoded document into those in the document as it was given.
func (x *extractor) origin(ctx context.Context, places []int) error {
	s := x.scratch
	if s.origin.as == ofBytes {
		return encoding.BytesOffsets(ctx, s.origin.raw, x.converter.declared, places)
	}
	inUnits(s.doc.Source(), places)
	if len(encoding.CutMark(s.origin.raw)) < len(s.origin.raw) {
		for i := range places {
			places[i]++ // the byte order mark
		}
	}
	return nil
}

// bordered is an extraction with what JavaScript makes the text of chunks with, and the texts of their headings, each once.
type bordered struct {
	*Extraction
	Before string   `json:"before,omitempty"`
	Titles []string `json:"titles,omitempty"`
	Under  [][]int  `json:"under,omitempty"` // by chunk: the headings it is under, by their titles
}

func (x *extractor) bordered() bordered {
	b := bordered{Extraction: &x.made, Before: x.before, Under: make([][]int, len(x.made.Chunks))}
	at := map[int32]int{}
	for i := range x.made.Chunks {
		c := &x.made.Chunks[i]
		b.Under[i] = make([]int, len(c.under))
		for j, heading := range c.under {
			number, known := at[heading]
			if !known {
				number = len(b.Titles)
				at[heading] = number
				b.Titles = append(b.Titles, c.Headings[j])
			}
			b.Under[i][j] = number
		}
	}
	return b
}

func appendLength(dst []byte, n int) []byte {
	var digits [10]byte
	for i := len(digits) - 1; i >= 0; i-- {
		digits[i] = '0' + byte(n%10)
		n /= 10
	}
	return append(dst, digits[:]...)
}

// origin is what a document was given as, which places in it are told by.
type origin struct {
	as  content
	raw []byte
}
