package metadata

import "strings"

// dublinCore is Dublin Core, as https://www.dublincore.org/specifications/dublin-core/dcq-html/ says it in HTML: with the prefix DC or
// DCTERMS and a dot, or with a colon as RDFa has it.
func dublinCore(name string) (field, rank) {
	i := strings.IndexAny(name, ".:")
	if i < 0 {
		return none, 0
	}
	switch name[:i] {
	case "dc", "dcterms", "dcterm", "dc.terms", "dct":
	default:
		return none, 0
	}
	switch strings.ReplaceAll(name[i+1:], ":", ".") {
	case "title":
		return title, 4
	case "creator", "contributor.author", "creator.personalname":
		return authors, 6
	case "date.issued", "issued", "date.published", "date.x-metadatapublished", "available", "date.available":
		return published, 6
	case "date", "date.created", "created":
		return published, 7
	case "date.modified", "modified", "date.updated":
		return modified, 5
	case "description", "abstract", "description.abstract":
		return description, 5
	case "language":
		return language, 5
	case "subject":
		return keywords, 4
	case "publisher":
		return siteName, 7
	case "type":
		return kind, 5
	}
	return none, 0
}
