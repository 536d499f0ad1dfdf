package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// endFormats closes the formatting of an element: that which its style stands for is in that which it stands for itself.
func (r *Renderer) endFormats(how step) {
	for styles := how & endsStyles; styles != 0; styles -= endsStyle {
		r.inline.PopStyle()
	}
	if how&endsFormat != 0 {
		r.inline.Pop()
	}
}

// withFormat renders the children of id with formatting. Blocks in it take it over. <em> and <strong> are more emphasis within their
// like.
func (r *Renderer) withFormat(id dom.ID, kind inline.FormatKind) step {
	n := r.doc.Node(id)
	if n.Tag == dom.TagI && n.First == 0 && n.Traits&dom.HasClass != 0 { // an icon of a font
		r.inline.AddSilentBreak()
		return done
	}
	r.inline.Push(kind, n.Tag == dom.TagEm || n.Tag == dom.TagStrong, len(r.w.out))
	return descend | endsFormat
}
