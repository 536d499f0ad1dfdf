package selector

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// table is what has been found out about the elements of a document, in two bits for each: whether it is known, and what. An element is
// asked for once whoever asks, so that no way through a document is gone again and again.
type table []uint64

const perWord = 32 // elements

// tableOf returns a table with room for an element.
func (m *Matcher) tableOf(number int, el dom.ID) table {
	for len(m.known) < m.set.tables {
		m.known = append(m.known, nil)
	}
	t := m.known[number]
	if int(el)/perWord < len(t) {
		return t
	}
	n := len(m.doc.Nodes())/perWord + 1
	was := len(t)
	t = hugepage.Grow(m.watch, t, n-was)[:n]
	clear(t[was:])
	m.known[number] = t
	return t
}

// get returns what is known of an element.
func (t table) get(el dom.ID) (value, known bool) {
	bits := t[el/perWord] >> (el % perWord * 2)
	return bits&2 != 0, bits&1 != 0
}

func (t table) set(el dom.ID, value bool) {
	bits := uint64(1)
	if value {
		bits = 3
	}
	t[el/perWord] |= bits << (el % perWord * 2)
}

// indexes have a number for each element, 0 where it is not known.
type indexes []int32

// The indexes that all sets have; their own have the numbers of tables.
const (
	children = iota
	childrenFromEnd
	types
	typesFromEnd
	languages
	directions
	selections
	fixedTables
)

func (m *Matcher) indexOf(number int, el dom.ID) indexes {
	for len(m.index) < m.set.tables {
		m.index = append(m.index, nil)
	}
	x := m.index[number]
	if int(el) < len(x) {
		return x
	}
	n := len(m.doc.Nodes())
	was := len(x)
	x = hugepage.Grow(m.watch, x, n-was)[:n]
	clear(x[was:])
	m.index[number] = x
	return x
}

// Room is how many bytes there is room for in what the matcher has. Of maps it is about that.
func (m *Matcher) Room() int {
	const entry = 32
	room := 0
	for _, t := range m.known {
		room += hugepage.Room(t)
	}
	for _, x := range m.index {
		room += hugepage.Room(x)
	}
	for _, types := range m.types {
		room += entry * len(types)
	}
	return room
}
