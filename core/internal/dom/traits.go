package dom

// Traits tell which of the attributes an element has that are asked for most: one look at the node instead of a search.
type Traits uint16

const (
	HasHidden Traits = 1 << iota
	HasStyle
	HasAriaHidden
	HasClass
	HasID // or a name, which is what IDs of places were
	HasHref
	HasTitle
	// HasPurpose: an attribute by which the page says what the element is for, which are role, epub:type and those of footnotes.
	HasPurpose
	// HasItem: an attribute by which the page tells programs what the element holds, which are those of microdata and RDFa, and rel.
	HasItem
	// HasOther: an attribute with a name that is no key.
	HasOther
	// Excluded, Kept and Ruled are no attributes: whoever converts the document has chosen to leave the element out, to keep it as HTML, or
	// to write it by a rule, that of Node.Rule.
	Excluded
	Kept
	Ruled
	// HasKnownClass: a class that may be one of those that whoever parses the document has named, or any where none were. It never stands
	// without HasClass.
	HasKnownClass

	// HasConcealing: an attribute that can hide the element.
	HasConcealing = HasHidden | HasStyle | HasAriaHidden
)

var traitsOf = [256]Traits{
	AttrOther:               HasOther,
	AttrHidden:              HasHidden,
	AttrStyle:               HasStyle,
	AttrAriaHidden:          HasAriaHidden,
	AttrClass:               HasClass | HasKnownClass,
	AttrID:                  HasID,
	AttrName:                HasID,
	AttrHref:                HasHref,
	AttrTitle:               HasTitle,
	AttrRole:                HasPurpose,
	AttrEpubType:            HasPurpose,
	AttrItemprop:            HasItem,
	AttrItemscope:           HasItem,
	AttrProperty:            HasItem,
	AttrRel:                 HasItem,
	AttrTypeof:              HasItem,
	AttrDataFootnotes:       HasPurpose,
	AttrDataFootnoteRef:     HasPurpose,
	AttrDataFootnoteBackref: HasPurpose,
}

// TraitsOf returns what an attribute of that name makes of its element.
func TraitsOf(name AttrKey) Traits { return traitsOf[name] }

func traits(attrs []Attr) (t Traits) {
	for i := range attrs {
		t |= traitsOf[attrs[i].Name]
	}
	return t
}
