package markdown

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// superscript renders <sup>. Renderers raise references to footnotes themselves, and what is in brackets, or is all of a link
// that stands apart, is set apart from the text as well as by raising it.
func (r *Renderer) superscript(id dom.ID) leaving {
	if r.refersToFootnote(id) || r.isBracketed(id) || r.isMark(id) {
		return inside
	}
	return r.withFormat(id, supFormat)
}

// isMark tells of an element that is all there is in a link to a place in the page behind white space, as those back from a
// footnote are.
func (r *Renderer) isMark(id dom.ID) bool {
	n := r.doc.Node(id)
	if n.Prev != 0 || n.Next != 0 || !r.doc.Is(n.Parent, dom.TagA) || r.fragment(n.Parent) == "" {
		return false
	}
	before := r.doc.Node(n.Parent).Prev
	if before == 0 || r.doc.Node(before).Kind != dom.KindText {
		return before == 0
	}
	text := r.doc.Text(before)
	return text != "" && ascii.IsSpace(text[len(text)-1])
}

// isBracketed tells of an element with a link whose text begins and ends with brackets.
func (r *Renderer) isBracketed(id dom.ID) bool {
	linked, first, last := false, "", ""
	c := r.doc.Following(id, id)
	for range lookAhead {
		if c == 0 {
			return linked && strings.HasPrefix(first, "[") && strings.HasSuffix(last, "]")
		}
		n := r.doc.Node(c)
		linked = linked || n.Tag == dom.TagA
		if n.Kind == dom.KindText {
			if text := strings.TrimSpace(r.doc.Text(c)); text != "" {
				if last = text; first == "" {
					first = text
				}
			}
		}
		c = r.doc.Following(c, id)
	}
	return false
}
