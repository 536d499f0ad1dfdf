package core

import (
	"math"
	"unicode/utf8"

	"tidemark/core/internal/chunk"
	"tidemark/core/internal/encoding"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/units"
)

// chunkWriter cuts the Markdown of a stream into chunks, and writes each as a line of JSON as soon as it is final.
type chunkWriter struct {
	stream   *Stream
	options  *Chunks
	counted  func(text []byte) float64
	splitter *chunk.Splitter
	outline  outline.Recorder
	given    givenPlaces
	waiting  []Chunk // from the first on of which it is not known where it is in the document before all of that is there
	count    int
	line     []byte
	err      error

	text  []byte // what of the Markdown is still needed
	gone  int    // and so much is not
	units int    // the length of that in UTF-16
	in    units.Places
}

func newChunkWriter(s *Stream) *chunkWriter {
	o := s.converter.options.Chunks
	size, counted := o.measures()
	w := &chunkWriter{stream: s, options: o, counted: counted, given: givenPlaces{stream: s}}
	w.splitter = chunk.New(o.splitting(size, ""), w.take)
	return w
}

// add takes Markdown that is certain.
func (w *chunkWriter) add(markdown []byte) error {
	w.text = append(w.text, markdown...)
	w.in.Extend(w.text)
	w.splitter.Add(w.text, w.gone, w.outline.Spans, w.gone+len(w.text))
	const margin = 256                                                                            // of what is around what is needed
	if n := w.splitter.Needed() - w.gone - margin; n > len(w.text)/2 && !w.options.RepeatHeader { // A header may be far behind.
		for !utf8.RuneStart(w.text[n]) {
			n--
		}
		w.units += w.in.At(n)
		w.gone += n
		w.text = append([]byte(nil), w.text[n:]...)
		w.in = units.Of(w.text)
		w.splitter.Add(w.text, w.gone, w.outline.Spans, w.gone+len(w.text))
	}
	return w.err
}

// close takes note that what was written last has ended, and writes what is left.
func (w *chunkWriter) close() error {
	if err := w.add(nil); err != nil {
		return err
	}
	w.splitter.Close()
	if w.err != nil || len(w.waiting) == 0 {
		return w.err
	}
	s, e := w.stream, Extraction{Chunks: w.waiting}
	if err := e.decodeHTML(func(places []int) error {
		return encoding.BytesOffsets(s.ctx, s.scratch.raw, s.converter.declared, places)
	}); err != nil {
		return err
	}
	for i := range w.waiting {
		w.write(&w.waiting[i])
	}
	return w.err
}

// take makes a chunk of one that is final.
func (w *chunkWriter) take(c chunk.Chunk) {
	at := func(place int) int { return w.units + w.in.At(place-w.gone) }
	text := w.text[c.Start-w.gone : c.End-w.gone]
	made := Chunk{Index: w.count, Markdown: Range{at(c.Start), at(c.End)}, Overlap: at(c.Start+c.Overlap) - at(c.Start)}
	if c.HeaderEnd > 0 && c.HeaderStart >= w.gone {
		made.Header = &Range{at(c.HeaderStart), at(c.HeaderEnd)}
		text = append(append(append([]byte{}, w.text[c.HeaderStart-w.gone:c.HeaderEnd-w.gone]...), '\n'), text...)
	}
	made.Text, made.Tokens = string(text), int(math.Ceil(w.counted(text)))
	made.Headings = make([]string, len(c.Headings))
	for i, heading := range c.Headings {
		made.Headings[i] = w.outline.TitleOf(&w.outline.Spans[heading])
	}
	if start, end, known := c.Source(&w.outline.Outline, w.stream.scratch.doc.Extent); known && !w.stream.isMixed {
		made.HTML = &Range{start, end}
	}
	w.count++
	if len(w.waiting) > 0 || made.HTML != nil && !w.given.turn(made.HTML) {
		w.waiting = append(w.waiting, made)
		return
	}
	w.write(&made)
}

func (w *chunkWriter) write(c *Chunk) {
	if w.err != nil {
		return
	}
	w.line = c.appendLine(w.line[:0])
	_, w.err = w.stream.out.Write(w.line)
}
