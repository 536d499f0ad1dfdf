package dom

// Traits tell which of the attributes an element has that are asked for most: one look at the node instead of a search.
type Traits uint16

const (
	// HasConcealing: an attribute that can hide the element, which are hidden, style and aria-hidden.
	HasConcealing Traits = 1 << iota
	HasClass
	HasID // or a name, which is what IDs of places were
	HasHref
	HasTitle
	// Excluded, Kept and Ruled are no attributes: whoever converts the document has chosen to leave the element out, to keep it as HTML, or
	// to write it by a rule, that of Node.Rule.
	Excluded
	Kept
	Ruled
)

var traitsOf = [256]Traits{
	AttrHidden:     HasConcealing,
	AttrStyle:      HasConcealing,
	AttrAriaHidden: HasConcealing,
	AttrClass:      HasClass,
	AttrID:         HasID,
	AttrName:       HasID,
	AttrHref:       HasHref,
	AttrTitle:      HasTitle,
}

// TraitsOf returns what an attribute of that name makes of its element.
func TraitsOf(name AttrKey) Traits { return traitsOf[name] }

func traits(attrs []Attr) (t Traits) {
	for i := range attrs {
		t |= traitsOf[attrs[i].Name]
	}
	return t
}
