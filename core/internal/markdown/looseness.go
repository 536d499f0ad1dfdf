package markdown

import "tidemark/core/internal/dom"

// isLoose tells whether the items of a list are to have paragraphs: where the page has them, or where an item cannot be
// written without a blank line in it.
func (r *Renderer) isLoose(list dom.ID) bool {
	for c := r.doc.Node(list).First; c != 0 && !r.stopped(); {
		switch {
		case r.doc.Is(c, dom.TagLi):
			if r.isLooseItem(c) {
				return true
			}
		case r.standsAroundItems(c):
			c = r.doc.Node(c).First
			continue
		}
		c = r.doc.FollowingSkipped(c, list)
	}
	return false
}

// isLooseItem tells whether an item makes its list loose.
func (r *Renderer) isLooseItem(li dom.ID) bool {
	last := noBlock
	for c := r.doc.Node(li).First; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		kind := r.blockOf(c)
		if kind == noBlock {
			continue
		}
		if r.doc.Is(c, dom.TagP) && !r.isEmpty(c) {
			return true
		}
		if last != noBlock && r.isList(c) {
			if lead := r.leadOf(c); lead != 0 && !follows(last, r.blockOf(lead)) || lead == 0 && last == paragraph && !r.interrupts(c) {
				return true
			}
		}
		joined := kind == paragraph && last == paragraph && !r.isBox(c) && !r.isBox(r.doc.Node(c).Prev)
		if last != noBlock && !joined && !follows(last, kind) {
			return true
		}
		last = kind
	}
	return false
}

// blockOf tells what a child of an item becomes, and noBlock of what cannot be seen.
func (r *Renderer) blockOf(id dom.ID) block {
	n := r.doc.Node(id)
	if n.Kind == dom.KindText {
		if r.doc.IsBlank(id) {
			return noBlock
		}
		return paragraph
	}
	if r.unseen(id) {
		return noBlock
	}
	switch n.Tag {
	case dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6:
		return heading
	case dom.TagUl, dom.TagMenu, dom.TagDir:
		return bulletList
	case dom.TagOl:
		return orderedList
	case dom.TagPre:
		return fencedCode
	case dom.TagBlockquote:
		return quote
	case dom.TagHr:
		return rule
	case dom.TagTable:
		return tableBlock
	case dom.TagBr:
		return noBlock
	default:
		if r.isEmpty(id) && n.Tag != dom.TagImg && n.Tag != dom.TagInput {
			return noBlock
		}
		return paragraph
	}
}

// isBox tells of an element that does not stand in a line with what is around it.
func (r *Renderer) isBox(id dom.ID) bool {
	switch r.doc.Node(id).Tag {
	case dom.TagDiv, dom.TagP, dom.TagSection, dom.TagArticle, dom.TagHeader, dom.TagFooter, dom.TagFigure, dom.TagDl, dom.TagForm,
		dom.TagDetails, dom.TagNav, dom.TagAside, dom.TagMain, dom.TagCenter, dom.TagFieldset, dom.TagAddress:
		return true
	}
	return false
}
