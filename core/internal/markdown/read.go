package markdown

import (
	"tidemark/core/internal/article"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

// Reader reads a document when it has been written, before the page is let go of. What has been chosen of it is nil if that is all.
// The document begins at a place of what has been written.
type Reader interface {
	Read(on *watch.Watch, doc *dom.Document, p *page.Page, chosen *article.Choice, written []byte, begin int)
}

// read lets the reader read, if there is one and the document has been written.
func (r *Renderer) read() {
	if r.Reader != nil && r.err == nil && !r.w.full {
		r.Reader.Read(&r.watch, r.doc, &r.page, r.chosen, r.w.out, r.w.begin)
	}
}
