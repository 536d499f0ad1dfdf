package rule

import (
	"slices"

	"tidemark/core/internal/dom"
)

// Most is how many rules there may be at most.
const Most = 60

// Kind is what a rule does.
type Kind uint8

const (
	As       Kind = iota // the element is written like another
	Drop                 // it is left out
	Template             // it is written by a template
	Function             // who converts the document is asked
)

// Display is how what is written by a rule stands among others.
type Display uint8

const (
	Natural Display = iota // as the element does
	Block
	Inline
)

// Rule is one rule, compiled. It is only read.
type Rule struct {
	Kind     Kind
	Tag      dom.Tag // that of As
	Display  Display
	Template []Part

	HoldsContent bool // what is in the element is written, too
}

// Set is the rules of a converter, in their order.
type Set struct {
	Rules     []Rule
	functions uint64 // which are functions

	// Decides tells that whoever is asked also says which rule is for which element.
	Decides bool

	// InOrder tells that elements are asked for in the order in which they end, not by levels: as many at once as are in none of the others.
	InOrder bool
}

// NewSet returns the set of some rules.
func NewSet(rules []Rule, decides bool) *Set {
	s := &Set{Rules: rules, Decides: decides}
	for i := range rules {
		switch r := &rules[i]; r.Kind {
		case Function:
			s.functions |= 1 << i
			r.HoldsContent = true
		case Template:
			r.HoldsContent = slices.ContainsFunc(r.Template, func(p Part) bool { return p.Kind == Content })
		}
	}
	return s
}

// Asks reports whether there are functions among the rules.
func (s *Set) Asks() bool { return s != nil && s.functions != 0 }

// Split returns the first of the matching rules that is none of the functions before it, and those. It is none where all are functions.
func (s *Set) Split(matching uint64) (functions, rest uint64) {
	if others := matching &^ s.functions; others != 0 {
		first := others & -others
		return matching & s.functions & (first - 1), first
	}
	return matching, 0
}

// IsElement reports whether others can be written like elements of that name.
func IsElement(name string) bool { return Tag(name) != dom.Unknown }

// Tag returns the tag of elements that others can be written like, Unknown if there is none of that name.
func Tag(name string) dom.Tag {
	switch tag := dom.FindTag([]byte(name)); tag {
	case dom.TagHtml, dom.TagHead, dom.TagBody, dom.TagFrameset, dom.TagFrame, dom.TagScript, dom.TagStyle, dom.TagTitle, dom.TagTemplate, dom.TagNoscript:
		return dom.Unknown
	default:
		return tag
	}
}
