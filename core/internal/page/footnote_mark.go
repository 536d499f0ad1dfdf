package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// marks are what generators of HTML say of the parts of footnotes: an attribute of GitHub's, a role of DPUB-ARIA, and a word
// that is part of the class.
// https://www.w3.org/TR/dpub-aria/
type marks struct {
	attr  dom.AttrKey
	role  string
	class string
	epub  string // https://www.w3.org/TR/epub-ssv-11/
}

var (
	referenceMarks = marks{dom.AttrDataFootnoteRef, "doc-noteref", "footnote", "noteref"}
	backlinkMarks  = marks{dom.AttrDataFootnoteBackref, "doc-backlink", "backref", "backlink"}
	sectionMarks   = marks{dom.AttrDataFootnotes, "doc-endnotes", "footnote", "footnotes"}
)

func (p *Page) has(id dom.ID, m marks) bool {
	n := p.doc.Node(id)
	if n.Traits&dom.HasPurpose != 0 && (m.attr != 0 && p.doc.Has(id, m.attr) || p.doc.Value(id, dom.AttrRole) == m.role ||
		strings.Contains(p.doc.Value(id, dom.AttrEpubType), m.epub)) {
		return true
	}
	return n.Traits&dom.HasClass != 0 && strings.Contains(p.doc.Value(id, dom.AttrClass), m.class)
}

// mayRefer reports whether a link looks like a reference to a footnote: it is raised, says so, or leads to what has the name of a footnote and
// shows a number, or a label of another kind if it has a name itself, to be led back to.
func (p *Page) mayRefer(link dom.ID) bool {
	n := p.doc.Node(link)
	if n.Traits&dom.HasClass != 0 && strings.Contains(p.doc.Value(link, dom.AttrClass), "self-link") {
		return false // Gwern.net: it leads to the footnote that it is in.
	}
	return p.doc.Is(n.Parent, dom.TagSup) || p.doc.Is(n.First, dom.TagSup) || p.has(link, referenceMarks) ||
		namesNote(p.notePlace(link)) && (p.showsNumber(link) || p.doc.Node(link).Traits&dom.HasID != 0 && p.shownLabel(link) != "")
}

// notePrefixes are what the IDs of footnotes begin with, before what is no letter, by their first byte: of Markdown converters, of Word and
// Google Docs, LibreOffice, Project Gutenberg and texi2html.
var notePrefixes = [256][]string{
	'f': {"fn", "ftn", "ftnt", "footnote"}, 'F': {"Footnote", "FOOT"}, '_': {"_ftn", "_edn"}, 's': {"sdfootnote", "sdendnote"}, 'e': {"endnote", "easy-footnote"},
}

// namesNote reports whether an ID is one that generators give to footnotes.
func namesNote(id string) bool {
	if id == "" {
		return false
	}
	for _, prefix := range notePrefixes[id[0]] {
		if rest, ok := strings.CutPrefix(id, prefix); ok && rest != "" && !ascii.IsLetter(rest[0]) {
			return true
		}
	}
	return false
}

// showsNumber reports whether a link shows a number in brackets or alone.
func (p *Page) showsNumber(link dom.ID) bool {
	label := p.shownLabel(link)
	return label != "" && label[0] >= '0' && label[0] <= '9' && len(label) < 5
}

// StandsApart reports whether white space is before a reference that reStructuredText asks for, and no reader.
func (p *Page) StandsApart(link dom.ID) bool {
	return strings.HasPrefix(p.doc.Value(link, dom.AttrClass), "footnote-reference")
}

// FootnoteOf returns the index of the footnote that a link refers to, and whether there is one.
func (p *Page) FootnoteOf(link dom.ID) (int32, bool) {
	if len(p.footnotes.list) == 0 && !p.Undecided {
		return 0, false
	}
	target := p.notePlace(link)
	if target == "" || !p.mayRefer(link) {
		return 0, false
	}
	p.Doubt()
	i, ok := p.footnotes.byID[target]
	return i, ok && p.footnotes.list[i].Item != 0
}

// LeadsBack reports whether a link leads from a footnote to a reference.
func (p *Page) LeadsBack(link dom.ID) bool {
	target := p.notePlace(link)
	if target == "" {
		return false
	}
	_, ok := p.footnotes.anchors[target]
	return ok || p.has(link, backlinkMarks)
}

// RefersToFootnote reports whether the first element in <sup> is a reference to a footnote.
func (p *Page) RefersToFootnote(sup dom.ID) bool {
	if !p.options.Footnotes {
		return false
	}
	first := p.doc.Node(sup).First
	for first != 0 && p.doc.Node(first).Kind != dom.KindElement {
		first = p.doc.Node(first).Next
	}
	if !p.doc.Is(first, dom.TagA) {
		return false
	}
	_, ok := p.FootnoteOf(first)
	return ok
}

// BracketedReference returns the reference to a footnote that is all there is in an element, but for brackets around it as Asciidoctor has
// them, or 0.
func (p *Page) BracketedReference(sup dom.ID) dom.ID {
	first := p.doc.Node(sup).First
	if !p.IsText(first) || strings.TrimSpace(p.doc.Text(first)) != "[" {
		return 0
	}
	link := p.doc.Node(first).Next
	last := dom.ID(0)
	if link != 0 {
		last = p.doc.Node(link).Next
	}
	if !p.doc.Is(link, dom.TagA) || !p.IsText(last) || strings.TrimSpace(p.doc.Text(last)) != "]" || p.doc.Node(last).Next != 0 {
		return 0
	}
	if _, ok := p.FootnoteOf(link); !ok {
		return 0
	}
	return link
}

// HasFootnote reports whether a footnote of the document has that label.
func (p *Page) HasFootnote(label []byte) bool {
	p.Doubt()
	return p.footnotes.has(label)
}

// listsFootnotes reports whether a list is one of footnotes: it says so, or the section that it is in does.
func (p *Page) listsFootnotes(list dom.ID) bool {
	return p.IsList(list) && (p.holdsFootnotes(list) || p.holdsFootnotes(p.doc.Node(list).Parent))
}

// holdsFootnotes reports whether an element is marked as a footnote section. It is asked for each of its children, but finds out only once.
func (p *Page) holdsFootnotes(id dom.ID) bool {
	f := &p.footnotes
	if f.sections == nil {
		f.sections = map[dom.ID]bool{}
	}
	holds, ok := f.sections[id]
	if !ok {
		holds = p.has(id, sectionMarks)
		f.sections[id] = holds
	}
	return holds
}

// saysFootnotes reports whether a heading says no more than that footnotes follow.
func (p *Page) saysFootnotes(heading dom.ID) bool {
	return p.says(heading, "footnotes") || p.says(heading, "notes") || p.says(heading, "endnotes")
}

// IsFootnoteHeading reports whether an element is the heading or the rule that generators put before the footnotes of a document.
func (p *Page) IsFootnoteHeading(id dom.ID) bool {
	if len(p.footnotes.list) == 0 {
		return false
	}
	if p.doc.Is(id, dom.TagHr) {
		if !p.HasFootnoteBlocks() && !p.holdsFootnotes(id) && !p.holdsFootnotes(p.doc.Node(id).Parent) {
			return false
		}
	} else if p.doc.Value(id, dom.AttrID) != "footnote-label" && !strings.Contains(p.doc.Value(id, dom.AttrClass), "footnote") &&
		p.doc.Value(p.doc.Node(id).Parent, dom.AttrRole) != sectionMarks.role && !(p.holdsFootnotes(p.doc.Node(id).Parent) && p.saysFootnotes(id)) {
		return false
	}
	id = p.doc.FollowingSkipped(id, dom.Root)
	for range 16 { // The list is near.
		switch n := p.doc.Node(id); {
		case id == 0, n.Kind == dom.KindText && !p.doc.IsBlank(id):
			return false
		case p.FootnoteIn(id) != nil:
			return p.FootnoteIn(id).Referred
		case n.Tag == dom.TagLi:
			return false
		case n.Tag == dom.TagHr, Of(n.Tag).Role == Heading && !p.IsUnseen(id), n.Kind == dom.KindElement && p.isShownLabel(id):
			id = p.doc.FollowingSkipped(id, dom.Root)
		default:
			id = p.doc.Following(id, dom.Root)
		}
	}
	return false
}
