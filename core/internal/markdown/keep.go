package markdown

import (
	"math"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// keep writes an element as HTML: as a block, or in the line that it stands in.
func (r *Renderer) keep(id dom.ID) {
	isBlock := r.isKeptBlock(id)
	switch {
	case isBlock && r.phrasing == blocks && beginsHTMLBlock(r.doc.Node(id).Tag):
		r.boundary()
		r.recordBlock(id)
		r.w.open(htmlBlock)
		r.w.kept(&r.html, r.doc, &r.page, id)
	case isBlock:
		r.boundary()
		r.keepInRun(id)
		r.boundary()
	default:
		r.keepInRun(id)
	}
}

// isKeptBlock reports whether an element that is kept as HTML is a block.
func (r *Renderer) isKeptBlock(id dom.ID) bool {
	return page.Of(r.doc.Node(id).Tag).Display == page.Block
}

// beginsHTMLBlock reports whether a block of HTML begins with the start tag of a block, whatever follows it.
// https://spec.commonmark.org/0.31.2/#html-blocks
func beginsHTMLBlock(tag dom.Tag) bool {
	switch tag {
	case dom.TagVideo, dom.TagAudio, dom.TagEmbed, dom.TagObject, dom.TagHgroup, dom.TagMarquee, dom.TagSearch:
		return false
	}
	return true
}

// keepInRun adds an element as HTML to the line. Within a <span> no block of HTML can begin with it, in which what follows it in the line
// would be HTML, too.
func (r *Renderer) keepInRun(id dom.ID) {
	const before, after = "<span>", "</span>"
	limit := math.MaxInt
	if r.w.limit != math.MaxInt {
		limit = max(0, r.w.limit-len(r.w.out))
	}
	var isWhole bool
	r.scratch, isWhole = r.html.AppendKept(append(r.scratch[:0], before...), &r.watch, r.doc, &r.page, id, limit, true)
	r.w.full = r.w.full || !isWhole
	if html := r.scratch[len(before):]; len(html) > 0 {
		if html[0] == '<' && !r.mayBeginHTMLBlock(id) {
			r.inline.AddRaw(html)
			return
		}
		r.inline.AddRaw(append(r.scratch, after...))
	}
}

// mayBeginHTMLBlock reports whether a block of HTML may begin with an element that is kept in a line.
func (r *Renderer) mayBeginHTMLBlock(id dom.ID) bool {
	switch r.doc.Name(id) {
	case "textarea", "basefont", "menuitem": // These are no blocks to anyone else.
		return true
	}
	return page.Of(r.doc.Node(id).Tag).Is(page.Void) || r.isKeptBlock(id) && r.phrasing != blocks
}
