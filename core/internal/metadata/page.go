package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// readPage makes claims of what the page shows.
func (r *reader) readPage() {
	switch best := r.best(kind).value; {
	case strings.EqualFold(best, "article"):
		r.isArticle = true
	case strings.Contains(strings.ToLower(best), "product"):
		r.isThing = true
	}
	r.lines = r.linesAround()
	r.readTimes()
	r.readBylines()
	r.readLines()
	if !r.isArticle && (r.isList || r.isThing) {
		r.drop(authors, byMarkup)
	}
	r.dropSites()
	if r.isFrontPage() {
		r.drop(published, 0) // Those of something that it tells of.
		r.drop(authors, 0)
	}
}

// isFrontPage reports whether the address of the page is that of its site.
func (r *reader) isFrontPage() bool {
	address := r.best(canonical).value
	if address == "" && r.setting != nil {
		address = r.setting.String()
	}
	_, rest, ok := strings.Cut(address, "://")
	_, path, _ := strings.Cut(rest, "/")
	return ok && path == ""
}

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
