package metadata

import (
	"slices"
	"strings"
	"unicode"

	"tidemark/core/internal/dom"
)

// The ranks of elements that name authors, below byMarkup.
const (
	byItemprop rank = 1 + iota // of no item
	byRel
	byNameClass // the class says that it is the name of an author
	byBylineClass
	byAuthorClass
	byAuthorLink
	byMarkups
)

// readBylines makes claims of the elements that say by their markup that they name authors: of each kind the first that holds a name, and
// those beside it.
func (r *reader) readBylines() {
	for rank := byItemprop; rank < byMarkups; rank++ {
		var first *mark
		var names []string
		for i := range r.bylines {
			m := &r.bylines[i]
			if m.rank != rank || r.isAside(m.region) || first != nil && !r.areTogether(first.id, m.id) {
				continue
			}
			found := namesIn(r.text(m.id), rank <= byNameClass)
			if len(found) > 0 {
				first = m
				names = append(names, found...)
			}
		}
		if first == nil || r.isListed(first, names) {
			continue
		}
		for _, name := range names {
			r.claim(authors, byMarkup+rank, first.source, name)
		}
	}
}

// areTogether reports whether two elements are in the same list, of authors perhaps.
func (r *reader) areTogether(a, b dom.ID) bool {
	up := r.doc.Node(a).Parent
	if up == r.doc.Node(b).Parent {
		return true
	}
	return r.doc.Node(up).Parent == r.doc.Node(r.doc.Node(b).Parent).Parent
}

// isListed reports whether a page has so many bylines of other people that it must be a list of articles.
func (r *reader) isListed(first *mark, names []string) bool {
	const many, mostTogether = 4, 8
	if len(names) > mostTogether {
		return true
	}
	others := map[string]bool{}
	for i := range r.bylines {
		m := &r.bylines[i]
		if m.rank != first.rank || r.isAside(m.region) {
			continue
		}
		for _, name := range namesIn(r.text(m.id), m.rank <= byNameClass) {
			if !slices.Contains(names, name) {
				others[name] = true
			}
		}
	}
	return len(others) >= many
}

// namesIn returns the names in the text of a byline; with anyCase, one can be in small letters.
func namesIn(text string, anyCase bool) (names []string) {
	const longestByline = 300
	if len(text) > longestByline {
		return nil
	}
	for _, name := range splitNames(bylineOf(text)) {
		if isRole(name) {
			continue
		}
		if !isName(name, anyCase) {
			break
		}
		names = append(names, name)
	}
	return names
}

// bylineOf returns the part of a byline that is names: what stands behind "by", and before a date or what else is told.
func bylineOf(text string) string {
	text = trimLead(text)
	for _, lead := range [...]string{" By ", " Von ", " VON "} { // Behind what the text is about.
		if _, rest, ok := strings.Cut(text, lead); ok {
			text = rest
		}
	}
	if _, start, _, ok := findDate(text, true); ok {
		if start > 0 {
			before, after := text[:start], text[start:]
			if text = before; !strings.ContainsFunc(before, unicode.IsLetter) || isPosted(before) {
				text = behindLead(after)
			}
		} else {
			text = behindLead(text)
		}
	}
	for _, end := range [...]string{" | ", " - ", " – ", " — ", " · ", " • ", "(", "[", " on ", " am ", " in ", " at ", " vom ", " for ", " from ",
		" le ", " Published", " Updated", " Posted"} {
		if i := strings.Index(text, end); i > 0 {
			text = text[:i]
		}
	}
	return text
}

// isPosted reports whether a text only says that a date follows.
func isPosted(text string) bool {
	switch strings.ToLower(strings.Trim(text, " :,")) {
	case "posted on", "posted", "published", "published on", "on", "am", "vom", "veröffentlicht am", "publié le", "le", "publicado el", "last updated",
		"updated", "erstellt am":
		return true
	}
	return false
}

// behindLead returns what stands behind the first word in a text that leads to names.
func behindLead(text string) string {
	for _, lead := range [...]string{" by ", " By ", " BY ", " von ", " Von ", " VON ", " par ", " por ", " door ", " da "} {
		if _, rest, ok := strings.Cut(text, lead); ok {
			return rest
		}
	}
	return ""
}
