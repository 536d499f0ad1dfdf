package core

import (
	"errors"
	"fmt"

	"tidemark/core/internal/html"
	"tidemark/core/internal/markdown"
	"tidemark/core/internal/turndown"
)

// What a page says about all of itself is looked for in its first part, and whether it hides more than it shows is settled by so
// much Markdown: see docs/streaming.md.
const (
	lookaheadLimit = 1 << 20
	settleAfter    = 8 << 10
)

// checkInput refuses a document before anything is done with it.
func (c *Converter) checkInput(size int) error {
	if size <= c.options.MaxInputBytes {
		return nil
	}
	return tooLarge("at most %d bytes of HTML (options.maxInputBytes) but received %d", c.options.MaxInputBytes, size)
}

// limitError returns the errors of the stages that stopped at a limit their code. Others, those of a context, stay as
// they are.
func (c *Converter) limitError(err error) error {
	switch {
	case errors.Is(err, markdown.ErrTooDeep), errors.Is(err, turndown.ErrTooDeep):
		return tooLarge("lists, quotations and their like at most %d deep (options.maxDepth) but received a deeper document", c.options.MaxDepth)
	case errors.Is(err, html.ErrTooLong):
		return tooLarge("at most %d bytes of decoded HTML but received more", html.MaxSource)
	case errors.Is(err, markdown.ErrTooLong), errors.Is(err, turndown.ErrTooLong):
		return tooLarge("at most %d bytes of Markdown (options.maxOutputBytes) but the document makes more", c.options.MaxOutputBytes)
	}
	return err
}

func tooLarge(format string, args ...any) error {
	return &Error{Code: CodeInputTooLarge, Message: "Expected " + fmt.Sprintf(format, args...)}
}
