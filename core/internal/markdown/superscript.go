package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
)

// superscript renders <sup>. Renderers raise references to footnotes themselves, and brackets set other references apart from
// the text as well as raising them does.
func (r *Renderer) superscript(id dom.ID) {
	if r.refersToFootnote(id) || r.isBracketed(id) {
		r.children(id)
		return
	}
	r.withFormat(id, supFormat)
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
