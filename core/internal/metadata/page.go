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
	r.dropMaking()
}

// dropMaking takes back who made a page, and when, where that is said of what it lists, or of what is on sale.
func (r *reader) dropMaking() {
	switch of := r.best(kind).value; {
	case r.isFrontPage(), of == "CollectionPage", of == "SearchResultsPage", of == "ItemList":
		r.drop(published, 0)
		r.drop(authors, 0)
	case of == "Product", of == "ProductGroup":
		r.drop(published, 0)
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
