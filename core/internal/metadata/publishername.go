package metadata

// publisherName are the names of services that publishers have their pages read by, and those of their own that many share:
// https://docs.parse.ly/metatags/, https://getstarted.sailthru.com/developers/personalization/meta-tags/
func publisherName(name string) (field, rank) {
	switch name {
	case "parsely-title", "sailthru.title":
		return title, 5
	case "parsely-author", "sailthru.author", "authors", "article_author", "article:author_name", "cxenseparse:author", "byl", "dcsext.author",
		"vr:author":
		return authors, 4
	case "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article.published", "article_date_original",
		"published_time", "published-date", "publication_date", "publication-date", "publishdate", "publish_date", "publish-date", "pubdate",
		"pub_date", "date_published", "datepublished", "ptime", "vr:published_time", "article-publication-date", "originalpublicationdate",
		"displaydate", "releasedate", "release_date", "created", "createdate", "date.created", "date-created", "dc.date.created", "firstpublished",
		"initial_publication_date", "shareaholic:article_published_time", "weibo:article:create_at", "pdate", "apub:time":
		return published, 5
	case "shareaholic:article_modified_time", "weibo:article:update_at", "last-modified", "lastmod", "last_modified", "lastmodified", "date_modified",
		"datemodified",
		"modified_time", "updated_time", "revised", "article.updated", "moddate", "date.modified", "modified", "lmt":
		return modified, 7
	case "parsely-section", "cxenseparse:section", "cxenseparse:taxonomy", "category", "article_section":
		return section, 4
	case "parsely-tags", "sailthru.tags", "tags":
		return keywords, 5
	case "parsely-image-url", "sailthru.image.full", "sailthru.image.thumb":
		return image, 7
	case "parsely-link", "sailthru.url":
		return canonical, 4
	case "pagetype", "page-type", "parsely-type":
		return kind, 6
	}
	return none, 0
}
