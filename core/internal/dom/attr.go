package dom

import (
	"tidemark/core/internal/ascii"
	"tidemark/core/internal/hugepage"
)

// Attr is an attribute of a start tag as it stands in the source.
type Attr struct {
	NameStart, NameEnd uint32
	Start, End         uint32 // of the value
	Name               AttrKey
	decoded            bool // the value lies in Document.decoded
	plain              bool // the value is known to stand in the source as it is
	nameDecoded        bool // so does the name
}

// PushAttr adds an attribute for the next element, to be filled before the next is added. Of attributes with the same name
// the first counts.
func (d *Document) PushAttr() *Attr {
	n := len(d.attrs)
	if n == cap(d.attrs) {
		hugepage.MakeRoom(d.watch, &d.attrs)
	}
	d.attrs = d.attrs[:n+1]
	a := &d.attrs[n]
	*a = Attr{}
	return a
}

// AddAttr is PushAttr for an attribute of which all is known: where its name stands, and where its value does.
func (d *Document) AddAttr(name AttrKey, nameStart, nameEnd, start, end uint32) {
	n := len(d.attrs)
	if n == cap(d.attrs) {
		hugepage.MakeRoom(d.watch, &d.attrs)
	}
	d.attrs = d.attrs[:n+1]
	a := &d.attrs[n]
	a.NameStart, a.NameEnd, a.Start, a.End, a.Name, a.decoded, a.plain, a.nameDecoded = nameStart, nameEnd, start, end, name, false, false, false
}

// AttrCount is the number of attributes pushed so far.
func (d *Document) AttrCount() int { return len(d.attrs) }

// DropAttrs takes back the attributes from the given number on.
func (d *Document) DropAttrs(from int) { d.attrs = d.attrs[:from] }

// attrsOf returns the attributes of an element as they stand in the source, those that count for nothing among them. Other nodes have none.
func (d *Document) attrsOf(id ID) []Attr {
	n := &d.nodes[id]
	switch {
	case n.Kind != KindElement:
		return nil // The same members are where a text lies.
	case n.flags&isMerged != 0:
		return d.mergedAttrs(id)
	}
	return d.attrs[n.from:n.to]
}

// Attr returns the value of an attribute, and whether the element has it.
func (d *Document) Attr(id ID, name AttrKey) (string, bool) {
	if a := d.findAttr(id, name); a != nil {
		return d.value(a), true
	}
	return "", false
}

// AttrNamed is Attr for an attribute without an AttrKey, by its name in lower case.
func (d *Document) AttrNamed(id ID, name string) (string, bool) {
	attrs := d.attrsOf(id)
	for i := range attrs {
		if a := &attrs[i]; a.Name == AttrOther && int(a.NameEnd-a.NameStart) == len(name) && d.attrName(a) == name {
			return d.value(a), true
		}
	}
	return "", false
}

// findAttr finds an attribute of an element, or nil. Other nodes have none.
func (d *Document) findAttr(id ID, name AttrKey) *Attr {
	n := &d.nodes[id]
	attrs, from, to := d.attrs, int(n.from), int(n.to)
	if n.Kind != KindElement {
		return nil // as attrsOf
	}
	if n.flags&isMerged != 0 {
		attrs = d.mergedAttrs(id)
		from, to = 0, len(attrs)
	}
	for i := from; i < to; i++ {
		if a := &attrs[i]; a.Name == name {
			return a
		}
	}
	return nil
}

// Raw returns the value of an attribute as it stands in the source, and whether it is known that way: of the same text the values are the
// same.
func (d *Document) Raw(id ID, name AttrKey) (string, bool) {
	a := d.findAttr(id, name)
	if a == nil || a.decoded {
		return "", false
	}
	return text(d.source[a.Start:a.End]), true
}

// Plain returns the value of an attribute that has none of the odd bytes, and whether there is such a value. The set must have
// those that there is something to decode with: &, carriage return and NUL.
func (d *Document) Plain(id ID, name AttrKey, odd *ascii.Set) (string, bool) {
	a := d.findAttr(id, name)
	if a == nil || a.decoded {
		return "", false
	}
	value := text(d.source[a.Start:a.End])
	return value, !odd.In(value)
}

// Value returns the value of an attribute, empty where the element has none.
func (d *Document) Value(id ID, name AttrKey) string {
	v, _ := d.Attr(id, name)
	return v
}

// Has reports whether an element has an attribute.
func (d *Document) Has(id ID, name AttrKey) bool {
	return d.findAttr(id, name) != nil
}

// HasAttrs reports whether an element has attributes.
func (d *Document) HasAttrs(id ID) bool { return len(d.attrsOf(id)) > 0 }

// Named returns the value of an attribute by its name, for one that is rarely asked for, and whether the element has it.
func (d *Document) Named(id ID, name string) (string, bool) {
	if d.nodes[id].Kind != KindElement {
		return "", false
	}
	attrs := d.attrsOf(id)
	for i := range attrs {
		if a := &attrs[i]; int(a.NameEnd-a.NameStart) == len(name) && d.attrName(a) == name {
			return d.value(a), true
		}
	}
	return "", false
}

// value returns the value of an attribute, which is decoded when it is first asked for.
func (d *Document) value(a *Attr) string {
	if a.decoded {
		return text(d.decoded[a.Start:a.End])
	}
	raw := d.source[a.Start:a.End]
	if !a.plain {
		if plainEnd(raw, 0) < len(raw) {
			r := d.Decode(raw, InAttribute, ReplaceNUL)
			a.Start, a.End, a.decoded = r.From, r.To, true
			return text(d.Decoded(r))
		}
		a.plain = true // It is asked for by several.
	}
	return text(raw)
}

// attrName returns the name of an attribute in lower case.
func (d *Document) attrName(a *Attr) string {
	if a.Name != AttrOther {
		return attrNames[a.Name]
	}
	if a.nameDecoded {
		return text(d.decoded[a.NameStart:a.NameEnd])
	}
	raw := d.source[a.NameStart:a.NameEnd]
	for _, c := range raw {
		if c >= 'A' && c <= 'Z' || c == 0 {
			return string(AppendLower(nil, raw))
		}
	}
	return text(raw)
}

// AppendLower appends a name with its ASCII letters in lower case, and U+FFFD for NUL.
func AppendLower(dst, name []byte) []byte {
	for _, c := range name {
		if c == 0 {
			dst = append(dst, replacement...)
		} else {
			dst = append(dst, ascii.Lower(c))
		}
	}
	return dst
}

// Pending returns the value of an attribute among those pushed from the given number on, and whether it is there.
func (d *Document) Pending(from int, name AttrKey) (string, bool) {
	for i := from; i < len(d.attrs); i++ {
		if d.attrs[i].Name == name {
			return d.value(&d.attrs[i]), true
		}
	}
	return "", false
}
