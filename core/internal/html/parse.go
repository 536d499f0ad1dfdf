package html

import (
	"context"
	"errors"

	"tidemark/core/internal/dom"
)

// ErrTooLong says that the source is longer than MaxSource.
var ErrTooLong = errors.New("the source is too long")

// MaxSource is the length of the longest source, in bytes: places are 32-bit numbers, and decoded text can take four times as
// much.
const MaxSource = 1<<30 - 1

// Options are what a caller decides.
type Options struct {
	// Comments says that comments and the doctype become nodes of the tree.
	Comments bool

	// FirstTags says that the html element and the body have the attributes of their first tags only, not of others that follow.
	FirstTags bool

	// Scripting says that what is in <noscript> is text, as for a browser that runs scripts. None run here.
	Scripting bool

	// Embedded says that what such text is, and what is in srcdoc, becomes the content of its element, but in the head.
	Embedded bool

	// Islands says that the elements of two vocabularies of XML are as in XML, which documents of HTML have within: see islandTags.
	Islands bool

	// Extents says that it is noted where elements end in the source: see [dom.Document.Extent]. The document is not compacted then.
	Extents bool

	// InBody says that the source is what would be in the body of a document without a doctype: what is around it is implied.
	InBody bool

	// Classes are the words of class attributes that say something: an element that has none of them is not given dom.HasKnownClass. Without
	// it all that have a class are.
	Classes *dom.WordFilter
}

// Parse parses src, which is valid UTF-8, into doc, which is reset first. When ctx ends, parsing stops with its error.
func (p *Parser) Parse(ctx context.Context, doc *dom.Document, src []byte, o Options) (err error) {
	p.watch.Begin(ctx)
	defer p.watch.End(&err)
	p.start(doc, src, o)
	return p.finish()
}

// Element names the context of a fragment.
type Element struct {
	Namespace dom.Namespace
	// Name is in lower case.
	Name string
	// Encoding is the value of the attribute with that name, which says whether a MathML annotation-xml element holds HTML.
	Encoding string
}

// ParseFragment is Parse for what would be the content of an element. The document then has one element, html, whose
// children are those of the fragment.
// https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments
func (p *Parser) ParseFragment(ctx context.Context, doc *dom.Document, src []byte, context Element, o Options) (err error) {
	p.watch.Begin(ctx)
	defer p.watch.End(&err)
	p.start(doc, src, o)
	p.startFragment(context)
	return p.finish()
}

// Start begins a document whose source comes in pieces, by Write and then Close.
func (p *Parser) Start(doc *dom.Document, o Options) { p.start(doc, nil, o) }

// Write parses as much as is certain of a document, with the next piece of its source. Pieces may end anywhere.
func (p *Parser) Write(ctx context.Context, piece []byte) (err error) {
	p.watch.Begin(ctx)
	defer p.watch.End(&err)
	p.doc.Watch(&p.watch)
	p.doc.AppendSource(piece)
	p.src = p.doc.Source()
	if len(p.src) < p.retry {
		return nil
	}
	return p.run()
}

// Close parses the rest of a document that came in pieces.
func (p *Parser) Close(ctx context.Context) (err error) {
	p.watch.Begin(ctx)
	defer p.watch.End(&err)
	p.doc.Watch(&p.watch)
	return p.finish()
}

func (p *Parser) finish() error {
	defer p.end()
	p.last = true
	return p.run()
}

// checkEvery is the number of steps, of up to maxFlow tokens, between two looks at the context, and there is one after so many bytes
// of long tokens: mostly a tenth of a millisecond of work, a few times as much where each token takes new memory.
const checkEvery = 16

// run builds the tree from the tokens that there are.
func (p *Parser) run() error {
	if len(p.src) > MaxSource {
		return ErrTooLong
	}
	if p.extents != nil {
		return p.runExtents()
	}
	for {
		p.watch.Look()
		far := p.pos + longestText
		for i := 0; i < checkEvery && p.pos < far; i++ {
			if !p.flows() || !p.flow() {
				p.foreign = p.adjustedCurrent().ns != dom.HTML
				if !p.next() {
					return nil
				}
				if p.token.kind != nothing {
					p.construct()
				}
			}
			if p.stopped {
				p.watch.Look()
				return nil
			}
		}
	}
}
