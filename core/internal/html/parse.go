package html

import (
	"context"
	"errors"
	"fmt"
	"strings"

	xhtml "golang.org/x/net/html"

	"tidemark/core/internal/dom"
)

// ErrTooDeep says that elements are nested deeper than the limit.
var ErrTooDeep = errors.New("elements are nested too deep")

// Parse parses src, which is valid UTF-8, into doc, which is reset first. The root element has depth 1, and an element
// deeper than maxDepth is ErrTooDeep. When ctx ends, parsing stops with its error.
//
// Scripts do not run, so the content of <noscript> is elements and not text.
func Parse(ctx context.Context, doc *dom.Document, src []byte, maxDepth int) error {
	doc.Reset()
	root, err := xhtml.ParseWithOptions(&reader{ctx: ctx, rest: src}, xhtml.ParseOptionEnableScripting(false))
	if err != nil {
		return parseError(ctx, err)
	}
	return copyTree(ctx, doc, root, maxDepth)
}

// parseError tells apart why the parser gave up; it says so only in words.
func parseError(ctx context.Context, err error) error {
	if ended := ctx.Err(); ended != nil {
		return ended
	}
	if strings.Contains(err.Error(), "open stack of elements exceeds") {
		return ErrTooDeep
	}
	return fmt.Errorf("cannot parse HTML: %w", err)
}
