package markdown

import (
	"bytes"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

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

// endFootnote ends the definition that was begun last. Its blocks are in lines of their own where readers without footnotes, to which
// what is behind the label is a paragraph, would find something else in it: these see code then.
func (r *Renderer) endFootnote() {
	r.flush()
	c := &r.containers[len(r.containers)-1]
	if note := r.w.out[c.start:]; len(note) > 0 && (c.prefix > 0 && bytes.IndexByte(note, '\n') >= 0 || readsOtherwise(note)) {
		r.w.beginBelow(c.start)
	}
	r.footnotes.open--
	r.leaveContainer()
}

// readsOtherwise tells whether readers without footnotes find something else than text in the line behind the label of one.
func readsOtherwise(note []byte) bool {
	return definesLink(note) || bytes.HasPrefix(note, []byte("<table")) || new(escaper).interrupts(note)
}

// definesLink tells whether readers without footnotes could take the definition of one, by what is written behind its label, for
// that of a link to an absolute address: it is one word, with a title behind it or not.
// https://spec.commonmark.org/0.31.2/#link-reference-definitions
func definesLink(note []byte) bool {
	line, _, _ := bytes.Cut(note, []byte("\n"))
	word, title, _ := bytes.Cut(line, []byte(" "))
	switch {
	case bytes.HasPrefix(word, []byte("//")):
	case len(word) > 0 && (ascii.IsLetter(word[0]) || word[0] == '&' || word[0] == '\\') && bytes.ContainsAny(word, ":&"):
	default:
		return false
	}
	if title = bytes.TrimSpace(title); len(title) == 0 {
		return true
	}
	end := title[0]
	switch end {
	case '"', '\'':
	case '(':
		end = ')'
	default:
		return false
	}
	return note[len(note)-1] == end || bytes.Contains(note, []byte{end, '\n'})
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
