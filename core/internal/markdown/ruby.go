package markdown

import "tidemark/core/internal/dom"

// annotation renders <rt>, in parentheses where the page has none for it in <rp>. Annotations that follow each other share
// theirs.
func (r *Renderer) annotation(id dom.ID) step {
	if r.page.IsEmpty(id) {
		return done
	}
	if !r.page.IsAnnotation(r.page.Previous(id)) {
		r.inline.AddWord("(")
	}
	if r.page.IsAnnotation(r.page.Next(id)) {
		return descend
	}
	return descend | endsAnnotation
}

// annotations renders <rtc>, which holds annotations or is one of another kind than those before.
func (r *Renderer) annotations(id dom.ID) step {
	for c := r.doc.Node(id).First; c != 0; c = r.doc.Node(c).Next {
		if r.doc.Is(c, dom.TagRt) {
			return descend
		}
	}
	if r.page.IsEmpty(id) {
		return done
	}
	r.inline.AddWord("(")
	return descend | endsAnnotation
}

// annotationParenthesis renders <rp>, unless what it is for is empty.
func (r *Renderer) annotationParenthesis(id dom.ID) step {
	for _, rt := range [...]dom.ID{r.page.Next(id), r.page.Previous(id)} {
		if r.doc.Is(rt, dom.TagRt) {
			if r.page.IsEmpty(rt) {
				return done
			}
			return descend
		}
	}
	return descend
}
