package bench

import (
	"bytes"
	"context"
	"errors"
	"testing"

	xhtml "golang.org/x/net/html"

	"tidemark/core"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/markdown"
	meaning "tidemark/core/internal/page"
)

// BenchmarkRender times a tree to Markdown, in MB of the HTML it was parsed from.
func BenchmarkRender(b *testing.B) {
	compare(b,
		contender{"tidemark", renderTidemark},
		contender{"html-to-markdown", renderHTMLToMarkdown},
	)
}

func renderTidemark(ctx context.Context, source []byte) (task, error) {
	options := core.DefaultOptions()
	settings := markdown.Settings{
		Options: inline.Options{
			Em:            options.EmDelimiter[0],
			Strong:        options.StrongDelimiter,
			Break:         options.BR,
			Strikethrough: true,
			TaskLists:     true,
			Autolinks:     true,
			Footnotes:     true,
			Alerts:        true,
			KeepAddresses: true,
		},
		Page:           meaning.Options{DataImages: meaning.Alt},
		HR:             options.HR,
		Bullet:         options.BulletListMarker[0],
		Fence:          options.Fence,
		Tables:         true,
		MaxOutputBytes: options.MaxOutputBytes,
	}.Compile()
	doc := new(dom.Document)
	if err := new(html.Parser).Parse(ctx, doc, source, html.Options{FirstTags: true, Scripting: true, Embedded: true, Islands: true, Classes: meaning.Classes}); err != nil {
		return task{}, err
	}
	var renderer markdown.Renderer
	var out []byte
	render := func() (err error) {
		out, err = renderer.Render(ctx, out[:0], doc, settings)
		return err
	}
	if err := render(); err != nil {
		return task{}, err
	}
	return task{render, func() int { return len(out) }}, sameAsConverter(ctx, source, out)
}

// sameAsConverter guards the settings above: what a converter compiles from the default options is its own.
func sameAsConverter(ctx context.Context, page, out []byte) error {
	converter, err := core.New(core.DefaultOptions())
	if err != nil {
		return err
	}
	want, err := converter.AppendText(ctx, nil, page)
	if err == nil && !bytes.Equal(out, want) {
		err = errors.New("the Markdown is not that of core.Converter: bring the settings in render_test.go up to its defaults")
	}
	return err
}

// renderHTMLToMarkdown renders one tree again and again. The first time collapses white space in the tree itself, which
// spares the later ones a little.
func renderHTMLToMarkdown(_ context.Context, page []byte) (task, error) {
	converter := htmlToMarkdown()
	root, err := xhtml.Parse(bytes.NewReader(page))
	if err != nil {
		return task{}, err
	}
	var out []byte
	return task{
		run: func() (err error) {
			out, err = converter.ConvertNode(root)
			return err
		},
		made: func() int { return len(out) },
	}, nil
}
