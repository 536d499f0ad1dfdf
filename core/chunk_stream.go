package core

import (
	"encoding/json"
	"math"
	"unicode/utf8"

	"tidemark/core/internal/chunk"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/units"
)

// chunkWriter cuts the Markdown of a stream into chunks, and writes each as a line of JSON as soon as it is final.
type chunkWriter struct {
	options  *Chunks
	counted  func(text []byte) float64
	splitter *chunk.Splitter
	outline  outline.Recorder
	write    func(line []byte) error
	err      error

	text  []byte // what of the Markdown is still needed
	gone  int    // and so much is not
	units int    // the length of that in UTF-16
	count int
}

// streamedChunk is a chunk of a stream, with its text.
type streamedChunk struct {
	Text     string   `json:"text"`
	Headings []string `json:"headings"`
	Chunk
}

func newChunkWriter(o *Chunks, write func(line []byte) error) *chunkWriter {
	size, counted := o.measures()
	w := &chunkWriter{options: o, counted: counted, write: write}
	w.splitter = chunk.New(o.splitting(size, ""), w.take)
	return w
}

// add takes Markdown that is certain.
func (w *chunkWriter) add(markdown []byte) error {
	w.text = append(w.text, markdown...)
	w.splitter.Add(w.text, w.gone, w.outline.Spans, w.gone+len(w.text))
	const margin = 256                                                                            // of what is around what is needed
	if n := w.splitter.Needed() - w.gone - margin; n > len(w.text)/2 && !w.options.RepeatHeader { // A header may be far behind.
		for !utf8.RuneStart(w.text[n]) {
			n--
		}
		of := units.Of(w.text)
		w.units += of.At(n)
		w.gone += n
		w.text = append([]byte(nil), w.text[n:]...)
		w.splitter.Add(w.text, w.gone, w.outline.Spans, w.gone+len(w.text))
	}
	return w.err
}

// whole takes all of the Markdown.
func (w *chunkWriter) whole(markdown []byte) error {
	if err := w.add(markdown); err != nil {
		return err
	}
	return w.close()
}

func (w *chunkWriter) close() error {
	w.splitter.Close()
	return w.err
}

// take writes a chunk that is final.
func (w *chunkWriter) take(c chunk.Chunk) {
	if w.err != nil {
		return
	}
	of := units.Of(w.text)
	at := func(place int) int { return w.units + of.At(place-w.gone) }
	text := w.text[c.Start-w.gone : c.End-w.gone]
	made := streamedChunk{Headings: make([]string, len(c.Headings))}
	made.Index, made.Markdown = w.count, Range{at(c.Start), at(c.End)}
	made.Overlap = at(c.Start+c.Overlap) - at(c.Start)
	if c.HeaderEnd > 0 && c.HeaderStart >= w.gone {
		made.Header = &Range{at(c.HeaderStart), at(c.HeaderEnd)}
		text = append(append(append([]byte{}, w.text[c.HeaderStart-w.gone:c.HeaderEnd-w.gone]...), '\n'), text...)
	}
	made.Text, made.Tokens = string(text), int(math.Ceil(w.counted(text)))
	for i, heading := range c.Headings {
		made.Headings[i] = w.outline.TitleOf(&w.outline.Spans[heading])
	}
	w.count++
	line, err := json.Marshal(made)
	if err == nil {
		err = w.write(append(line, '\n'))
	}
	w.err = err
}
