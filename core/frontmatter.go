package core

import (
	"context"

	"tidemark/core/internal/markdown"
	"tidemark/core/internal/metadata"
)

// withFrontMatter writes the front matter of the parsed document, and the Markdown below it.
func (c *Converter) withFrontMatter(ctx context.Context, dst []byte, s *scratch) ([]byte, error) {
	m, err := metadata.Read(ctx, &s.doc, c.settings.Page.BaseURL)
	if err != nil {
		return nil, err
	}
	front := metadata.AppendFrontMatter(dst, &m)
	top := front
	if len(front) > len(dst) {
		top = append(front, "\n\n"...)
	}
	out, err := s.renderer.Render(ctx, top, &s.doc, c.settings)
	if err != nil {
		return nil, err
	}
	if len(out) == len(top) {
		out = out[:len(front)]
	}
	if len(out)-len(dst) > c.options.MaxOutputBytes {
		return nil, markdown.ErrTooLong
	}
	return out, nil
}
