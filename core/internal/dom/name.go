package dom

import (
	"hash/maphash"

	"tidemark/core/internal/hugepage"
)

// Name is the name of an element in lower case: a Tag, or a number in the document's table of other names.
type Name uint32

// firstOther is the first name that is not a Tag.
const firstOther Name = 256

// Tag returns the tag with that name, Unknown if there is none.
func (n Name) Tag() Tag {
	if n < firstOther {
		return Tag(n)
	}
	return Unknown
}

// Other returns the place of a name in the document's table of other names, from 0 on, and less for a Tag.
func (n Name) Other() int { return int(n) - int(firstOther) }

// names is the table of names that are not tags.
type names struct {
	text  []byte
	ends  []uint32 // of each name in text
	slots []slot   // open addressing

	// recent has some short names by their heads: most elements whose name is in the table are of few names.
	recent [1 << recentBits]recentName
}

const recentBits = 5

type recentName struct {
	head uint64
	name Name
}

func recentSlot(head uint64) uint64 { return head * tagMultiplier >> (64 - recentBits) }

// slot is a place in names.ends and 1, with a part of the hash of the name there.
type slot struct{ place, hash uint32 }

// seed differs from process to process, so that no page can be made whose names collide.
var seed = maphash.MakeSeed()

func (t *names) reset() {
	if len(t.ends) > 0 {
		clear(t.slots)
		clear(t.recent[:])
	}
	t.text, t.ends = t.text[:0], t.ends[:0]
}

// size is about how much memory the names take, in bytes.
func (t *names) size() int {
	const end, slot = 4, 8
	return len(t.text) + (end+2*slot)*len(t.ends)
}

// room is how many bytes there is room for.
func (t *names) room() int { return cap(t.text) + hugepage.Room(t.ends) + hugepage.Room(t.slots) }

func (t *names) at(place int) []byte {
	start := uint32(0)
	if place > 0 {
		start = t.ends[place-1]
	}
	return t.text[start:t.ends[place]]
}

// find returns the slot of a name, or the one where it would be.
func (t *names) find(name []byte, hash uint64) *slot {
	mask := len(t.slots) - 1
	for i := int(hash) & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.place == 0 || s.hash == uint32(hash>>32) && string(t.at(int(s.place-1))) == string(name) {
			return s
		}
	}
}

func (t *names) intern(name []byte) int {
	if 4*(len(t.ends)+1) > 3*len(t.slots) {
		t.grow()
	}
	hash := maphash.Bytes(seed, name)
	s := t.find(name, hash)
	if s.place == 0 {
		t.text = append(t.text, name...)
		t.ends = append(t.ends, uint32(len(t.text)))
		*s = slot{uint32(len(t.ends)), uint32(hash >> 32)}
	}
	return int(s.place - 1)
}

func (t *names) grow() {
	t.slots = make([]slot, max(64, 2*len(t.slots)))
	for place := range t.ends {
		name := t.at(place)
		hash := maphash.Bytes(seed, name)
		*t.find(name, hash) = slot{uint32(place + 1), uint32(hash >> 32)}
	}
}

// Intern returns the name of an element whose name is not that of a Tag. The bytes are in lower case.
func (d *Document) Intern(name []byte) Name {
	n := firstOther + Name(d.names.intern(name))
	if len(name) <= 8 {
		head := headOf(name)
		d.names.recent[recentSlot(head)] = recentName{head, n}
	}
	return n
}

// InternedShort returns the name that Intern gave to a name of at most eight bytes, given as for FindShortTag, or 0 if that is long
// ago.
func (d *Document) InternedShort(head uint64) Name {
	if recent := &d.names.recent[recentSlot(head)]; recent.head == head {
		return recent.name
	}
	return 0
}

// Lookup returns the name that Intern would, without taking it into the table, or 0 if it is not there.
func (d *Document) Lookup(name []byte) Name {
	if len(d.names.slots) == 0 {
		return 0
	}
	s := d.names.find(name, maphash.Bytes(seed, name))
	if s.place == 0 {
		return 0
	}
	return firstOther + Name(s.place-1)
}

// NameText returns a name in lower case.
func (d *Document) NameText(name Name) string {
	if name < firstOther {
		return tagNames[name]
	}
	return text(d.names.at(name.Other()))
}

// NameOf returns the name of an element as the document knows it, which is another after Compact.
func (d *Document) NameOf(id ID) Name { return d.nodes[id].name }

// Name returns the name of an element, in the letter case that its namespace has for it.
func (d *Document) Name(id ID) string {
	n := &d.nodes[id]
	name := d.NameText(n.name)
	if n.Namespace == SVG {
		return svgElementName(name)
	}
	return name
}
