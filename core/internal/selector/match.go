package selector

import (
	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

// Matcher matches a set on one document after another, and keeps its memory from one to the next. The zero Matcher is ready. It answers
// for as long as what has been asked of the document stays what it is.
type Matcher struct {
	watch *watch.Watch
	doc   *dom.Document
	set   *Set
	known []table
	index []indexes
	types [2]map[typeIn]int32 // how many elements of a type have been counted in a parent: from its beginning, and from its end
	steps int                 // that have been taken
}

// Begin begins a document.
func (m *Matcher) Begin(w *watch.Watch, doc *dom.Document, set *Set) {
	m.watch, m.doc, m.set = w, doc, set
	m.Forget()
}

// Forget is called when nodes have got other IDs.
func (m *Matcher) Forget() {
	for i := range m.known {
		m.known[i] = m.known[i][:0]
	}
	for i := range m.index {
		m.index[i] = m.index[i][:0]
	}
	for i := range m.types {
		if len(m.types[i]) > fewTypes {
			m.types[i] = nil // A large map takes long to clear for ever.
		}
		clear(m.types[i])
	}
}

// Release drops what belongs to the document.
func (m *Matcher) Release() { m.watch, m.doc, m.set = nil, nil, nil }

// Match returns the bits of the lists with a selector that an element matches.
func (m *Matcher) Match(el dom.ID) (lists uint64) {
	s := m.set
	n := m.doc.Node(el)
	if m.step(); n.Kind != dom.KindElement {
		return 0
	}
	if n.Traits&dom.HasID != 0 && len(s.ids) > 0 {
		if value := m.doc.Value(el, dom.AttrID); value != "" {
			lists = m.try(s.ids[m.lowered(value)], el, lists)
		}
	}
	if n.Traits&dom.HasClass != 0 && len(s.classes) > 0 {
		for word, rest := nextWord(m.doc.Value(el, dom.AttrClass)); word != ""; word, rest = nextWord(rest) {
			if hint := classHint(word); s.classHints[hint>>6]>>(hint&63)&1 != 0 {
				lists = m.try(s.classes[m.lowered(word)], el, lists)
			}
		}
	}
	if name := m.doc.NameOf(el); name.Tag() != dom.Unknown {
		lists = m.try(s.tags[name.Tag()], el, lists)
	} else if len(s.names) > 0 {
		lists = m.try(s.names[m.doc.NameText(name)], el, lists)
	}
	if len(s.attributes) > 0 {
		for _, name := range m.doc.AttrNames(el) {
			lists = m.try(s.attributes[name], el, lists)
		}
	}
	return m.try(s.others, el, lists)
}

// lowered returns a word in lower case. It holds until the next.
func (m *Matcher) lowered(word string) string {
	for i := range len(word) {
		if ascii.IsUpper(word[i]) {
			return lower(word)
		}
	}
	return word
}

// try matches the selectors of lists that the element is not of yet.
func (m *Matcher) try(entries []entry, el dom.ID, lists uint64) uint64 {
	for i := range entries {
		if e := &entries[i]; e.lists&^lists != 0 && m.matches(e.selector, el) {
			lists |= e.lists
		}
	}
	return lists
}

// step is called once for each node that is looked at. It unwinds the work that is to end.
func (m *Matcher) step() {
	if m.steps++; m.steps%watch.EverySteps == 0 {
		m.watch.Look()
	}
}

// matches matches a compound and what stands to its left.
//
//tidemark:recurses as deep as selectors are long, which maxParts bounds
func (m *Matcher) matches(c *compound, el dom.ID) bool {
	m.step()
	for i := range c.tests {
		if !m.passes(&c.tests[i], el) {
			return false
		}
	}
	return c.combinator == alone || m.matchesLeft(c, el)
}

//tidemark:recurses as deep as selectors are nested, which parser.enter bounds
func (m *Matcher) anyOf(selectors list, el dom.ID) bool {
	for _, c := range selectors {
		if m.matches(c, el) {
			return true
		}
	}
	return false
}

// passes matches a simple selector.
//
//tidemark:recurses as deep as selectors are nested, which parser.enter bounds
func (m *Matcher) passes(t *simple, el dom.ID) bool {
	switch t.kind {
	case typeName:
		return m.isOfType(t, el)
	case class:
		return m.doc.Node(el).Traits&dom.HasClass != 0 && hasWord(m.doc.Value(el, dom.AttrClass), t.name, m.doc.Quirks)
	case id:
		return m.doc.Node(el).Traits&dom.HasID != 0 && equal(m.doc.Value(el, dom.AttrID), t.name, m.doc.Quirks)
	case attribute:
		return m.hasAttribute(t, el)
	case is:
		return m.anyOf(t.list, el)
	case not:
		return !m.anyOf(t.list, el)
	case has:
		for _, a := range t.aheads {
			if m.finds(a, el) {
				return true
			}
		}
		return false
	case nth:
		return m.isNth(t, el)
	case root, scope:
		return m.doc.Node(el).Parent == dom.Root
	case empty:
		return m.isEmpty(el)
	case firstChild:
		return m.elementBefore(el) == 0
	case lastChild:
		return m.elementAfter(el) == 0
	case lang:
		return m.isInLanguage(t, el)
	case direction:
		return m.isRTL(el) == t.isRTL
	case selectedOption:
		return m.isSelected(el)
	}
	return false
}

// isOfType matches a type: in any letter case on elements of HTML.
func (m *Matcher) isOfType(t *simple, el dom.ID) bool {
	name := m.doc.NameOf(el)
	switch {
	case t.tag != dom.Unknown && name.Tag() != t.tag:
		return false
	case m.doc.Node(el).Namespace != dom.HTML:
		return m.doc.Name(el) == t.name
	}
	return t.tag != dom.Unknown || m.doc.NameText(name) == t.lower
}

// isEmpty reports whether nothing is in an element but comments.
func (m *Matcher) isEmpty(el dom.ID) bool {
	for c := m.doc.Node(el).First; c != 0; c = m.doc.Node(c).Next {
		m.step()
		switch m.doc.Node(c).Kind {
		case dom.KindElement:
			return false
		case dom.KindText:
			if m.doc.Text(c) != "" {
				return false
			}
		}
	}
	return true
}
