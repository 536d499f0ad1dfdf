package turndown

import (
	"strings"

	"tidemark/core/internal/dom"
)

// formOf returns what an element is written as. What has no form may be kept or removed.
func (r *Renderer) formOf(id dom.ID, n *dom.Node) form {
	s := r.settings
	if n.Traits&dom.Ruled != 0 {
		return formOfRule[n.Rule]
	}
	f := elements[n.Tag].form
	if s.Formless && f != silentForm {
		f = noForm
		if elements[n.Tag].block {
			f = blockForm
		}
	}
	switch f {
	case noForm, blockForm, silentForm:
		if n.Tag == dom.TagP {
			return f
		}
		return r.otherwise(id, f)
	case preForm:
		if first := n.First; first == 0 || !r.doc.Is(first, dom.TagCode) || s.Code == PlainCode {
			return r.otherwise(id, blockForm)
		}
		return f
	case codeForm:
		if n.Prev == 0 && n.Next == 0 && r.doc.Is(n.Parent, dom.TagPre) {
			return r.otherwise(id, noForm)
		}
		return f
	case linkForm:
		if s.Link == PlainLink || r.doc.Value(id, dom.AttrHref) == "" {
			return r.otherwise(id, noForm)
		}
		return f
	default:
		return f
	}
}

// otherwise returns what an element becomes that no form of Markdown is for.
func (r *Renderer) otherwise(id dom.ID, f form) form {
	if r.settings.others != nil {
		switch r.settings.others[strings.ToLower(r.doc.Name(id))] {
		case kept:
			return keptForm
		case removed:
			return removedForm
		}
	}
	return f
}
