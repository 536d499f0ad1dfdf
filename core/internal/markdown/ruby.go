package markdown

import "tidemark/core/internal/dom"

// annotation renders <rt>, in parentheses where the page has none for it in <rp>. Annotations that follow each other share
// theirs.
func (r *Renderer) annotation(id dom.ID) leaving {
	if r.page.IsEmpty(id) {
		return rendered
	}
	if !r.page.IsAnnotation(r.page.Previous(id)) {
		r.inline.AddWord("(")
	}
	if r.page.IsAnnotation(r.page.Next(id)) {
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
	if r.page.IsEmpty(id) {
		return rendered
	}
	r.inline.AddWord("(")
	return inside | endsAnnotation
}

// annotationParenthesis renders <rp>, unless what it is for is empty.
func (r *Renderer) annotationParenthesis(id dom.ID) leaving {
	for _, rt := range [...]dom.ID{r.page.Next(id), r.page.Previous(id)} {
		if r.doc.Is(rt, dom.TagRt) {
			if r.page.IsEmpty(rt) {
				return rendered
			}
			return inside
		}
	}
	return inside
}
