package core

import (
	"context"
	"math"

	"tidemark/core/internal/chunk"
	"tidemark/core/internal/metadata"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/watch"
)

// Chunk is a part of the Markdown. One after another, the chunks are all of it but for front matter.
type Chunk struct {
	// Its part of the Markdown, below what the options ask for in front of it: metadata, and the header of a table that it goes on with.
	Text string `json:"-" js:"text!"`

	Headings []string `json:"-" js:"headings!"` // the texts of the headings it is under, outermost first, those that it begins with included

	Index    int    `json:"index"`             // its number, from 0 on
	Tokens   int    `json:"tokens"`            // how many tokens its text is, as they are counted
	Markdown Range  `json:"markdown"`          // where it is in the Markdown
	HTML     *Range `json:"html,omitempty"`    // where what it was made of is in the document
	Overlap  int    `json:"overlap,omitempty"` // how much of its beginning is the end of the chunk before
	Header   *Range `json:"header,omitempty"`  // where the header is in the Markdown that is repeated in front of it

	under []int32 // its headings, by their places in the outline
}

// takesWhole reports whether chunks can only be made of all of a document: metadata may be in its last line, and where counted tokens are more than
// was thought, all is cut once more.
func (c *Chunks) takesWhole() bool { return c.Metadata || c.Tokens == "function" }

// measures returns how sizes, and tokens, are measured.
func (c *Chunks) measures() (size, counted func(text []byte) float64) {
	counted = func(text []byte) float64 { return estimateSize(text, c.Tokens) }
	if c.Measure != nil {
		counted = func(text []byte) float64 { return float64(c.Measure(string(text))) }
	}
	if c.Unit == "characters" {
		return chunk.Characters, counted
	}
	return counted, counted
}

// splitting returns how Markdown is cut, by sizes, with a text in front of each chunk.
func (c *Chunks) splitting(size func(text []byte) float64, before string) chunk.Options {
	o := chunk.Options{
		Max: float64(c.Size), Overlap: float64(c.Overlap), Measure: size, RepeatHeader: c.RepeatHeader, Before: size([]byte(before)),
	}
	if c.Unit == "tokens" && c.Measure == nil && c.Tokens != "bytes" {
		o.Reserve = chunk.EstimateReserve
	}
	return o
}

// watched measures text for work that is watched.
type watched struct {
	watch *watch.Watch
	size  func(text []byte) float64
}

//tidemark:recurses once: the size is not measured by another of these
func (m *watched) measure(text []byte) float64 {
	m.watch.Look()
	return m.size(text)
}

// split cuts what was written into chunks.
func (x *extractor) split(ctx context.Context, written []byte) (err error) {
	o := x.converter.options.Chunks
	if o == nil {
		return nil
	}
	var w watch.Watch
	w.Begin(ctx)
	defer w.End(&err)
	size, counted := o.measures()
	if x.measured != nil {
		counted = x.measured.of
		if o.Unit == "tokens" {
			size = counted
		}
	}
	looking := &watched{watch: &w, size: size}
	spans := &x.scratch.extraction.outline.Outline
	options := o.splitting(looking.measure, x.before)
	if x.measured != nil {
		options.Reserve = 0
		options.Max = max(options.Max-float64(x.measured.slack), 1)
	}
	chunks := chunk.Split(written, x.front, spans, options)
	x.made.Chunks = make([]Chunk, len(chunks))
	var text []byte
	for i := range chunks {
		from, made := &chunks[i], &x.made.Chunks[i]
		text = from.AppendText(append(text[:0], x.before...), written)
		*made = Chunk{
			under: from.Headings, Index: i, Headings: make([]string, len(from.Headings)), Tokens: int(math.Ceil(counted(text))),
			Markdown: Range{from.Start, from.End}, HTML: x.madeOf(spans, from), Overlap: from.Overlap,
		}
		if from.HeaderEnd > 0 {
			made.Header = &Range{from.HeaderStart, from.HeaderEnd}
		}
		for j, heading := range from.Headings {
			made.Headings[j] = x.title(heading)
		}
		w.Look()
	}
	return nil
}

// madeOf returns where what a chunk was made of is in the document, nil where that is not known.
func (x *extractor) madeOf(o *outline.Outline, c *chunk.Chunk) *Range {
	start, end, known := c.Source(o, x.scratch.doc.Extent)
	if !known || x.scratch.origin.as == ofNothing {
		return nil
	}
	return &Range{start, end}
}

// frontOfChunks is what the document says of itself in front of each chunk.
func frontOfChunks(m *metadata.Metadata) string {
	said := metadata.Metadata{Title: m.Title, SiteName: m.SiteName, Authors: m.Authors, Published: m.Published, Canonical: m.Canonical, Language: m.Language}
	front := metadata.AppendFrontMatter(nil, &said)
	if len(front) > 0 {
		front = append(front, "\n\n"...)
	}
	return string(front)
}

// title returns the text of a heading, which is a part of the outline. It is made once.
func (x *extractor) title(heading int32) string {
	title, known := x.titles[heading]
	if !known {
		o := &x.scratch.extraction.outline.Outline
		title = o.TitleOf(&o.Spans[heading])
		if x.titles == nil {
			x.titles = map[int32]string{}
		}
		x.titles[heading] = title
	}
	return title
}
