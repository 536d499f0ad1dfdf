package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// isList tells of the elements that are lists.
func (r *Renderer) isList(id dom.ID) bool {
	return page.Of(r.doc.Node(id).Tag).Role == page.List
}

// holdsItems tells of an element with items that are not in a list within it.
func (r *Renderer) holdsItems(id dom.ID) bool {
	c := r.doc.Following(id, id)
	for range lookAhead {
		switch {
		case c == 0:
			return false
		case r.doc.Is(c, dom.TagLi):
			return true
		case r.isList(c), r.doc.Is(c, dom.TagTable), r.unseen(c):
			c = r.doc.FollowingSkipped(c, id)
		default:
			c = r.doc.Following(c, id)
		}
	}
	return false
}

// standsAroundItems tells of an element in a list that is no item, but holds some.
func (r *Renderer) standsAroundItems(id dom.ID) bool {
	return r.doc.Node(id).Kind == dom.KindElement && !r.doc.Is(id, dom.TagLi) && !r.isList(id) && r.holdsItems(id)
}

// leadOf gives what heads the items of a list without being one, 0 where there is no such thing.
func (r *Renderer) leadOf(list dom.ID) dom.ID {
	for c := r.doc.Node(list).First; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		switch {
		case r.doc.IsBlank(c), r.unseen(c):
		case r.doc.Is(c, dom.TagLi), r.isList(c), r.standsAroundItems(c), !r.holdsItems(list):
			return 0
		default:
			return c
		}
	}
	return 0
}

// interrupts tells whether a list may come right behind a paragraph.
// https://spec.commonmark.org/0.31.2/#list-items
func (r *Renderer) interrupts(list dom.ID) bool {
	if r.doc.Is(list, dom.TagOl) && r.startOf(list) != 1 {
		return false
	}
	return r.beginsLine(r.firstItem(list))
}

// firstItem gives what becomes the first item of a list, 0 where nothing does.
func (r *Renderer) firstItem(list dom.ID) dom.ID {
	for c := r.doc.Node(list).First; c != 0 && !r.stopped(); {
		switch {
		case r.doc.IsBlank(c), r.unseen(c):
			c = r.doc.Node(c).Next
		case r.standsAroundItems(c):
			c = r.doc.Node(c).First
		default:
			return c
		}
	}
	return 0
}

// lookAhead is how many nodes are looked at for what an item begins with, so that nested lists cost no more for their depth.
const lookAhead = 64

// beginsLine tells whether something stands for sure behind the marker of an item: a lone marker cannot interrupt a
// paragraph, and might be taken for the underline of a heading.
func (r *Renderer) beginsLine(item dom.ID) bool {
	id := item
	for range lookAhead {
		if id == 0 {
			return false
		}
		n := r.doc.Node(id)
		switch {
		case r.settings.DropMath && r.formulaOf(id).source != noFormula:
			id = r.doc.FollowingSkipped(id, item)
		case n.Kind == dom.KindText && r.showsText(r.doc.Text(id)), n.Tag == dom.TagImg && r.imageMode(id) == Keep, n.Tag == dom.TagHr:
			return true
		case page.Of(n.Tag).Is(page.Raw), n.Tag == dom.TagSelect, r.unseen(id):
			id = r.doc.FollowingSkipped(id, item)
		default:
			id = r.doc.Following(id, item)
		}
	}
	return false
}
