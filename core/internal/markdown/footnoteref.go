package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// marks are what generators of HTML say of the parts of footnotes: an attribute of GitHub's, a role of DPUB-ARIA, and a word
// that is part of the class.
// https://www.w3.org/TR/dpub-aria/
type marks struct {
	attr  dom.AttrKey
	role  string
	class string
}

var (
	referenceMarks = marks{dom.AttrDataFootnoteRef, "doc-noteref", "footnote"}
	backlinkMarks  = marks{dom.AttrDataFootnoteBackref, "doc-backlink", "backref"}
	sectionMarks   = marks{dom.AttrDataFootnotes, "doc-endnotes", "footnote"}
)

func (r *Renderer) has(id dom.ID, m marks) bool {
	return r.doc.Has(id, m.attr) || r.doc.Value(id, dom.AttrRole) == m.role || strings.Contains(r.doc.Value(id, dom.AttrClass), m.class)
}

// mayRefer tells of a link that looks like a reference to a footnote: it is raised, or says so.
func (r *Renderer) mayRefer(link dom.ID) bool {
	n := r.doc.Node(link)
	return r.doc.Is(n.Parent, dom.TagSup) || r.doc.Is(n.First, dom.TagSup) || r.has(link, referenceMarks)
}

// footnoteOf gives the index of the footnote that a link refers to, and whether there is one.
func (r *Renderer) footnoteOf(link dom.ID) (int32, bool) {
	if len(r.footnotes.list) == 0 && !r.undecided {
		return 0, false
	}
	target := r.fragment(link)
	if target == "" || !r.mayRefer(link) || r.inline.IsOpen(inline.LinkFormat) {
		return 0, false
	}
	r.doubt()
	i, ok := r.footnotes.byID[target]
	return i, ok && r.footnotes.list[i].item != 0
}

// footnoteLink renders a link that refers to a footnote, and leaves out one that leads back from a footnote. It tells whether
// the link is either.
func (r *Renderer) footnoteLink(link dom.ID) bool {
	if i, ok := r.footnoteOf(link); ok {
		r.footnotes.list[i].referred = true
		r.inline.AddFootnote(i)
		return true
	}
	if r.footnotes.open > 0 && r.leadsBack(link) {
		r.inline.DropTrailingSpaces()
		return true
	}
	return false
}

// leadsBack tells of a link from a footnote to a reference.
func (r *Renderer) leadsBack(link dom.ID) bool {
	target := r.fragment(link)
	if target == "" {
		return false
	}
	_, ok := r.footnotes.anchors[target]
	return ok || r.has(link, backlinkMarks)
}

// refersToFootnote tells whether the first element in <sup> is a reference to a footnote.
func (r *Renderer) refersToFootnote(sup dom.ID) bool {
	if !r.settings.Footnotes {
		return false
	}
	first := r.doc.Node(sup).First
	for first != 0 && r.doc.Node(first).Kind != dom.KindElement {
		first = r.doc.Node(first).Next
	}
	if !r.doc.Is(first, dom.TagA) {
		return false
	}
	_, ok := r.footnoteOf(first)
	return ok
}

// FootnoteLabel is the label of a footnote by its index.
func (r *Renderer) FootnoteLabel(ref int32) string { return r.footnotes.list[ref].label }

// HasFootnote reports whether a footnote of the document has that label.
func (r *Renderer) HasFootnote(label []byte) bool {
	r.doubt()
	return r.footnotes.has(label)
}
