package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// readTitle decides what the title of the page is: the heading that says what the page declares, or what it declares, without the name of
// the site.
func (r *reader) readTitle() {
	said := r.declaredTitles()
	isFront := r.isFrontPage()
	var best, first, aside claim
	var heading mark
	level, others := noMatch, 0
	for _, h := range r.headings {
		text := withoutCount(strings.TrimRight(r.text(h.id), "¶#§ "))
		key := letters(text)
		switch {
		case key == "" || r.isSite(key) || r.isSitePart(said, key):
			continue
		case h.region != 0 && aside.value == "":
			aside = claim{value: text, source: "h1"}
		case h.region != 0:
			others++
		case first.value == "":
			first = claim{value: text, source: "h1"}
			if level == noMatch {
				heading = h
			}
		case key != letters(first.value):
			others++
		}
		for i := range said {
			if m, title := r.match(&said[i], text, key); m > level && (h.region == 0 || m > wordsMatch) && (!isFront || m >= firstMatch) {
				level, heading, best = m, h, claim{value: title, source: "h1"}
			}
		}
	}
	if level == noMatch {
		if first.value == "" {
			first = aside
		}
		best = r.chooseTitle(said, first, others, isFront)
	}
	r.claims[title] = append(r.claims[title][:0], best)
	if heading.id != 0 {
		r.heading = heading
		r.holdHeader(heading.region)
	}
}

// chooseTitle chooses between what is declared and a heading that says something else. One that says mostly the same in other words, or that
// is a sentence, is the title, if there are not many of them. That of a front page is a slogan, and its title has the name of the site.
func (r *reader) chooseTitle(said []declared, first claim, others int, isFront bool) claim {
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
			if len(word) > 2 && holds(said[i].key, word) {
				same++
			}
		}
		if same > most || same == most && same > 0 && len(said[i].key) < len(said[best].key) {
			best, most = i, same
		}
		words, shared = total, max(shared, same)
	}
	if words >= fewWords && others < manyHeadings && !isFront || words > 1 && 10*shared >= 6*words {
		return first
	}
	if isFront && r.titleText != "" {
		return claim{value: r.titleText, source: "title"}
	}
	return said[best].claim
}

// findHeading finds the text that is the title of a page without a heading.
func (r *reader) findHeading() {
	const shortest = 6
	key := letters(r.best(title).value)
	if len(key) < shortest {
		return
	}
	for id := r.doc.Find(dom.Root, dom.TagBody); id != 0; id = r.doc.Following(id, dom.Root) {
		if r.doc.Node(id).Kind != dom.KindText {
			continue
		}
		if text := r.doc.Text(id); len(text) >= shortest && len(text) < 3*len(key) && letters(text) == key && !isUnread(r.doc.Node(r.doc.Node(id).Parent).Tag) {
			r.heading = mark{id: id}
			return
		}
	}
}
