package core

import (
	"bytes"
	"context"

	"tidemark/core/internal/markdown"
	"tidemark/core/internal/metadata"
)

// Finish is [Stream.Close] for rules that ask: see [Rule.Replacement]. It returns what they ask as long as there is something, in a form for
// js/rules/, and then the stream goes on with [Stream.Answer]. What it returns holds until then.
//
// Elements are asked for by how they are nested, innermost first: once for each level.
func (s *Stream) Finish() (questions []byte, err error) {
	if s.scratch == nil {
		return nil, s.err
	}
	s.endDocument()
	if s.extractor != nil && !s.isMixed {
		s.scratch.origin = origin{s.content, s.scratch.raw}
	}
	switch {
	case s.err != nil:
	case !s.converter.asks() && s.converter.counts():
		return s.writeCounted(s.ctx)
	case !s.converter.asks():
		s.fail(s.finish())
	case s.extractor != nil && s.fail(s.extractor.begin(s.ctx, 0)):
	case !s.fail(s.prepare()):
		return s.ask()
	}
	return nil, s.end()
}

// asker is a renderer of documents whose rules ask.
type asker interface {
	Ask(ctx context.Context, dst []byte) (questions []byte, asks bool, err error)
	Answer(ctx context.Context, answers []byte) error
	Finish(ctx context.Context, dst []byte) (out []byte, again bool, err error)
}

func (c *Converter) asks() bool {
	return c.settings.Rules.Asks() || c.turndown != nil && c.turndown.Rules != nil
}

func (s *Stream) prepare() error {
	if t := s.converter.turndown; t != nil {
		return s.scratch.turndownRenderer().Prepare(s.ctx, &s.scratch.doc, t)
	}
	return s.scratch.renderer.Prepare(s.ctx, &s.scratch.doc, s.converter.settings)
}

func (s *Stream) asker() asker {
	if s.converter.turndown != nil {
		return s.scratch.turndownRenderer()
	}
	return &s.scratch.renderer
}

// Answer takes the answers to what was asked, in that form, and returns what is asked next as [Stream.Finish] does. An error is final.
func (s *Stream) Answer(answers []byte) (questions []byte, err error) {
	if s.scratch == nil {
		return nil, s.err
	}
	if s.extractor != nil && s.extractor.measured != nil {
		return s.answerCount(answers)
	}
	if s.fail(s.asker().Answer(s.ctx, bytes.Clone(answers))) {
		return nil, s.end()
	}
	return s.ask()
}

// ask returns what is asked next. When all has been answered, the Markdown is written, and the stream ends.
func (s *Stream) ask() (questions []byte, err error) {
	for s.err == nil {
		questions, asks, err := s.asker().Ask(s.ctx, s.questions[:0])
		if s.fail(err) {
			break
		}
		if asks {
			s.questions = questions
			return questions, nil
		}
		again, err := s.finishAsked()
		if s.fail(err) || !again {
			if s.err == nil && s.converter.counts() {
				return s.count()
			}
			break
		}
	}
	return nil, s.end()
}

// finishAsked writes the Markdown when all that was asked has been answered. It returns true where more is to be asked instead.
func (s *Stream) finishAsked() (again bool, err error) {
	c := s.converter
	var front []byte
	if c.options.Frontmatter {
		m, err := metadata.Read(s.ctx, &s.scratch.doc, c.settings.Page.BaseURL)
		if err != nil {
			return false, err
		}
		front = metadata.AppendFrontMatter(nil, &m)
	}
	top := front
	if len(front) > 0 {
		top = append(front, "\n\n"...)
	}
	out, again, err := s.asker().Finish(s.ctx, top)
	switch {
	case err != nil || again:
		return again, err
	case len(out) == len(top):
		out = front
	}
	switch x := s.extractor; {
	case x == nil:
	case !c.extracts:
		return false, x.locate(s.ctx, out)
	case c.counts():
		s.written = out
		return false, nil
	default:
		if out, err = x.append(s.ctx, out); err != nil {
			return false, err
		}
	}
	if len(out) > c.options.MaxOutputBytes {
		return false, markdown.ErrTooLong
	}
	if len(out) > 0 {
		_, err = s.out.Write(out)
	}
	return false, err
}

// unasked converts a document whose rules ask where nobody answers.
func (c *Converter) unasked(ctx context.Context, dst, input []byte, as content) ([]byte, error) {
	out := bytes.NewBuffer(append([]byte(nil), dst...))
	s := c.Stream(ctx, out)
	if _, err := s.write(input, as); err != nil {
		s.Abort()
		return dst, err
	}
	if err := s.Close(); err != nil {
		return dst, err
	}
	return out.Bytes(), nil
}
