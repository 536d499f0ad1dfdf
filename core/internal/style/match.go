package style

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// rule is what a sheet says of the elements of a selector.
type rule struct {
	selector
	style Style
	order [properties]int32 // of what is said, among all that the sheets say
	next  int32             // the next with the same key, -1 after the last
}

// farthestOut is how many elements around an element are looked at for the one that a selector asks for.
const farthestOut = 32

// longestClasses is the length of the longest class attribute that is looked at.
const longestClasses = 1 << 10

// cascade is what the rules say that match an element.
// https://drafts.csswg.org/css-cascade/#cascade-sort
type cascade struct {
	style Style
	ranks [properties]uint64 // of the rules that said it
}

func (c *cascade) add(r *rule) {
	for p, v := range r.style {
		if v == Unset {
			continue
		}
		rank := uint64(v&important)<<56 | r.specificity()<<32 | uint64(r.order[p])
		if rank >= c.ranks[p] {
			c.ranks[p], c.style[p] = rank, v
		}
	}
}

// Of returns what the sheets say of an element, and its style attribute by what Attributes read of it.
func (s *Sheets) Of(doc *dom.Document, id dom.ID, own Style) Style {
	var c cascade
	if s.IsEmpty() {
		return own
	}
	n := doc.Node(id)
	if n.Traits&dom.HasID != 0 {
		s.match(&c, doc, id, key{'#', doc.Value(id, dom.AttrID)})
	}
	if n.Traits&dom.HasClass != 0 {
		if classes := doc.Value(id, dom.AttrClass); len(classes) <= longestClasses {
			for class := range strings.FieldsSeq(classes) {
				s.match(&c, doc, id, key{'.', class})
			}
		}
	}
	if name := doc.Name(id); isPlainName(name) {
		s.match(&c, doc, id, key{0, name})
	}
	c.style.add(&own)
	return c.style
}

// match adds the rules of a key that match an element.
func (s *Sheets) match(c *cascade, doc *dom.Document, id dom.ID, k key) {
	at, ok := s.first[k]
	if !ok {
		return
	}
	for ; at >= 0; at = s.rules[at].next {
		r := &s.rules[at]
		if r.subject.matches(doc, id) && r.matchesOutside(doc, id) {
			c.add(r)
		}
	}
}

// matchesOutside reports whether an element stands in the one that a selector asks for.
func (s *selector) matchesOutside(doc *dom.Document, id dom.ID) bool {
	if s.outer == (compound{}) {
		return true
	}
	far := farthestOut
	if s.isChild {
		far = 1
	}
	for range far {
		if id = doc.Node(id).Parent; id == 0 {
			return false
		}
		if doc.Node(id).Kind == dom.KindElement && s.outer.matches(doc, id) {
			return true
		}
	}
	return false
}

func (c *compound) matches(doc *dom.Document, id dom.ID) bool {
	if c.tag != "" && doc.Name(id) != c.tag || c.id != "" && doc.Value(id, dom.AttrID) != c.id {
		return false
	}
	if c.classes[0] == "" {
		return true
	}
	classes := doc.Value(id, dom.AttrClass)
	if len(classes) > longestClasses {
		return false
	}
	for _, class := range c.classes {
		if class != "" && !hasClass(classes, class) {
			return false
		}
	}
	return true
}

// hasClass reports whether a class is among others.
func hasClass(classes, class string) bool {
	for at := 0; ; {
		i := strings.Index(classes[at:], class)
		if i < 0 {
			return false
		}
		start := at + i
		end := start + len(class)
		if (start == 0 || ascii.IsSpace(classes[start-1])) && (end == len(classes) || ascii.IsSpace(classes[end])) {
			return true
		}
		at = start + 1
	}
}
