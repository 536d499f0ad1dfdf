package selector

import "tidemark/core/internal/dom"

// typeIn is a type of elements in a parent.
type typeIn struct {
	parent dom.ID
	name   dom.Name
	ns     dom.Namespace
}

// fewTypes is of how many types in parents a map is kept.
const fewTypes = 1 << 14

// isNth matches one of the pseudo-classes that count.
//
//tidemark:recurses as deep as selectors are nested, which parser.enter bounds
func (m *Matcher) isNth(t *simple, el dom.ID) bool {
	if m.doc.Node(el).Parent == 0 {
		return false
	}
	x := m.indexOf(t.table, el)
	if x[el] == 0 {
		m.count(t, el)
		x = m.index[t.table]
	}
	if t.list != nil && !m.anyOf(t.list, el) {
		return false
	}
	return t.isNth(int(x[el]) - 1)
}

// count numbers an element among its siblings, and those of them that are counted before it. An index is one more than how many have been
// counted.
//
//tidemark:recurses as deep as selectors are nested, which parser.enter bounds
func (m *Matcher) count(t *simple, el dom.ID) {
	towards, onwards := (*Matcher).elementBefore, (*Matcher).elementAfter
	if t.fromEnd {
		towards, onwards = onwards, towards
	}
	first := el
	for before := towards(m, first); before != 0 && m.indexOf(t.table, before)[before] == 0; before = towards(m, first) {
		first = before
	}
	counted := int32(1)
	if before := towards(m, first); before != 0 {
		counted = m.index[t.table][before]
	}
	for c := first; ; c = onwards(m, c) {
		switch {
		case t.ofType:
			counted = m.countType(t, c)
		case t.list == nil || m.anyOf(t.list, c):
			counted++
		}
		m.indexOf(t.table, c)[c] = counted
		if c == el {
			return
		}
	}
}

func (m *Matcher) countType(t *simple, el dom.ID) int32 {
	n := m.doc.Node(el)
	side := 0
	if t.fromEnd {
		side = 1
	}
	if m.types[side] == nil {
		m.types[side] = map[typeIn]int32{}
	}
	key := typeIn{parent: n.Parent, name: m.doc.NameOf(el), ns: n.Namespace}
	m.types[side][key]++
	return m.types[side][key] + 1
}

// isSelected reports whether an element is an option that is selected.
// https://html.spec.whatwg.org/multipage/form-elements.html#the-option-element
func (m *Matcher) isSelected(el dom.ID) bool {
	if !m.isHTML(el, dom.TagOption) {
		return false
	}
	of := m.parent(el)
	if of != 0 && m.isHTML(of, dom.TagOptgroup) {
		of = m.parent(of)
	}
	if of == 0 || !m.isHTML(of, dom.TagSelect) || m.takesMany(of) {
		return m.doc.Has(el, dom.AttrSelected)
	}
	x := m.indexOf(selections, of)
	if x[of] == 0 {
		x[of] = int32(m.selection(of)) + 1
	}
	return x[of] == int32(el)+1
}

// selection returns the option that is selected in a <select> with room for one: the last that says so, or the first that can be.
func (m *Matcher) selection(of dom.ID) (option dom.ID) {
	shown := m.doc.Value(of, dom.AttrSize)
	first := dom.ID(0)
	for c := m.doc.Following(of, of); c != 0; c = m.doc.Following(c, of) {
		m.step()
		if !m.isHTML(c, dom.TagOption) {
			continue
		}
		if m.doc.Has(c, dom.AttrSelected) {
			option = c
		}
		if first == 0 && !m.doc.Has(c, dom.AttrDisabled) && !(m.isHTML(m.doc.Node(c).Parent, dom.TagOptgroup) && m.doc.Has(m.doc.Node(c).Parent, dom.AttrDisabled)) {
			first = c
		}
	}
	if option == 0 && (shown == "" || shown == "0" || shown == "1") {
		option = first
	}
	return option
}

func (m *Matcher) takesMany(of dom.ID) bool {
	_, ok := m.doc.AttrNamed(of, "multiple")
	return ok
}

// isHTML reports whether an element is of HTML and has that name.
func (m *Matcher) isHTML(el dom.ID, tag dom.Tag) bool {
	n := m.doc.Node(el)
	return n.Kind == dom.KindElement && n.Namespace == dom.HTML && m.doc.NameOf(el).Tag() == tag
}
