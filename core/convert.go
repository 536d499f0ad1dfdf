package core

import "context"

// Convert converts a document that is text. What is not valid UTF-8 in it becomes U+FFFD.
//
// The error is an [Error] with [CodeInputTooLarge], or that of the context once it has ended; there is no Markdown then.
func (c *Converter) Convert(ctx context.Context, document string) (string, error) {
	out, err := c.AppendText(ctx, nil, []byte(document))
	return string(out), err
}

// ConvertBytes converts a document that is bytes, and finds their encoding as [Options.Encoding] says. Errors are those of
// [Converter.Convert].
func (c *Converter) ConvertBytes(ctx context.Context, document []byte) (string, error) {
	out, err := c.AppendBytes(ctx, nil, document)
	return string(out), err
}

// AppendText is [Converter.Convert] that appends the Markdown to dst, and returns dst as it was with an error. It keeps
// neither slice; they must not overlap.
func (c *Converter) AppendText(ctx context.Context, dst, utf8 []byte) ([]byte, error) {
	return c.run(ctx, dst, utf8, ofText)
}

// AppendValidText is [Converter.AppendText] for a document that the caller knows to be valid UTF-8: it saves the pass that
// looks. Of other bytes the Markdown is not valid UTF-8 either.
func (c *Converter) AppendValidText(ctx context.Context, dst, utf8 []byte) ([]byte, error) {
	return c.run(ctx, dst, utf8, ofValidText)
}

// AppendBytes is [Converter.ConvertBytes] that appends the Markdown to dst, and returns dst as it was with an error. It
// keeps neither slice; they must not overlap.
func (c *Converter) AppendBytes(ctx context.Context, dst, raw []byte) ([]byte, error) {
	return c.run(ctx, dst, raw, ofBytes)
}

func (c *Converter) run(ctx context.Context, dst, input []byte, as content) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return dst, err
	}
	if err := c.checkInput(len(input)); err != nil {
		return dst, err
	}
	if c.options.Counts != "" {
		return c.appendCount(ctx, dst, input, as)
	}
	if c.asks() {
		return c.unasked(ctx, dst, input, as)
	}
	if c.writesChunks {
		return c.appendPieces(ctx, dst, input, as)
	}
	var out []byte
	var err error
	if len(input) > c.wholeUpTo && !c.needsWhole() {
		out, err = c.appendPieces(ctx, dst, input, as)
	} else {
		out, err = c.whole(ctx, dst, input, as)
	}
	if err != nil {
		return dst, c.limitError(err)
	}
	return out, nil
}

// whole converts a document that is parsed to its end before anything is written.
func (c *Converter) whole(ctx context.Context, dst, input []byte, as content) ([]byte, error) {
	s := takeScratch(ctx)
	// No defer: what a panic leaves behind is not used again.
	out, err := c.stages(ctx, dst, s, input, as)
	s.give(err)
	return out, err
}

func (c *Converter) stages(ctx context.Context, dst []byte, s *scratch, input []byte, as content) ([]byte, error) {
	text, err := s.decode(ctx, input, as, c.declared)
	if err != nil {
		return nil, err
	}
	if err := s.parser.Parse(ctx, &s.doc, text, c.parsed()); err != nil {
		return nil, err
	}
	if c.extracts {
		s.origin = origin{as, input}
	}
	return c.render(ctx, dst, s)
}

// render writes a document that has been parsed.
func (c *Converter) render(ctx context.Context, dst []byte, s *scratch) ([]byte, error) {
	if c.extracts {
		return c.appendExtraction(ctx, dst, s)
	}
	return c.renderFormat(ctx, dst, s)
}

// renderFormat writes it in the format that is asked for.
func (c *Converter) renderFormat(ctx context.Context, dst []byte, s *scratch) ([]byte, error) {
	if c.turndown != nil {
		return s.turndownRenderer().Render(ctx, dst, &s.doc, c.turndown)
	}
	if c.options.Frontmatter {
		return c.withFrontMatter(ctx, dst, s)
	}
	return s.renderer.Render(ctx, dst, &s.doc, c.settings)
}

// needsWhole reports whether the options are such that nothing can be written before all of a document is there.
func (c *Converter) needsWhole() bool {
	s := c.settings
	return c.turndown != nil || c.options.Frontmatter || c.extracts || s.WritesHTML || s.ReferRepeated || s.Include || s.Main || s.Rules.Asks() || s.Selectors != nil && s.Selectors.LooksAhead()
}
