package markdown

import (
	"bytes"
	"strings"

	"tidemark/core/internal/dom"
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
	if target == "" || !r.mayRefer(link) || r.formatted[linkFormat] > 0 {
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
		r.run.addFootnote(i)
		return true
	}
	if r.footnotes.open > 0 && r.leadsBack(link) {
		r.run.cutTrailingSpaces(-1)
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

// writeFootnoteReference writes the reference that token i is. What follows it is literal text where it could make a link or
// a definition of it.
func (r *Renderer) writeFootnoteReference(i int, l lines) {
	atStart := l == paragraphLines && len(r.w.out) == r.run.escape.lineStart
	r.w.text("[^")
	r.w.text(r.footnotes.list[r.run.tokens[i].ref].label)
	r.w.text("]")
	if next := r.nextByte(i, l); !r.settings.EscapeNone && (next == '(' || next == ':' && atStart) {
		r.w.text(`\`)
	}
}

// readsAsFootnote tells of text that begins with [ and would be a reference to a footnote of the document.
func (r *Renderer) readsAsFootnote(text []byte) bool {
	if len(text) < 4 || text[1] != '^' {
		return false
	}
	end := bytes.IndexByte(text[:min(len(text), 2*longestLabel)], ']')
	return end > 0 && r.isFootnoteLabel(text[2:end])
}

// isFootnoteLabel tells whether a footnote of the document has that label.
func (r *Renderer) isFootnoteLabel(label []byte) bool {
	label = bytes.Trim(label, " ")
	if !r.settings.Footnotes || len(label) == 0 || len(label) > longestLabel {
		return false
	}
	r.doubt()
	return r.footnotes.has(label)
}
