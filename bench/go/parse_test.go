package bench

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"testing"

	"github.com/tdewolff/parse/v2"
	lexer "github.com/tdewolff/parse/v2/html"
	xhtml "golang.org/x/net/html"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
)

// BenchmarkParse times HTML to a tree by the rules of the HTML Standard. tdewolff's lexer builds no tree and knows no such
// rules: it shows what tokens alone cost.
func BenchmarkParse(b *testing.B) {
	compare(b,
		contender{"tidemark", parseTidemark},
		contender{"x-net-html", parseXNet},
		contender{"tdewolff-lexer", lexTdewolff},
	)
}

func parseTidemark(ctx context.Context, page []byte) (task, error) {
	doc, parser := new(dom.Document), new(html.Parser)
	return task{
		run:  func() error { return parser.Parse(ctx, doc, page, html.Options{}) },
		made: func() int { return doc.Len() },
	}, nil
}

func parseXNet(_ context.Context, page []byte) (task, error) {
	var root *xhtml.Node
	return task{
		run: func() (err error) {
			root, err = xhtml.Parse(bytes.NewReader(page))
			return err
		},
		made: func() (nodes int) {
			for range root.Descendants() {
				nodes++
			}
			return nodes
		},
	}, nil
}

func lexTdewolff(_ context.Context, page []byte) (task, error) {
	// The lexer writes over its input: names in lower case, and a NUL behind it, for which there is room.
	page = append(slices.Clone(page), 0)[:len(page)]
	var tokens int
	return task{
		run: func() error {
			tokens = 0
			l := lexer.NewLexer(parse.NewInputBytes(page))
			for {
				kind, _ := l.Next()
				if kind != lexer.ErrorToken {
					tokens++
					continue
				}
				if errors.Is(l.Err(), io.EOF) {
					return nil
				}
				return l.Err()
			}
		},
		made: func() int { return tokens },
	}, nil
}
