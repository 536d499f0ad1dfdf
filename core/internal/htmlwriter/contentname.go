package htmlwriter

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// contentName is the name that an element of content is written with, and empty where only what is in it is written.
func (w *Writer) contentName(id dom.ID) string {
	n := w.doc.Node(id)
	switch e := page.Of(n.Tag); {
	case n.Namespace != dom.HTML, n.Tag == dom.TagSpan, n.Tag == dom.TagFont, e.Role == page.Custom, e.Role == page.Label, e.Role == page.Control:
		return ""
	case e.Role == page.Table, e.Role == page.Row, e.Role == page.Cell, isTablePart[n.Tag]:
		if last := len(w.layouts) - 1; last < 0 || !w.layouts[last] {
			return w.doc.Name(id)
		}
		if e.Role == page.Cell && w.page.HoldsLines(id) {
			return "p"
		}
		return ""
	case isBoxOfPage[n.Tag]:
		if w.page.HoldsLines(id) {
			return "p"
		}
		return ""
	}
	return w.name(id)
}

// isBoxOfPage are the blocks that only lay out a page. Those that hold lines are paragraphs.
var isBoxOfPage = [256]bool{
	dom.TagDiv: true, dom.TagSection: true, dom.TagArticle: true, dom.TagMain: true, dom.TagHeader: true, dom.TagFooter: true, dom.TagNav: true,
	dom.TagAside: true, dom.TagAddress: true, dom.TagCenter: true, dom.TagForm: true, dom.TagFieldset: true, dom.TagBody: true, dom.TagHtml: true,
	dom.TagSearch: true, dom.TagHgroup: true, dom.TagDialog: true, dom.TagMarquee: true, dom.TagLegend: true, dom.TagOption: true, dom.TagOptgroup: true,
}

var isTablePart = [256]bool{dom.TagTbody: true, dom.TagThead: true, dom.TagTfoot: true, dom.TagCaption: true}

// holdsLines reports whether text in lines is all that a block holds.
func (w *Writer) holdsLines(id dom.ID) bool {
	switch e := page.Of(w.doc.Node(id).Tag); e.Role {
	case page.List, page.Table, page.Row:
		return false
	}
	return w.page.HoldsLines(id)
}
