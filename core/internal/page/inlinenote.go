package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// A noteForm is how a generator writes a note where it is referred to: what is beside the mark holds it.
type noteForm struct {
	mark string // the class of the <sup>
	note string // that of the element after it
}

var noteForms = [...]noteForm{
	{"ltx_note_mark", "ltx_note_outer"},                              // LaTeXML, lib/LaTeXML/resources/XSLT/LaTeXML-misc-xhtml.xsl
	{"modern-footnotes-footnote", "modern-footnotes-footnote__note"}, // Modern Footnotes for WordPress
}

// noteBesideMark returns what holds the note that <sup> marks, or 0.
func (p *Page) noteBesideMark(sup dom.ID) dom.ID {
	if p.doc.Node(sup).Traits&dom.HasClass == 0 {
		return 0
	}
	class := p.doc.Value(sup, dom.AttrClass)
	for _, form := range noteForms {
		if !strings.HasPrefix(class, form.mark) {
			continue
		}
		note := p.doc.Node(sup).Next
		for note != 0 && p.doc.IsBlank(note) {
			note = p.doc.Node(note).Next
		}
		if note != 0 && p.IsElement(note) && strings.HasPrefix(p.doc.Value(note, dom.AttrClass), form.note) {
			return note
		}
	}
	return 0
}

// InlineNote takes <sup> for the mark of the note beside it, if it is one, and returns that as a footnote. The note is not shown where it
// stands. In what is not whole to streams a note stays where it is.
func (p *Page) InlineNote(sup dom.ID) (i int32, ok bool) {
	if !p.options.Footnotes {
		return 0, false
	}
	note := p.noteBesideMark(sup)
	if note == 0 || !p.isInWhole(sup) {
		return 0, false
	}
	p.Doubt()
	p.doc.Node(note).Traits |= dom.Excluded
	if strings.Contains(p.doc.Value(p.doc.Node(sup).Parent, dom.AttrClass), "ltx_role_footnotemark") {
		return 0, false // of a note that stands elsewhere
	}
	content := note
	if c := p.firstElement(note); c != 0 && strings.HasPrefix(p.doc.Value(c, dom.AttrClass), "ltx_note_content") {
		content = c
	}
	return p.addNote(sup, content, p.shownLabel(sup)), true
}

// NoteElement takes an element for the footnote that it is by its name, where it is referred to: <d-footnote> of Distill. It reports whether it can be
// one there.
func (p *Page) NoteElement(id dom.ID) (i int32, ok bool) {
	if !p.options.Footnotes || !p.isInWhole(id) {
		return 0, false
	}
	p.Doubt()
	return p.addNote(id, id, ""), true
}

// addNote adds a footnote whose mark shows a label. Who meets the mark again has the same.
func (p *Page) addNote(mark, content dom.ID, label string) (i int32) {
	f := &p.footnotes
	if i, isKnown := f.byMark[mark]; isKnown {
		return i
	}
	p.hideNumber(content)
	if f.labels == nil {
		f.labels = map[string]struct{}{}
	}
	if f.byMark == nil {
		f.byMark = map[dom.ID]int32{}
	}
	f.list = append(f.list, Footnote{Item: content, Label: p.Keep(label), Referred: true})
	i = int32(len(f.list) - 1)
	f.byMark[mark] = i
	p.takeLabel(&f.list[i])
	return i
}

// numberClasses are the classes of what shows the number of a note before its text: of LaTeXML, and of Tufte CSS.
var numberClasses = [...]string{"ltx_note_mark", "ltx_note_type", "ltx_tag", "sidenote-number"}

// hideNumber hides what shows the number of a note before its text.
func (p *Page) hideNumber(content dom.ID) {
	for c := p.doc.Node(content).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		if p.doc.IsBlank(c) {
			continue
		}
		if !p.IsElement(c) || !p.isNumberOfNote(c) {
			return
		}
		p.doc.Node(c).Traits |= dom.Excluded
	}
}

func (p *Page) isNumberOfNote(id dom.ID) bool {
	if p.doc.Is(id, dom.TagSup) && p.showsNumber(id) {
		return true // Sphinx Book Theme
	}
	class := p.doc.Value(id, dom.AttrClass)
	for _, prefix := range numberClasses {
		if strings.HasPrefix(class, prefix) {
			return true
		}
	}
	return false
}

// isInWhole reports whether an element is in a block that is only rendered once it is whole.
func (p *Page) isInWhole(id dom.ID) bool {
	for range lookAhead {
		if id = p.doc.Node(id).Parent; id == 0 {
			return false
		}
		if e := Of(p.doc.Node(id).Tag); e.Display == Block && !e.Is(Transparent) && p.doc.Node(id).Tag != dom.TagBody {
			return true
		}
	}
	return false
}
