package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// isLoose reports whether the items of a list are to have paragraphs: where the page has them, or where an item cannot be
// written without a blank line in it.
func (r *Renderer) isLoose(list dom.ID) bool {
	for c := r.doc.Node(list).First; c != 0 && !r.stopped(); {
		switch {
		case r.doc.Is(c, dom.TagLi):
			if r.isLooseItem(list, c) {
				return true
			}
		case r.page.StandsAroundItems(c):
			c = r.doc.Node(c).First
			continue
		}
		c = r.doc.FollowingSkipped(c, list)
	}
	return false
}

// isLooseItem reports whether an item makes its list loose.
func (r *Renderer) isLooseItem(list, li dom.ID) bool {
	last, apart := noBlock, false // the block before, and whether a block to the eye has begun or ended since
	breaks := 0                   // so many line breaks have come since
	for c := r.doc.Node(li).First; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		if r.page.IsUnseen(c) {
			continue
		}
		if r.doc.Is(c, dom.TagBr) {
			breaks++
			continue
		}
		isBlock := page.Of(r.doc.Node(c).Tag).Display == page.Block
		apart = apart || isBlock
		if kind := r.blockOf(c); kind != noBlock {
			if r.doc.Is(c, dom.TagP) && !r.page.IsEmpty(c) && r.doc.Value(c, dom.AttrRole) != "presentation" && !r.page.IsCompact(list) { // Google Docs
				return true
			}
			if last != noBlock && r.page.IsList(c) {
				if lead := r.page.LeadOf(c); lead != 0 && !mayFollowTight(last, r.blockOf(lead)) || lead == 0 && last == paragraph && !r.interrupts(c) {
					return true
				}
			}
			joined := kind == paragraph && last == paragraph && !apart || kind == last && r.isPartOfList(c)
			if last != noBlock && (!joined || breaks > 1) && !mayFollowTight(last, kind) {
				return true
			}
			last, apart, breaks = kind, isBlock, 0
		}
	}
	return false
}

// isPartOfList reports whether an element is a list that goes on with the one before it.
func (r *Renderer) isPartOfList(id dom.ID) bool {
	if !r.page.IsList(id) {
		return false
	}
	_, isPart := r.page.PartOfList(id)
	return isPart
}

// blocksOf are the blocks that elements become, by their role. Others become paragraphs, if they show anything.
var blocksOf = [page.Roles]block{
	page.Heading: heading, page.List: bulletList, page.Preformatted: fencedCode, page.Quote: quote, page.ThematicBreak: horizontalRule,
	page.Table: tableBlock,
}

// blockOf returns what a child of an item becomes that is not unseen, and noBlock for what shows nothing all the same.
func (r *Renderer) blockOf(id dom.ID) block {
	if r.doc.Node(id).Kind == dom.KindText {
		if r.doc.IsBlank(id) {
			return noBlock
		}
		return paragraph
	}
	role := page.Of(r.doc.Node(id).Tag).Role
	if n := r.doc.Node(id); n.Traits&dom.Ruled != 0 {
		return r.ruledBlock(id)
	}
	if r.doc.Node(id).Traits&dom.Kept != 0 {
		if r.isKeptBlock(id) {
			return htmlBlock
		}
		return paragraph
	}
	switch role {
	case page.List:
		if r.page.IsOrdered(id) {
			return orderedList
		}
	case page.Image, page.Input:
		return paragraph
	case page.Media:
		if _, _, isLink := r.page.MediaLink(id); isLink {
			return paragraph
		}
	}
	switch kind := blocksOf[role]; {
	case kind != noBlock:
		return kind
	case r.page.IsAroundList(id):
		return bulletList
	case r.page.IsEmpty(id), page.Of(r.doc.Node(id).Tag).Is(page.Raw) && !r.page.IsFrameDocument(id):
		return noBlock
	default:
		return paragraph
	}
}
