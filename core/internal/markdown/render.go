package markdown

import (
	"context"
	"errors"
	"net/url"
	"unicode/utf8"

	"tidemark/core/internal/dom"
)

// ErrTooLong says that the Markdown would be longer than Settings.MaxOutputBytes.
var ErrTooLong = errors.New("the Markdown is too long")

// Renderer renders documents one after another, and keeps its memory from one to the next. The zero Renderer is ready.
type Renderer struct {
	ctx      context.Context
	doc      *dom.Document
	settings *Settings
	base     *url.URL // of relative addresses, nil where there is none

	w          writer
	run        run
	formats    []format // the formatting elements that are open, outermost first
	formatted  [formatKinds]int
	phrasing   phrasing
	itemStart  bool // the next run is the first of a list item
	links      []link
	references references
	grid       grid
	scratch    []byte

	steps int
	err   error
}

// Render appends the Markdown of doc to dst. With an error, what is appended is not a document.
func (r *Renderer) Render(ctx context.Context, dst []byte, doc *dom.Document, s *Settings) ([]byte, error) {
	r.ctx, r.doc, r.settings = ctx, doc, s
	r.steps, r.err = 0, nil
	r.w.reset(dst, s.MaxOutputBytes)
	r.formats, r.formatted = r.formats[:0], [formatKinds]int{}
	r.phrasing, r.itemStart = blocks, false
	r.references.next = 1
	r.base = r.baseURL()
	r.newRun()

	r.children(dom.Root)
	r.flush()
	r.writeDefinitions()

	out, err := r.w.out, r.err
	if err == nil && r.w.full {
		err = ErrTooLong
	}
	r.release()
	return out, err
}

// release drops what belongs to the caller and the strings of the document, so that a renderer that lies idle holds neither.
func (r *Renderer) release() {
	r.ctx, r.doc, r.settings, r.base, r.w.out = nil, nil, nil, nil, nil
	clear(r.links)
	r.links = r.links[:0]
	r.references.release()
}

// checkEvery is the number of steps between two looks at the context.
const checkEvery = 1024

// stopped tells whether rendering has come to its end early; it is asked once per node, and once per piece of long text.
func (r *Renderer) stopped() bool {
	if r.steps++; r.steps%checkEvery == 0 && r.err == nil {
		r.err = r.ctx.Err()
	}
	return r.err != nil || r.w.full
}

// text collects the text of a node, with a look at the context in between.
func (r *Renderer) text(s string) {
	const piece = 64 << 10
	for len(s) > piece && r.err == nil {
		n := piece
		for !utf8.RuneStart(s[n]) {
			n++
		}
		r.run.addText(s[:n])
		s = s[n:]
		r.err = r.ctx.Err()
	}
	r.run.addText(s)
}
