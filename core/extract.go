package core

import (
	"context"
	"io"

	"tidemark/core/internal/article"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/inventory"
	"tidemark/core/internal/markdown"
	"tidemark/core/internal/metadata"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

// Extract makes what [Options.Parts] asks for of a document that is text: its Markdown, what it says of itself, and what it holds. Errors are
// those of [Converter.Convert]. Rules that ask hear no answer: they leave their elements to others.
func (c *Converter) Extract(ctx context.Context, document string) (*Extraction, error) {
	return c.extract(ctx, []byte(document), ofText)
}

// ExtractBytes is [Converter.Extract] for a document that is bytes, as [Converter.ConvertBytes] takes them.
func (c *Converter) ExtractBytes(ctx context.Context, document []byte) (*Extraction, error) {
	return c.extract(ctx, document, ofBytes)
}

func (c *Converter) extract(ctx context.Context, input []byte, as content) (*Extraction, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := c.checkInput(len(input)); err != nil {
		return nil, err
	}
	if c.asks() {
		return c.extractUnasked(ctx, input, as)
	}
	s := takeScratch(ctx)
	// No defer: what a panic leaves behind is not used again.
	e, err := c.extraction(ctx, s, input, as)
	s.give(err)
	return e, c.limitError(err)
}

func (c *Converter) extraction(ctx context.Context, s *scratch, input []byte, as content) (*Extraction, error) {
	text, err := s.decode(ctx, input, as, c.declared)
	if err != nil {
		return nil, err
	}
	if err := s.parser.Parse(ctx, &s.doc, text, c.parsedToExtract()); err != nil {
		return nil, err
	}
	s.origin = origin{as, input}
	x := extractor{converter: c, scratch: s}
	out, err := x.render(ctx, nil)
	if err != nil {
		return nil, err
	}
	if err := x.locate(ctx, out); err != nil {
		return nil, err
	}
	return &x.made, nil
}

// extractUnasked is extract where rules ask.
func (c *Converter) extractUnasked(ctx context.Context, input []byte, as content) (*Extraction, error) {
	s := c.Stream(ctx, io.Discard)
	x := &extractor{converter: c, scratch: s.scratch}
	s.scratch.parser.Start(&s.scratch.doc, c.parsedToExtract())
	if _, err := s.write(input, as); err != nil {
		s.Abort()
		return nil, err
	}
	s.extractor, s.scratch.raw = x, append(s.scratch.raw[:0], input...)
	if err := s.Close(); err != nil {
		return nil, err
	}
	return &x.made, nil
}

// extractor makes one extraction of a document that has been parsed.
type extractor struct {
	converter *Converter
	scratch   *scratch
	start     int              // of what is written, in what it is appended to
	front     int              // where the content begins in what is written, below front matter
	before    string           // what comes before each chunk
	titles    map[int32]string // of the headings that chunks are under
	measured  *measured        // what tokens were counted by a function, nil if none counts them
	made      Extraction
}

// parsedToExtract is how a document is parsed that is extracted.
func (c *Converter) parsedToExtract() html.Options {
	return html.Options{FirstTags: true, Scripting: true, Embedded: true, Islands: true, Classes: page.Classes, Extents: c.parts.records()}
}

// render appends the document in its format to dst, and reads what is asked for.
func (x *extractor) render(ctx context.Context, dst []byte) ([]byte, error) {
	if err := x.begin(ctx, len(dst)); err != nil {
		return nil, err
	}
	defer x.end()
	if !x.converter.parts.writes() {
		return dst, nil
	}
	return x.converter.renderFormat(ctx, dst, x.scratch)
}

// begin begins an extraction of what is written from a place on. It pairs with end.
func (x *extractor) begin(ctx context.Context, start int) error {
	x.start = start
	if o := x.converter.options.Chunks; x.converter.parts.metadata || o != nil && o.Metadata {
		m, err := metadata.Read(ctx, &x.scratch.doc, x.converter.settings.Page.BaseURL)
		if err != nil {
			return err
		}
		if x.converter.parts.metadata {
			x.made.Metadata, x.made.Title = &m, m.Title
		}
		if o != nil && o.Metadata {
			x.before = frontOfChunks(&m)
		}
	}
	s := x.scratch
	s.renderer.Main = x.converter.extractsMain
	if s.extraction == nil {
		s.extraction = new(extractionScratch)
	}
	if x.converter.parts.writes() {
		s.renderer.Reader = x
	}
	if x.converter.parts.records() {
		s.renderer.Record(&s.extraction.outline)
	}
	return nil
}

func (x *extractor) end() {
	r := &x.scratch.renderer
	r.Reader, r.Main = nil, false
}

// Read reads the inventory of a document that has been written.
func (x *extractor) Read(on *watch.Watch, doc *dom.Document, p *page.Page, chosen *article.Choice, written []byte, begin int) {
	x.front = begin - x.start
	wanted := x.converter.parts.Wanted
	if chosen != nil {
		for _, id := range chosen.Left { // Links and images are of the whole page.
			doc.Node(id).Traits &^= dom.Excluded
		}
		wanted.Chosen = true
	}
	if x.converter.parts.content {
		x.made.Content = x.content(doc, chosen)
	}
	if wanted.Any() {
		x.takeInventory(on, doc, p, written, wanted)
	}
}

// locate ends an extraction for who calls from Go: places are in bytes.
func (x *extractor) locate(ctx context.Context, out []byte) error {
	x.finish(len(out) == 0)
	if x.converter.parts.markdown {
		switch x.made.Format {
		case TextFormat:
			x.made.Text = string(out)
		case HTMLFormat:
			x.made.HTML = string(out)
		default:
			x.made.Markdown = string(out)
		}
	}
	if err := x.split(ctx, out); err != nil {
		return err
	}
	for i := range x.made.Chunks {
		x.made.Chunks[i].Text = x.textOf(&x.made.Chunks[i], out)
	}
	return x.locateHTML(ctx, false)
}

// textOf is the text of a chunk.
func (x *extractor) textOf(c *Chunk, written []byte) string {
	text := []byte(x.before)
	if c.Header != nil {
		text = append(append(text, written[c.Header[0]:c.Header[1]]...), '\n')
	}
	return string(append(text, written[c.Markdown[0]:c.Markdown[1]]...))
}

// finish ends an extraction whose document has been written.
func (x *extractor) finish(isEmpty bool) {
	x.made.Format, x.made.Warnings = Format(x.converter.options.Format), []Warning{}
	if x.converter.parts.writes() && isEmpty {
		x.made.Warnings = append(x.made.Warnings, Warning{WarningEmpty, "The page shows no text; a script may write it."})
	}
}

// extractionScratch is the memory of extractions.
type extractionScratch struct {
	outline outline.Recorder
	places  inventory.Places
	reader  inventory.Reader
}

func (s *extractionScratch) room() int { return s.outline.Room() + s.places.Room() + s.reader.Room() }

var _ markdown.Reader = (*extractor)(nil)
