package metadata

import (
	"slices"
	"strings"
)

// declared is a title that the page declares.
type declared struct {
	claim
	key   string   // of the title without the name of the site
	whole string   // with it
	parts []string // of whole, between what titles are put together with
}

// declaredTitles returns the titles that the page declares, the best first, without the name of the site.
func (r *reader) declaredTitles() []declared {
	var said []declared
	add := func(c claim) {
		whole := c.value
		if len(whole) > longest {
			return
		}
		c.value = r.withoutSite(whole)
		key := letters(c.value)
		if key == "" || r.isSite(key) || key == "home" || key == "homepage" || key == "startseite" {
			return
		}
		d := declared{claim: c, key: key, whole: letters(whole)}
		for _, part := range titleParts(whole) {
			d.parts = append(d.parts, letters(part))
		}
		said = append(said, d)
	}
	for rank := rank(0); rank < byMarkup; rank++ {
		for _, c := range r.claims[title] {
			if c.rank == rank {
				add(c)
			}
		}
	}
	add(claim{value: r.titleText, source: "title"})
	return said
}

// isSitePart reports whether a heading must be the name of the site, which is not told elsewhere: the last part of the titles, and the
// shorter one.
func (r *reader) isSitePart(said []declared, key string) bool {
	if len(r.claims[siteName]) > 0 {
		return false
	}
	return slices.ContainsFunc(said, func(d declared) bool {
		n := len(d.parts)
		return n > 1 && d.parts[n-1] == key && len(key) < len(d.parts[0])
	})
}

// withoutCount takes away the number of things that a heading of a list has behind it in brackets, or of pages.
func withoutCount(text string) string {
	before, inside, ok := strings.Cut(text, " (")
	inside, closed := strings.CutSuffix(inside, ")")
	if !ok || !closed {
		return text
	}
	number, what, _ := strings.Cut(strings.ToLower(inside), " ")
	switch what {
	case "items", "results", "products", "articles", "posts", "entries", "artikel", "produkte", "ergebnisse":
		return before
	}
	if number == "page" {
		return before
	}
	return text
}

// match is how well a heading says what is declared.
type match int

const (
	noMatch    match = iota
	wordsMatch       // the words of the heading are some of it
	partMatch        // the heading is a part of it
	endMatch         // it is the end of the heading, behind a word about its subject
	firstMatch       // the heading is the first part of it
	sameMatch
)

// match returns how well a heading says what is declared, and what it says without what else is in it.
func (r *reader) match(d *declared, text, key string) (match, string) {
	switch {
	case key == d.key || key == d.whole:
		return sameMatch, d.lastPart(text, key)
	case d.parts[0] == key, strings.HasPrefix(d.key, key+" ") && r.isSite(d.key[len(key)+1:]):
		return firstMatch, text
	case strings.HasSuffix(key, " "+d.key) && strings.Contains(d.key, " "):
		return endMatch, d.value
	case slices.Contains(d.parts, key):
		return partMatch, text
	case holds(d.key, key) && 2*len(key) >= len(d.key):
		return wordsMatch, text
	}
	return noMatch, ""
}

// lastPart returns the last part of a heading that has two where a title has a mark between them, and it has none: they are a line each.
func (d *declared) lastPart(text, key string) string {
	parts := titleParts(d.value)
	if last := parts[len(parts)-1]; len(parts) == 2 && len(titleParts(text)) == 1 && strings.Contains(last, " ") && strings.HasSuffix(key, " "+letters(last)) {
		return last
	}
	return text
}

// holds reports whether the words of a text are in another, one after another; both as letters makes them.
func holds(text, part string) bool {
	return part != "" && strings.Contains(" "+text+" ", " "+part+" ")
}
