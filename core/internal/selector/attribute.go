package selector

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// insensitiveValues are the attributes of HTML elements whose values are compared in any letter case.
// https://html.spec.whatwg.org/multipage/semantics-other.html#case-sensitivity-of-selectors
var insensitiveValues = func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.FieldsSeq(`accept accept-charset align alink axis bgcolor charset checked clear codetype color compact
		declare defer dir direction disabled enctype face frame hreflang http-equiv lang language link media method multiple nohref noresize
		noshade nowrap readonly rel rev rules scope scrolling selected shape target text type valign valuetype vlink`) {
		m[name] = true
	}
	return m
}()

// hasAttribute matches an attribute selector.
func (m *Matcher) hasAttribute(t *simple, el dom.ID) bool {
	isHTML := m.doc.Node(el).Namespace == dom.HTML
	if !isHTML {
		return m.hasForeignAttribute(t, el)
	}
	value, ok := "", false
	if t.key != dom.AttrOther {
		value, ok = m.doc.Attr(el, t.key)
	} else {
		value, ok = m.doc.AttrNamed(el, t.lower)
	}
	return ok && t.matchesValue(value, isHTML)
}

// hasForeignAttribute matches an attribute selector on an element of another namespace, whose attributes may be in one, too.
func (m *Matcher) hasForeignAttribute(t *simple, el dom.ID) bool {
	for a := range m.doc.Attrs(el) {
		name := a.Name
		if t.anyNamespace {
			name = name[strings.IndexByte(name, ':')+1:]
		}
		if name == t.name && t.matchesValue(a.Value, false) {
			return true
		}
	}
	return false
}

func (t *simple) matchesValue(value string, isHTML bool) bool {
	fold := t.caseOf == caseIgnored || t.caseOf == caseOfHTML && isHTML
	n := len(t.value)
	switch t.operator {
	case 0:
		return true
	case '=':
		return equal(value, t.value, fold)
	case '|':
		return len(value) >= n && equal(value[:n], t.value, fold) && (len(value) == n || value[n] == '-')
	case '~':
		return hasWord(value, t.value, fold)
	}
	if n == 0 || len(value) < n {
		return false
	}
	switch t.operator {
	case '^':
		return equal(value[:n], t.value, fold)
	case '$':
		return equal(value[len(value)-n:], t.value, fold)
	}
	if fold {
		return strings.Contains(lower(value), lower(t.value))
	}
	return strings.Contains(value, t.value)
}

// equal compares as they are, or with ASCII letters in any case.
func equal(a, b string, fold bool) bool {
	if !fold || len(a) != len(b) {
		return a == b
	}
	for i := range len(a) {
		if ascii.Lower(a[i]) != ascii.Lower(b[i]) {
			return false
		}
	}
	return true
}

// hasWord reports whether one of the words between white space is that one.
func hasWord(value, word string, fold bool) bool {
	if len(value) < len(word) {
		return false
	}
	for w, rest := nextWord(value); w != ""; w, rest = nextWord(rest) {
		if equal(w, word, fold) {
			return true
		}
	}
	return false
}

// nextWord cuts off the first word, empty if there is none.
func nextWord(s string) (word, rest string) {
	start := 0
	for start < len(s) && ascii.IsSpace(s[start]) {
		start++
	}
	end := start
	for end < len(s) && !ascii.IsSpace(s[end]) {
		end++
	}
	return s[start:end], s[end:]
}
