package markdown

import (
	"bytes"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/page"
)

// enterFootnote enters a list item that is the definition of a footnote, and reports whether it is one.
func (r *Renderer) enterFootnote(li dom.ID) bool {
	if !r.beginFootnote(li) {
		return false
	}
	r.enter(li, descend|endsFootnote)
	return true
}

// beginFootnote begins a list item or block that is the definition of a footnote, and reports whether it is one. One that nothing before
// refers to stays what it is, since no renderer would show it otherwise.
func (r *Renderer) beginFootnote(li dom.ID) bool {
	if !r.page.HasFootnotes() {
		return false
	}
	f := r.page.FootnoteIn(li)
	if f == nil {
		return false
	}
	if !f.Referred && !r.asking { // What is asked for is rendered before what refers to it.
		f.Item = 0
		return false
	}
	r.beginDefinition(f)
	if f.Separated {
		r.w.moveLimit(roomForSeparator) // until endFootnote
	}
	return true
}

// beginDefinition begins the definition of a footnote.
func (r *Renderer) beginDefinition(f *page.Footnote) {
	before := r.w.mark()
	r.w.open(footnoteBlock)
	r.recordContainer(outline.Footnote, f.Item)
	if r.settings.Plain {
		r.w.text("[")
		r.w.text(f.Label)
		r.w.text("] ")
	} else {
		r.w.text("[^")
		r.w.text(f.Label)
		r.w.text("]: ")
	}
	r.enterContainer(before, "    ")
	r.openFootnotes++
	r.itemStart = false
}

// roomForSeparator is how far over the limit of the output the mark between the number of a note and its text may be: it goes.
const roomForSeparator = 16

// endFootnote ends the definition that was begun last.
func (r *Renderer) endFootnote(id dom.ID) {
	r.flush()
	if f := r.page.FootnoteIn(id); f != nil && f.Separated {
		r.w.cutSeparator(r.containers[len(r.containers)-1].start)
		r.w.moveLimit(-roomForSeparator)
		r.w.check()
	}
	r.endDefinition()
}

// endDefinition ends a definition. Its blocks are in lines of their own where readers without footnotes, to which what is after the label is a
// paragraph, would find something else in it: these see code then.
func (r *Renderer) endDefinition() {
	r.flush()
	c := &r.containers[len(r.containers)-1]
	if note := r.w.out[c.start:]; !r.settings.Plain && len(note) > 0 && (c.prefix > 0 && bytes.IndexByte(note, '\n') >= 0 || readsOtherwise(note)) {
		r.w.beginBelow(c.start)
	}
	r.openFootnotes--
	r.leaveContainer()
}

// readsOtherwise reports whether readers without footnotes find something else than text in the line after the label of one.
func readsOtherwise(note []byte) bool {
	return definesLink(note) || bytes.HasPrefix(note, []byte("<table")) || inline.Interrupts(note)
}

// definesLink reports whether readers without footnotes could take the definition of one, by what is written after its label, for
// that of a link to an absolute address: it is one word, with a title after it or not.
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
