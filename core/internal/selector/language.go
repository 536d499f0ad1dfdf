package selector

import (
	"strings"

	"tidemark/core/internal/dom"
)

// isInLanguage matches :lang.
// https://drafts.csswg.org/selectors-4/#the-lang-pseudo
func (m *Matcher) isInLanguage(t *simple, el dom.ID) bool {
	holder := m.nearest(languages, el, func(m *Matcher, el dom.ID) int32 {
		if m.doc.Has(el, dom.AttrXMLLang) || m.doc.Has(el, dom.AttrLang) {
			return int32(el)
		}
		return 0
	})
	if holder == 0 {
		return false
	}
	at := dom.ID(holder)
	if value, known := m.tableOf(t.table, at).get(at); known {
		return value
	}
	language, ok := m.doc.Attr(at, dom.AttrXMLLang)
	if !ok || m.doc.Node(at).Namespace == dom.HTML {
		language = m.doc.Value(at, dom.AttrLang)
	}
	language = lower(language)
	found := false
	for _, wanted := range t.ranges {
		found = found || inRange(language, wanted)
	}
	m.known[t.table].set(at, found)
	return found
}

// nearest returns what of says of an element, or of the nearest ancestor of which it says something.
func (m *Matcher) nearest(number int, el dom.ID, of func(*Matcher, dom.ID) int32) (found int32) {
	const none = -1
	end := el
	for ; end != 0; end = m.parent(end) {
		m.step()
		if found = m.indexOf(number, end)[end]; found != 0 {
			break
		}
		if found = of(m, end); found != 0 {
			break
		}
	}
	if found == 0 {
		found = none
	}
	for ; el != 0; el = m.parent(el) {
		m.index[number][el] = found
		if el == end {
			break
		}
	}
	return max(found, 0)
}

// inRange is the extended filtering of language tags, both in lower case.
// https://www.rfc-editor.org/rfc/rfc4647#section-3.3.2
func inRange(tag, wanted string) bool {
	if wanted == "" || tag == "" {
		return wanted == tag
	}
	first, wanted, more := strings.Cut(wanted, "-")
	own, tag, _ := strings.Cut(tag, "-")
	if first != "*" && first != own {
		return false
	}
	for more {
		first, wanted, more = strings.Cut(wanted, "-")
		if first == "*" {
			continue
		}
		for own = ""; own != first; {
			if tag == "" {
				return false
			}
			own, tag, _ = strings.Cut(tag, "-")
			if own != first && len(own) == 1 {
				return false
			}
		}
	}
	return true
}
