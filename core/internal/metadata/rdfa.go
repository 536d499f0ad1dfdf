package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// readRDFa reads the attributes of RDFa: https://www.w3.org/TR/rdfa-lite/. Prefixes are taken for what they are used for by all.
func (r *reader) readRDFa(id dom.ID) {
	types, isItem := r.doc.Attr(id, dom.AttrTypeof)
	names, isProp := r.doc.Attr(id, dom.AttrProperty)
	if !isItem && !isProp && len(r.subjects) == 0 {
		return
	}
	rel := propOf(r.doc.Value(id, dom.AttrRel))
	if types == "" {
		r.readProps(&r.described, owner(r.subjects), id, names)
		if rel != otherProp && len(r.subjects) > 0 {
			r.related, r.relation = id, rel
		}
		return
	}
	via := via(names)
	switch {
	case r.related != 0:
		via, r.related = r.relation, 0
	case rel != otherProp:
		via = rel
	}
	place := r.described.add(owner(r.subjects), via)
	for name := range strings.FieldsSeq(types) {
		r.described.setType(place, name)
	}
	r.subjects = append(r.subjects, scope{id, place})
	if r.doc.Has(id, dom.AttrProperty) && via == nameProp {
		r.described.setText(place, nameProp, r.propText(id))
	}
	if r.described.class(place) == personClass {
		r.described.setText(place, valueProp, r.propText(id))
	}
}
