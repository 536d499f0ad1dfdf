package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/htmlwriter"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/page"
)

// htmlDocument writes the document as clean HTML, in the place of Markdown.
func (r *Renderer) htmlDocument(dst []byte) {
	if r.w.record != nil {
		r.html.Written = r.recordHTML
		defer func() { r.html.Written = nil }()
	}
	r.beginDocument(dst, false)
	left := r.w.content(r, dst)
	hidesMost := left.Text > max(len(r.w.out)-r.w.begin, leastHidden) || left.Notice && len(r.w.out) == r.w.begin
	if hidesMost && r.settings.Page.Hidden == page.HiddenAuto {
		r.beginDocument(dst, true)
		r.w.content(r, dst)
	}
}

// content writes all of the document as HTML, and returns what is left out.
func (w *writer) content(r *Renderer, dst []byte) htmlwriter.LeftOut {
	out, left, isWhole := r.html.AppendContent(dst, w.watch, r.doc, &r.page, dom.Root, w.limit)
	w.out, w.full = out, !isWhole
	w.check()
	return left
}

// recordHTML notes where an element stands in the HTML.
func (r *Renderer) recordHTML(id dom.ID, start, end int) {
	kind := outline.Code
	switch page.Of(r.doc.Node(id).Tag).Role {
	case page.Heading:
		kind = outline.Heading
	case page.Link:
		kind = outline.Link
	case page.Image:
		kind = outline.Image
	case page.Cell:
		kind = outline.Cell
	case page.Table:
		if !r.page.IsCodeTable(id) {
			kind = outline.Table
		}
	default:
		if r.doc.Is(id, dom.TagLi) {
			if r.page.FootnoteIn(id) == nil {
				return
			}
			kind = outline.Footnote
		}
	}
	r.w.record.Add(kind, id, start, end)
}
