package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// readRDFa reads the attributes of RDFa: https://www.w3.org/TR/rdfa-lite/. Prefixes are taken for what they are used for by all.
func (r *reader) readRDFa(id dom.ID) {
	types := r.doc.Value(id, dom.AttrTypeof)
	names := r.doc.Value(id, dom.AttrProperty)
	if names == "" {
		names = r.doc.Value(id, dom.AttrRel)
	}
	if types == "" {
		r.readProps(&r.described, owner(r.subjects), id, names)
		return
	}
	via := standsAlone
	for name := range strings.FieldsSeq(names) {
		if via = propOf(name); via != otherProp {
			break
		}
	}
	place := r.described.add(owner(r.subjects), via)
	for name := range strings.FieldsSeq(types) {
		r.described.setType(place, name)
	}
	r.subjects = append(r.subjects, scope{id, place})
	if r.doc.Has(id, dom.AttrProperty) && via == nameProp {
		r.described.setText(place, nameProp, r.propText(id))
	}
	if c := r.described.class(place); c == personClass {
		r.described.setText(place, valueProp, r.propText(id))
	}
}
