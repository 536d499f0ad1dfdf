package dom

import (
	"hash/maphash"
	"iter"
)

// Attribute is an attribute of an element as the standard has it.
type Attribute struct {
	Key AttrKey
	// Name is in the letter case that the element's namespace has for it, with a prefix where that gives it one.
	Name, Value string
}

// few is the number of attributes up to which those with the same name are found by looking at all before.
const few = 16

// Attrs returns the attributes of an element in the order of the source, each name once.
func (d *Document) Attrs(id ID) iter.Seq[Attribute] {
	return func(yield func(Attribute) bool) {
		ns := d.nodes[id].Namespace
		attrs := d.attrsOf(id)
		var seen map[string]struct{}
		if len(attrs) > few {
			seen = make(map[string]struct{}, len(attrs))
		}
		for i := range attrs {
			a := &attrs[i]
			name := d.attrName(a)
			if seen != nil {
				if _, ok := seen[name]; ok {
					continue
				}
				seen[name] = struct{}{}
			} else if d.named(attrs[:i], a.Name, name) {
				continue
			}
			if ns != HTML {
				name = foreignAttrName(ns, name)
			}
			if !yield(Attribute{Key: a.Name, Name: name, Value: d.value(a)}) {
				return
			}
		}
	}
}

// AttrNames returns the names of the attributes of an element as they stand in the source, in lower case.
func (d *Document) AttrNames(id ID) iter.Seq2[AttrKey, string] {
	return func(yield func(AttrKey, string) bool) {
		attrs := d.attrsOf(id)
		for i := range attrs {
			if !yield(attrs[i].Name, d.attrName(&attrs[i])) {
				return
			}
		}
	}
}

// named reports whether one of the attributes has that name.
func (d *Document) named(attrs []Attr, key AttrKey, name string) bool {
	for i := range attrs {
		if attrs[i].Name == key && (key != AttrOther || d.attrName(&attrs[i]) == name) {
			return true
		}
	}
	return false
}

// AttrsHash returns a number that is the same for elements with the same attributes in any order, and for no others.
func (d *Document) AttrsHash(id ID) uint64 {
	sum := uint64(0)
	for a := range d.Attrs(id) {
		// Names have no NUL: it is U+FFFD in them.
		var h maphash.Hash
		h.SetSeed(seed)
		h.WriteString(a.Name)
		h.WriteByte(0)
		h.WriteString(a.Value)
		sum += h.Sum64()
	}
	return sum
}

// mergedAttrs are the attributes of an element that start tags after its own have added to.
type mergedAttrs struct {
	id    ID
	attrs []Attr
}

func (m *mergedAttrs) reset() { m.id, m.attrs = 0, m.attrs[:0] }

// MergeAttrs returns an element the attributes pushed from the given number on, of which those count whose names it does
// not have. There can be two such elements, the html element and the body.
func (d *Document) MergeAttrs(id ID, from int) {
	n := &d.nodes[id]
	m := &d.merged[0]
	if m.id != 0 && m.id != id {
		m = &d.merged[1]
	}
	if n.flags&isMerged == 0 {
		m.id, m.attrs = id, append(m.attrs[:0], d.attrs[n.from:n.to]...)
		n.flags |= isMerged
	}
	m.attrs = append(m.attrs, d.attrs[from:]...)
	n.Traits |= traits(d.attrs[from:])
	d.DropAttrs(from)
}

func (d *Document) mergedAttrs(id ID) []Attr {
	if d.merged[0].id == id {
		return d.merged[0].attrs
	}
	return d.merged[1].attrs
}
