package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// IsBackMark reports whether an element is all there is in a link to a place in the page after white space, as those back from a
// footnote are.
func (p *Page) IsBackMark(id dom.ID) bool {
	n := p.doc.Node(id)
	if n.Prev != 0 || n.Next != 0 || !p.doc.Is(n.Parent, dom.TagA) || p.Fragment(n.Parent) == "" {
		return false
	}
	before := p.doc.Node(n.Parent).Prev
	if before == 0 || p.doc.Node(before).Kind != dom.KindText {
		return before == 0
	}
	text := p.doc.Text(before)
	return text != "" && ascii.IsSpace(text[len(text)-1])
}

// IsBracketed reports whether an element has a link in it, and text that begins and ends with brackets.
func (p *Page) IsBracketed(id dom.ID) bool {
	linked, first, last := false, "", ""
	c := p.doc.Following(id, id)
	for range lookAhead {
		if c == 0 {
			return linked && strings.HasPrefix(first, "[") && strings.HasSuffix(last, "]")
		}
		n := p.doc.Node(c)
		linked = linked || n.Tag == dom.TagA
		if n.Kind == dom.KindText {
			if text := strings.TrimSpace(p.doc.Text(c)); text != "" {
				if last = text; first == "" {
					first = text
				}
			}
		}
		c = p.doc.Following(c, id)
	}
	return false
}
