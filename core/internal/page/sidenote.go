package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// noteSidenote takes note of what stands beside a reference to a footnote and says the same as that, in the margin: Zola and others write notes
// twice.
func (p *Page) noteSidenote(reference dom.ID, i int32) {
	for range 2 {
		if next := p.nextSidenote(reference); next != 0 {
			p.footnotes.shown[next] = i
			p.doc.Node(next).Traits |= dom.HasAriaHidden // It is asked whether it is hidden.
			return
		}
		if reference = p.doc.Node(reference).Parent; !p.doc.Is(reference, dom.TagSup) {
			return
		}
	}
}

// nextSidenote returns the note in the margin that comes next after a node, past white space and the box that shows and hides it, or 0.
func (p *Page) nextSidenote(id dom.ID) dom.ID {
	next := p.doc.Node(id).Next
	for next != 0 && (p.doc.IsBlank(next) || p.doc.Is(next, dom.TagInput)) {
		next = p.doc.Node(next).Next
	}
	if next != 0 && p.doc.Is(next, dom.TagSpan) && hasWord(p.doc.Value(next, dom.AttrClass), "sidenote") {
		return next
	}
	return 0
}

// noteMarginReference takes note of <label>, if it refers to a footnote.
func (p *Page) noteMarginReference(label dom.ID) {
	if target := p.marginReference(label); target != "" {
		p.refer(label, target)
	}
}

// FootnoteOfLabel returns the index of the footnote that <label> refers to, and whether there is one.
func (p *Page) FootnoteOfLabel(label dom.ID) (int32, bool) {
	if len(p.footnotes.list) == 0 && !p.Undecided {
		return 0, false
	}
	target := p.marginReference(label)
	if target == "" {
		return 0, false
	}
	p.Doubt()
	i, ok := p.footnotes.byID[target]
	return i, ok && p.footnotes.list[i].Item != 0
}

// marginReference returns the ID of the footnote that <label> refers to, which stands before the note in the margin: ox-tufte of Org. Nothing is
// returned for others.
func (p *Page) marginReference(label dom.ID) string {
	if p.doc.Node(label).Traits&dom.HasClass == 0 || !strings.HasPrefix(p.doc.Value(label, dom.AttrClass), "footref") {
		return ""
	}
	return p.doc.Value(label, dom.AttrFor)
}

// IsMarginToggle reports whether <label> only shows and hides a note in the margin where there is no room for that: of Tufte CSS.
func (p *Page) IsMarginToggle(label dom.ID) bool {
	return p.doc.Node(label).Traits&dom.HasClass != 0 && strings.HasPrefix(p.doc.Value(label, dom.AttrClass), "margin-toggle")
}

// NumberedSidenote takes the note behind such a label for a footnote, if the page itself writes its number, and reports whether it is one.
func (p *Page) NumberedSidenote(toggle dom.ID) (i int32, ok bool) {
	if !p.options.Footnotes || !p.showsNumber(toggle) || !p.isInWhole(toggle) {
		return 0, false
	}
	note := p.nextSidenote(toggle)
	if note == 0 {
		return 0, false
	}
	p.Doubt()
	p.doc.Node(note).Traits |= dom.Excluded
	return p.addNote(toggle, note, p.shownLabel(toggle)), true
}
