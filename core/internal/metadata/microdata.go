package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// scope is an element that is an item, in microdata or RDFa.
type scope struct {
	id   dom.ID
	item int
}

// owner returns the item that the properties of an element are of, 0 if it is in none.
func owner(scopes []scope) int {
	if len(scopes) == 0 {
		return 0
	}
	return scopes[len(scopes)-1].item
}

// readMicrodata reads the attributes of microdata: https://html.spec.whatwg.org/multipage/microdata.html
func (r *reader) readMicrodata(id dom.ID) {
	names, isProp := r.doc.Attr(id, dom.AttrItemprop)
	if !r.doc.Has(id, dom.AttrItemscope) {
		if !isProp {
			return
		}
		r.readProps(&r.marked, owner(r.scopes), id, names)
		return
	}
	via := via(names)
	place := r.marked.add(owner(r.scopes), via)
	for name := range strings.FieldsSeq(r.doc.Value(id, dom.AttrItemtype)) {
		r.marked.setType(place, name)
	}
	r.scopes = append(r.scopes, scope{id, place})
	if via != standsAlone && via != otherProp && r.marked.class(place) == otherClass {
		r.marked.setText(place, valueProp, r.propText(id)) // An author without properties, perhaps.
	}
}

// via returns the property among some names that an item is the value of.
func via(names string) prop {
	via := standsAlone
	for name := range strings.FieldsSeq(names) {
		if via = propOf(name); via != otherProp {
			break
		}
	}
	return via
}

// readProps gives an item the properties that an element has the value of.
func (r *reader) readProps(g *graph, of int, id dom.ID, names string) {
	for name := range strings.FieldsSeq(names) {
		p := propOf(name)
		if p == otherProp {
			continue
		}
		if text := r.propText(id); of != 0 {
			g.setText(of, p, text)
		} else {
			r.readLoose(p, id, text)
		}
	}
}

// looseRank is the rank of properties of no item.
const looseRank rank = 20

// readLoose reads a property of no item: many write itemprop alone.
func (r *reader) readLoose(p prop, id dom.ID, text string) {
	switch p {
	case publishedProp:
		r.claimDate(published, looseRank, "itemprop=datePublished", text)
	case createdProp:
		r.claimDate(published, looseRank+1, "itemprop=dateCreated", text)
	case modifiedProp:
		r.claimDate(modified, looseRank, "itemprop=dateModified", text)
	case authorProp:
		r.mark(&r.bylines, id, "itemprop=author", byItemprop)
	case imageProp:
		r.claim(image, looseRank, "itemprop=image", r.webAddress(text))
	}
}

// propText is the value of a property: https://html.spec.whatwg.org/multipage/microdata.html#values
func (r *reader) propText(id dom.ID) string {
	if content, ok := r.doc.Attr(id, dom.AttrContent); ok {
		return clean(content)
	}
	switch r.doc.Node(id).Tag {
	case dom.TagTime:
		if at := clean(r.doc.Value(id, dom.AttrDatetime)); at != "" {
			return at
		}
	case dom.TagImg, dom.TagVideo, dom.TagSource:
		return r.doc.Value(id, dom.AttrSrc)
	case dom.TagLink:
		return r.doc.Value(id, dom.AttrHref)
	case dom.TagData, dom.TagMeter:
		return clean(r.doc.Value(id, dom.AttrValue))
	}
	if text := r.text(id); text != "" {
		return text
	}
	return r.doc.Value(id, dom.AttrHref)
}
