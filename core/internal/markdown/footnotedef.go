package markdown

import "tidemark/core/internal/dom"

// listsFootnotes tells of a list of footnotes: it says so, or the section that it is in does.
func (r *Renderer) listsFootnotes(list dom.ID) bool {
	return r.isList(list) && (r.holdsFootnotes(list) || r.holdsFootnotes(r.doc.Node(list).Parent))
}

// holdsFootnotes tells of an element that says so. It is asked for each of its children, but finds out only once.
func (r *Renderer) holdsFootnotes(id dom.ID) bool {
	f := &r.footnotes
	if f.sections == nil {
		f.sections = map[dom.ID]bool{}
	}
	holds, ok := f.sections[id]
	if !ok {
		holds = r.has(id, sectionMarks)
		f.sections[id] = holds
	}
	return holds
}

// enterFootnote enters a list item that is the definition of a footnote, and tells whether it is one. One that nothing before refers
// to stays an item, since no renderer would show it otherwise.
func (r *Renderer) enterFootnote(li dom.ID) bool {
	if len(r.footnotes.list) == 0 {
		return false
	}
	f := r.footnoteByID(r.doc.Value(li, dom.AttrID))
	if f == nil || f.item != li {
		return false
	}
	if !f.referred {
		f.item = 0
		return false
	}
	before := r.w.mark()
	r.w.open(footnoteBlock)
	r.w.text("[^")
	r.w.text(f.label)
	r.w.text("]: ")
	r.enterContainer(before, "    ")
	r.footnotes.open++
	r.itemStart = false
	r.enter(li, inside|endsFootnote)
	return true
}

// endFootnote ends the definition that was begun last.
func (r *Renderer) endFootnote() {
	r.flush()
	r.footnotes.open--
	r.leaveContainer()
}

// headsFootnotes tells of the heading and the rule that generators put before the footnotes of a document. A renderer will do
// so again.
func (r *Renderer) headsFootnotes(id dom.ID) bool {
	if len(r.footnotes.list) == 0 {
		return false
	}
	if r.doc.Is(id, dom.TagHr) {
		if !r.holdsFootnotes(id) && !r.holdsFootnotes(r.doc.Node(id).Parent) {
			return false
		}
	} else if r.doc.Value(id, dom.AttrID) != "footnote-label" {
		return false
	}
	id = r.doc.FollowingSkipped(id, dom.Root)
	for range 16 { // The list is near.
		switch n := r.doc.Node(id); {
		case id == 0, n.Kind == dom.KindText && !r.doc.IsBlank(id):
			return false
		case n.Tag == dom.TagLi:
			f := r.footnoteByID(r.doc.Value(id, dom.AttrID))
			return f != nil && f.item == id && f.referred
		case n.Tag == dom.TagHr, r.blockOf(id) == heading:
			id = r.doc.FollowingSkipped(id, dom.Root)
		default:
			id = r.doc.Following(id, dom.Root)
		}
	}
	return false
}
