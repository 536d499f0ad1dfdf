package metadata

import "strings"

// readPage makes claims of what the page shows, and takes back those that are not of it.
func (r *reader) readPage() {
	switch best := r.best(kind).value; {
	case strings.EqualFold(best, "article"):
		r.isArticle = true
	case strings.Contains(strings.ToLower(best), "product"):
		r.isThing = true
	}
	r.dropSites()
	if !r.has(authors, byMarkup-1) || !r.has(published, byMarkup-1) {
		r.readShown()
		r.dropSites()
	}
}

// readShown makes claims of what the page shows of who made it and when, where that is not declared.
func (r *reader) readShown() {
	if r.heading.id == 0 {
		r.findHeading()
	}
	r.lines = r.linesAround()
	r.readTimes()
	r.readBylines()
	r.readLines()
	r.readHan()
	switch {
	case r.isArticle:
	case r.isFrontPage(): // It tells of others.
		r.drop(published, byMarkup)
		r.drop(authors, byMarkup)
	case r.isThing:
		r.drop(authors, byName) // That of the shop, or of the page.
	case r.isList:
		r.drop(authors, byText)
	}
}

// isFrontPage reports whether the address of the page is that of its site.
func (r *reader) isFrontPage() bool {
	address := r.best(canonical).value
	if address == "" && r.setting != nil {
		address = r.setting.String()
	}
	_, rest, ok := strings.Cut(address, "://")
	host, path, _ := strings.Cut(rest, "/")
	return ok && path == "" && strings.Contains(host, ".")
}
