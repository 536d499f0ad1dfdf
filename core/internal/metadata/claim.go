package metadata

import (
	"slices"
	"strings"
)

// field is what documents say of themselves.
type field uint8

const (
	none field = iota
	title
	authors
	published
	modified
	siteName
	description
	language
	canonical
	image
	favicon
	keywords
	section
	kind
	fields
)

var fieldNames = [fields]string{
	title: "title", authors: "authors", published: "published", modified: "modified", siteName: "siteName", description: "description",
	language: "language", canonical: "canonical", image: "image", favicon: "favicon", keywords: "keywords", section: "section", kind: "type",
}

func (f field) name() string { return fieldNames[f] }

// rank orders the claims to a field, the best first.
type rank uint8

// The ranks of what is found in no vocabulary; those of vocabularies are below, in the order that each states.
const (
	byMarkup  rank = 100 // an element that says what it holds, by rel or by its class
	byText    rank = 120 // words in the text
	byAddress rank = 130
)

// claim is what some place of a document says that a field is.
type claim struct {
	value, source string
	rank          rank
}

// mostClaims is how many claims to a field are kept: no document has so many that are not hostile.
const mostClaims = 64

// longestValue is the length of the longest value that is kept, in bytes; see mostClaims.
const longestValue = 16 << 10

// claim keeps a claim, of which the first of its rank counts, and all for the fields that are lists.
func (r *reader) claim(f field, rank rank, source, value string) {
	if value = notPlaceholder(value); value == "" || len(value) > longestValue || len(r.claims[f]) >= mostClaims {
		return
	}
	r.claims[f] = append(r.claims[f], claim{value, source, rank})
}

// notPlaceholder returns a value, and nothing for what a template was to be filled in with and was not.
func notPlaceholder(value string) string {
	if strings.HasPrefix(value, "{{") && strings.HasSuffix(value, "}}") {
		return ""
	}
	return value
}

// best returns the first claim of the best rank.
func (r *reader) best(f field) (best claim) {
	for _, c := range r.claims[f] {
		if best.value == "" || c.rank < best.rank {
			best = c
		}
	}
	return best
}

// all returns the values of all claims of the best rank, each once.
func (r *reader) all(f field) (values []string, source string) {
	best := r.best(f)
	for _, c := range r.claims[f] {
		if c.rank == best.rank && c.source == best.source && !slices.Contains(values, c.value) {
			values = append(values, c.value)
		}
	}
	return values, best.source
}

// has reports whether a field is claimed by that rank or a better one.
func (r *reader) has(f field, worst rank) bool {
	return slices.ContainsFunc(r.claims[f], func(c claim) bool { return c.rank <= worst })
}

// drop takes back the claims to a field of that rank and worse ones.
func (r *reader) drop(f field, from rank) {
	r.claims[f] = slices.DeleteFunc(r.claims[f], func(c claim) bool { return c.rank >= from })
}
