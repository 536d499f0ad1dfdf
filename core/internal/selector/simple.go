package selector

import "tidemark/core/internal/dom"

type simpleKind uint8

const (
	nothing simpleKind = iota // matches no element
	typeName
	class
	id
	attribute
	is  // and :where
	not // and what is negated
	has
	nth
	root
	scope // the root, unless who matches elsewhere has another
	empty
	firstChild
	lastChild
	lang
	direction
	selectedOption
)

// simple is a simple selector. Which fields are used depends on the kind.
type simple struct {
	kind  simpleKind
	name  string // of the type, the class, the id or the attribute
	lower string // the name in lower case
	tag   dom.Tag

	key          dom.AttrKey
	operator     byte // = ~ | ^ $ * or 0
	value        string
	caseOf       caseRule
	anyNamespace bool

	list   list
	aheads []*ahead

	step, offset int // An+B
	fromEnd      bool
	ofType       bool

	ranges []string // of languages
	isRTL  bool

	table int // of what a Matcher knows
}

// caseRule says whether the letter case of an attribute's value matters.
type caseRule uint8

const (
	caseMatters caseRule = iota
	caseIgnored          // in all elements
	caseOfHTML           // ignored in those of HTML
)
