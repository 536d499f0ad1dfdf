package bench

import (
	"bytes"
	"context"
	"testing"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"

	"tidemark/core"
)

// BenchmarkConvert times HTML to Markdown.
func BenchmarkConvert(b *testing.B) {
	compare(b,
		contender{"tidemark", convertTidemark},
		contender{"html-to-markdown", convertHTMLToMarkdown},
	)
}

func convertTidemark(ctx context.Context, page []byte) (task, error) {
	converter, err := core.New(core.DefaultOptions())
	var out []byte
	return task{
		run: func() (err error) {
			out, err = converter.AppendText(ctx, out[:0], page)
			return err
		},
		made: func() int { return len(out) },
	}, err
}

func convertHTMLToMarkdown(_ context.Context, page []byte) (task, error) {
	converter := htmlToMarkdown()
	var out []byte
	return task{
		run: func() (err error) {
			out, err = converter.ConvertReader(bytes.NewReader(page))
			return err
		},
		made: func() int { return len(out) },
	}, nil
}

// htmlToMarkdown has the extensions of GitHub Flavored Markdown that it offers.
func htmlToMarkdown() *converter.Converter {
	return converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(),
		table.NewTablePlugin(),
		strikethrough.NewStrikethroughPlugin(),
	))
}
