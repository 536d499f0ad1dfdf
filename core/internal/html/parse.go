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
// The tree is that of a browser that runs scripts, although none run here: pages are written for such readers. So what is in
// <noscript> is text that is never shown. It is nothing but a copy of what scripts show, or a request to turn them on.
func Parse(ctx context.Context, doc *dom.Document, src []byte, maxDepth int) error {
	doc.Reset()
	root, err := xhtml.ParseWithOptions(&reader{ctx: ctx, rest: src}, xhtml.ParseOptionEnableScripting(true))
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
