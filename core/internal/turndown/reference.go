package turndown

import (
	"slices"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// definition is that of a link, in Renderer.definitionTexts.
type definition struct{ number, start, end int }

// endReference ends a link that refers to a definition, and notes that.
func (r *Renderer) endReference(e *openElement) {
	number := r.numberOfLink(e.id)
	d := r.definitionTexts
	start := len(d)
	d = append(d, '[')
	switch r.settings.Reference {
	case Full:
		digits := appendNumber(nil, float64(number))
		d = append(d, digits...)
		r.w.text("][")
		r.w.bytes(digits)
		r.w.text("]")
	default:
		d = r.w.appendFrom(d, e.start)
		r.w.text("]")
		if r.settings.Reference == Collapsed {
			r.w.text("[]")
		}
	}
	d = append(d, "]: "...)
	r.definitionTexts = appendTarget(d, r.doc.Value(e.id, dom.AttrHref), r.doc.Value(e.id, dom.AttrTitle))
	hugepage.Push(&r.watch, &r.definitions, definition{number, start, len(r.definitionTexts)})
}

// numberOfLink is that of a link among those that refer to definitions, in the order in which they end.
func (r *Renderer) numberOfLink(id dom.ID) int {
	if r.settings.Rules == nil {
		return len(r.definitions) + 1
	}
	if r.linkNumbers == nil { // Rules have them written in another order.
		r.numberLinks()
	}
	return r.linkNumbers[id]
}

func (r *Renderer) numberLinks() {
	r.linkNumbers = map[dom.ID]int{}
	top := r.root
	for id := r.doc.Node(top).First; id != 0; {
		if first := r.doc.Node(id).First; first != 0 {
			id = first
			continue
		}
		for r.numberLink(id); r.doc.Node(id).Next == 0; r.numberLink(id) {
			if id = r.doc.Node(id).Parent; id == top {
				return
			}
		}
		id = r.doc.Node(id).Next
	}
}

func (r *Renderer) numberLink(id dom.ID) {
	if n := r.doc.Node(id); n.Tag == dom.TagA && n.Traits&dom.Ruled == 0 && r.formOf(id, n) == linkForm {
		r.linkNumbers[id] = len(r.linkNumbers) + 1
	}
}

// appendDefinitions appends the definitions in the order of their links.
func (r *Renderer) appendDefinitions(dst []byte) []byte {
	if r.settings.Rules != nil {
		slices.SortFunc(r.definitions, func(a, b definition) int { return a.number - b.number })
	}
	for i, d := range r.definitions {
		if i > 0 {
			dst = append(dst, '\n')
		}
		dst = append(dst, r.definitionTexts[d.start:d.end]...)
	}
	return dst
}
