package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// The ranks of elements that hold a date, below byMarkup.
const (
	byTime rank = 1 + iota
	byPublishedClass
	byDateClass
	byUpdatedClass // when it was changed, which is when it was published if nothing else is told
)

// readTimes makes claims of the elements that hold a date.
func (r *reader) readTimes() {
	const many = 4
	dates := map[string]bool{}
	for _, m := range r.times {
		if r.isAside(m.region) {
			continue
		}
		text := r.doc.Value(m.id, dom.AttrDatetime)
		if text == "" {
			text = r.text(m.id)
		}
		if d, ok := parseDate(text, r.dayFirst()); ok && d.day > 0 {
			dates[date{year: d.year, month: d.month, day: d.day, hour: -1}.String()] = true
			r.claim(published, byMarkup+m.rank, m.source, d.String())
			if m.rank == byUpdatedClass {
				r.claim(modified, byMarkup, m.source, d.String())
			}
		}
	}
	if !r.isArticle && (len(dates) >= many || r.isThing) {
		r.drop(published, byMarkup)
		r.isList = true
	}
}

// dayFirst reports whether 3/4/2020 is in April where the language of the document is at home.
func (r *reader) dayFirst() bool {
	tag := strings.ToLower(r.best(language).value)
	switch tag {
	case "", "en", "en-us", "en-ph":
		return false
	}
	return true
}
