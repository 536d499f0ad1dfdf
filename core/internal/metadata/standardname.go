package metadata

// byName is the rank of the authors of the standard name.
const byName rank = 3

// standardName are the names of the HTML Standard, and those that the WHATWG Wiki registers:
// https://html.spec.whatwg.org/multipage/semantics.html#standard-metadata-names, https://wiki.whatwg.org/wiki/MetaExtensions
func standardName(name string) (field, rank) {
	switch name {
	case "application-name":
		return siteName, 3
	case "author":
		return authors, byName
	case "description":
		return description, 1
	case "keywords":
		return keywords, 1
	case "news_keywords":
		return keywords, 2
	case "language":
		return language, 7
	case "apple-mobile-web-app-title":
		return siteName, 8
	case "date":
		return published, 8
	case "thumbnail":
		return image, 8
	case "title":
		return title, 6
	}
	return none, 0
}
