package markdown

import "tidemark/core/internal/dom"

// math renders an element of MathML as the text in it, without the annotations, which say the same again.
func (r *Renderer) math(id dom.ID) {
	switch r.doc.Node(id).Data {
	case "annotation", "annotation-xml":
		return
	}
	r.children(id)
}
