package dom

import (
	"hash/maphash"
)

// Name is the name of an element in lower case: a Tag, or a number in the document's table of other names.
type Name uint32

// firstOther is the first name that is not a Tag.
const firstOther Name = 256

// Tag gives the tag with that name, Unknown if there is none.
func (n Name) Tag() Tag {
	if n < firstOther {
		return Tag(n)
	}
	return Unknown
}

// Other gives the place of a name in the document's table of other names, from 0 on.
func (n Name) Other() int { return int(n) - int(firstOther) }

// names is the table of names that are not tags.
type names struct {
	text  []byte
	ends  []uint32 // of each name in text
	slots []uint32 // open addressing: a place in ends and 1
}

// seed differs from process to process, so that no page can be made whose names collide.
var seed = maphash.MakeSeed()

func (t *names) reset() {
	if len(t.ends) > 0 {
		clear(t.slots)
	}
	t.text, t.ends = t.text[:0], t.ends[:0]
}

func (t *names) at(place int) []byte {
	start := uint32(0)
	if place > 0 {
		start = t.ends[place-1]
	}
	return t.text[start:t.ends[place]]
}

func (t *names) intern(name []byte) int {
	if 4*(len(t.ends)+1) > 3*len(t.slots) {
		t.grow()
	}
	mask := len(t.slots) - 1
	i := int(maphash.Bytes(seed, name)) & mask
	for ; t.slots[i] != 0; i = (i + 1) & mask {
		if place := int(t.slots[i] - 1); string(t.at(place)) == string(name) {
			return place
		}
	}
	t.text = append(t.text, name...)
	t.ends = append(t.ends, uint32(len(t.text)))
	t.slots[i] = uint32(len(t.ends))
	return len(t.ends) - 1
}

func (t *names) grow() {
	t.slots = make([]uint32, max(64, 2*len(t.slots)))
	mask := len(t.slots) - 1
	for place := range t.ends {
		i := int(maphash.Bytes(seed, t.at(place))) & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = uint32(place + 1)
	}
}

// Intern gives the name of an element whose name is not that of a Tag. The bytes are in lower case.
func (d *Document) Intern(name []byte) Name { return firstOther + Name(d.names.intern(name)) }

// NameText gives a name in lower case.
func (d *Document) NameText(name Name) string {
	if name < firstOther {
		return tagNames[name]
	}
	return text(d.names.at(name.Other()))
}

// Name gives the name of an element, in the letter case that its namespace has for it.
func (d *Document) Name(id ID) string {
	n := &d.nodes[id]
	name := d.NameText(n.name)
	if n.Namespace == SVG {
		return svgElementName(name)
	}
	return name
}

// NameOf gives the name of an element as a number.
func (d *Document) NameOf(id ID) Name { return d.nodes[id].name }
