package metadata

// openGraph is the Open Graph protocol: https://ogp.me/
func openGraph(name string) (field, rank) {
	switch name {
	case "og:title":
		return title, 1
	case "og:description":
		return description, 2
	case "og:site_name":
		return siteName, 1
	case "og:url":
		return canonical, 2
	case "og:image:secure_url":
		return image, 2
	case "og:image", "og:image:url":
		return image, 1
	case "og:locale":
		return language, 3
	case "og:type":
		return kind, 2
	case "article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "og:release_date", "book:release_date":
		return published, 2
	case "article:published", "article:post_date":
		return published, 5
	case "article:modified_time", "og:article:modified_time", "og:modified_time":
		return modified, 2
	case "og:updated_time", "article:modified", "article:updated_time":
		return modified, 6
	case "article:author", "og:article:author", "book:author":
		return authors, 5
	case "article:author:name", "og:author", "og:article:author:name":
		return authors, 4
	case "article:section", "og:article:section":
		return section, 2
	case "article:tag", "og:article:tag", "book:tag", "og:video:tag", "video:tag":
		return keywords, 3
	}
	return none, 0
}
