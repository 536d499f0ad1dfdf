package metadata

// citation are the names that indexers of scholarly articles read, of Highwire Press and others:
// https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
func citation(name string) (field, rank) {
	switch name {
	case "citation_title", "bepress_citation_title", "eprints.title", "prism.title":
		return title, 3
	case "citation_author", "bepress_citation_author", "eprints.creators_name", "citation_authors":
		return authors, 2
	case "citation_publication_date", "citation_date", "citation_online_date", "bepress_citation_date", "eprints.date", "prism.publicationdate":
		return published, 4
	case "citation_journal_title", "bepress_citation_journal_title", "prism.publicationname":
		return siteName, 6
	case "citation_language":
		return language, 6
	case "citation_keywords":
		return keywords, 2
	case "citation_abstract":
		return description, 6
	}
	return none, 0
}
