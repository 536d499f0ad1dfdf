package markdown

import "tidemark/core/internal/dom"

// annotation renders <rt>, in parentheses where the page has none for it in <rp>. Annotations that follow each other share
// theirs.
func (r *Renderer) annotation(id dom.ID) leaving {
	if r.isEmpty(id) {
		return rendered
	}
	if !r.isAnnotation(r.previous(id)) {
		r.inline.AddWord("(")
	}
	if r.isAnnotation(r.next(id)) {
		return inside
	}
	return inside | endsAnnotation
}

// annotations renders <rtc>, which holds annotations or is one of another kind than those before.
func (r *Renderer) annotations(id dom.ID) leaving {
	for c := r.doc.Node(id).First; c != 0; c = r.doc.Node(c).Next {
		if r.doc.Is(c, dom.TagRt) {
			return inside
		}
	}
	if r.isEmpty(id) {
		return rendered
	}
	r.inline.AddWord("(")
	return inside | endsAnnotation
}

// annotationParenthesis renders <rp>, unless what it is for is empty.
func (r *Renderer) annotationParenthesis(id dom.ID) leaving {
	for _, rt := range [...]dom.ID{r.next(id), r.previous(id)} {
		if r.doc.Is(rt, dom.TagRt) {
			if r.isEmpty(rt) {
				return rendered
			}
			return inside
		}
	}
	return inside
}

// isAnnotation tells of what stands in the parentheses of an annotation, or is one of them.
func (r *Renderer) isAnnotation(id dom.ID) bool {
	return r.doc.Is(id, dom.TagRp) || r.doc.Is(id, dom.TagRt) && !r.isEmpty(id) && !r.unseen(id)
}

// previous gives the node before, past white space, or 0.
func (r *Renderer) previous(id dom.ID) dom.ID {
	id = r.doc.Node(id).Prev
	for id != 0 && r.doc.IsBlank(id) {
		id = r.doc.Node(id).Prev
	}
	return id
}

// next gives the node after, past white space, or 0.
func (r *Renderer) next(id dom.ID) dom.ID {
	id = r.doc.Node(id).Next
	for id != 0 && r.doc.IsBlank(id) {
		id = r.doc.Node(id).Next
	}
	return id
}
