package selector

import (
	"strings"

	"tidemark/core/internal/dom"
)

// Set is some lists of selectors, compiled. It never changes, and any number of goroutines may match it at once.
type Set struct {
	// What can match, by the most telling part of its last compound: the id, the classes, the name and the attributes of an element are
	// looked up.
	ids, classes, attributes map[string][]entry
	names                    map[string][]entry // that are no Tag
	tags                     [256][]entry
	others                   []entry   // what each element has to be asked for
	classHints               [4]uint64 // a bit for each class
	tables                   int       // that a Matcher needs

	looksAhead, looksBeside bool
}

// entry is a selector, and the bits of the lists that it is of.
type entry struct {
	lists    uint64
	selector *compound
}

// LooksAhead reports whether a selector depends on what follows the start tag of an element.
func (s *Set) LooksAhead() bool { return s.looksAhead }

// LooksBeside reports whether a selector depends on what stands before an element, in the same parent.
func (s *Set) LooksBeside() bool { return s.looksBeside }

// MaxLists is how many lists a set has at most.
const MaxLists = 64

// Compile compiles lists of selectors: Match tells which of them an element is of, the first by bit 0. Each list is any number of texts, of
// which each is one selector or several with commas between them. The error is an *Error.
func Compile(lists ...[]string) (set *Set, err error) {
	set = &Set{ids: map[string][]entry{}, classes: map[string][]entry{}, attributes: map[string][]entry{}, names: map[string][]entry{}, tables: fixedTables}
	if len(lists) > MaxLists {
		panic("selector: too many lists")
	}
	for i, texts := range lists {
		parts := 0
		for at, text := range texts {
			selectors, err := parse(text, set, &parts)
			if err != nil {
				err.Index = at
				return nil, err
			}
			for _, c := range selectors {
				set.add(c, entry{lists: 1 << i, selector: c})
			}
		}
	}
	return set, nil
}

// parse parses one text.
func parse(text string, set *Set, parts *int) (selectors list, err *Error) {
	p := &parser{text: text, set: set, parts: parts}
	defer func() {
		switch failed := recover().(type) {
		case nil:
		case *Error:
			err = failed
		default:
			panic(failed)
		}
	}()
	return p.list(), nil
}

// add adds a selector to where its last compound is looked up.
//
//tidemark:recurses as deep as selectors are nested, which parser.enter bounds
func (s *Set) add(c *compound, e entry) {
	switch t := telling(c.tests); {
	case t == nil:
		s.others = append(s.others, e)
	case t.kind == id:
		s.ids[t.lower] = append(s.ids[t.lower], e)
	case t.kind == class:
		s.classes[t.lower] = append(s.classes[t.lower], e)
		hint := classHint(t.lower)
		s.classHints[hint>>6] |= 1 << (hint & 63)
	case t.kind == attribute:
		s.attributes[t.lower] = append(s.attributes[t.lower], e)
	case t.kind == is:
		for _, inner := range t.list {
			s.add(inner, e)
		}
	case t.tag != dom.Unknown:
		s.tags[t.tag] = append(s.tags[t.tag], e)
	default:
		s.names[t.lower] = append(s.names[t.lower], e)
	}
}

// telling returns the test that the fewest elements pass in all likelihood, of those that can be looked up.
func telling(tests []simple) (best *simple) {
	rank := func(t *simple) int {
		switch {
		case t.kind == id:
			return 5
		case t.kind == class:
			return 4
		case t.kind == typeName:
			return 3
		case t.kind == attribute && !t.anyNamespace:
			return 2
		case t.kind == is:
			return 1
		}
		return 0
	}
	for i := range tests {
		if t := &tests[i]; rank(t) > 0 && (best == nil || rank(t) > rank(best)) {
			best = t
		}
	}
	return best
}

// classHint is a number that is the same for the same class in any letter case.
func classHint(name string) uint8 {
	return (name[0]|0x20)*31 + (name[len(name)-1]|0x20)*7 + uint8(len(name))
}

func lower(s string) string {
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return strings.Map(func(c rune) rune {
				if c >= 'A' && c <= 'Z' {
					c |= 0x20
				}
				return c
			}, s)
		}
	}
	return s
}
