package metadata

import (
	"slices"
	"strings"

	"tidemark/core/internal/dom"
)

// readTitle decides what the title of the page is: the heading that says what the page declares, or what it declares, without the name of
// the site.
func (r *reader) readTitle() {
	said := r.declaredTitles()
	var best, first, aside claim
	var heading mark
	level, others := noMatch, 0
	for _, h := range r.headings {
		if !r.doc.Is(h.id, dom.TagH1) {
			continue
		}
		text := strings.TrimRight(r.text(h.id), "¶#§ ")
		key := letters(text)
		switch {
		case key == "" || r.isSite(key):
			continue
		case h.region != 0 && aside.value == "":
			aside = claim{value: text, source: "h1"}
		case h.region != 0:
		case first.value == "":
			first = claim{value: text, source: "h1"}
			if level == noMatch {
				heading = h
			}
		case key != letters(first.value):
			others++
		}
		for i := range said {
			if m, title := said[i].match(text, key); m > level && (h.region == 0 || m > wordsMatch) {
				level, heading, best = m, h, claim{value: title, source: "h1"}
			}
		}
	}
	if level == noMatch {
		if first.value == "" {
			first = aside
		}
		best = r.chooseTitle(said, first, others)
	}
	r.claims[title] = append(r.claims[title][:0], best)
	if heading.id != 0 {
		r.heading = heading
		r.holdHeader(heading.region)
	}
}

// chooseTitle chooses between what is declared and a heading that says something else. One that says mostly the same in other words, or that
// is a sentence, is the title, if there are not many of them.
func (r *reader) chooseTitle(said []declared, first claim, others int) claim {
	const fewWords, manyHeadings = 5, 2
	if len(said) == 0 {
		if first.value == "" {
			return claim{value: r.titleText, source: "title"}
		}
		return first
	}
	best, most, words, shared := 0, 0, 0, 0
	for i := range said {
		total, same := 0, 0
		for word := range strings.SplitSeq(letters(first.value), " ") {
			total++
			if len(word) > 2 && holds(said[i].whole, word) {
				same++
			}
		}
		if same > most {
			best, most = i, same
		}
		words, shared = total, max(shared, same)
	}
	if others < manyHeadings && (words >= fewWords || words > 1 && 10*shared >= 6*words) {
		return first
	}
	return said[best].claim
}

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
func (d *declared) match(text, key string) (match, string) {
	switch {
	case key == d.key || key == d.whole:
		return sameMatch, d.lastPart(text, key)
	case d.parts[0] == key:
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
