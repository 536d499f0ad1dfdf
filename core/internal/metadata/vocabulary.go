package metadata

import "strings"

// prop is a property of Schema.org that metadata is read from.
type prop uint8

const (
	otherProp   prop = iota
	standsAlone      // no property: the item is the value of none
	nameProp
	headlineProp
	authorProp
	creatorProp
	publisherProp
	publishedProp
	modifiedProp
	createdProp
	uploadedProp
	descriptionProp
	imageProp
	thumbnailProp
	urlProp
	mainProp   // the item is what the other is about
	mainOfProp // the other is what the item is about
	languageProp
	keywordsProp
	sectionProp
	givenProp
	familyProp
	valueProp
	postProp
	contentURLProp
)

// propOf returns the property of a name, which may have the prefixes that RDF gives it. Those of Dublin Core and SIOC that say the same
// stand among them.
func propOf(name string) prop {
	switch localName(name) {
	case "name":
		return nameProp
	case "headline", "title":
		return headlineProp
	case "author", "has_creator":
		return authorProp
	case "creator":
		return creatorProp
	case "publisher":
		return publisherProp
	case "datePublished", "datepublished", "issued", "publishDate":
		return publishedProp
	case "dateModified", "datemodified", "modified":
		return modifiedProp
	case "dateCreated", "datecreated", "created", "date":
		return createdProp
	case "uploadDate":
		return uploadedProp
	case "description":
		return descriptionProp
	case "image":
		return imageProp
	case "thumbnailUrl":
		return thumbnailProp
	case "contentUrl":
		return contentURLProp
	case "url":
		return urlProp
	case "mainEntity":
		return mainProp
	case "mainEntityOfPage":
		return mainOfProp
	case "inLanguage":
		return languageProp
	case "keywords":
		return keywordsProp
	case "articleSection":
		return sectionProp
	case "givenName":
		return givenProp
	case "familyName":
		return familyProp
	case "@value":
		return valueProp
	case "blogPost", "blogPosts":
		return postProp
	}
	return otherProp
}

// class is what kind of thing an item is; of an item of several types, the last here.
type class uint8

const (
	otherClass class = iota
	organizationClass
	personClass
	siteClass
	pageClass
	thingClass // what a page is about that is no text: a product, an event
	articleClass
)

func classOf(typeName string) class {
	switch typeName {
	case "WebSite":
		return siteClass
	case "Person", "UserAccount", "ProfilePage":
		return personClass
	case "WebPage", "ItemPage", "AboutPage", "ContactPage", "FAQPage", "QAPage", "CollectionPage", "Item":
		return pageClass
	case "Article", "DiscussionForumPosting", "Question", "Recipe", "HowTo", "CreativeWork", "Report", "Post", "BlogEntry", "Guide", "LearningResource":
		return articleClass
	case "Product", "ProductGroup", "Event", "Course", "Book", "Movie", "VideoObject", "SoftwareApplication", "SoftwareSourceCode", "Dataset",
		"JobPosting",
		"PodcastEpisode", "Episode", "MusicRecording", "Game", "VideoGame", "MobileApplication", "WebApplication", "Service":
		return thingClass
	case "Organization", "Corporation", "NewsMediaOrganization", "LocalBusiness", "EducationalOrganization", "GovernmentOrganization":
		return organizationClass
	}
	switch {
	case strings.HasSuffix(typeName, "Article"), strings.HasSuffix(typeName, "BlogPosting"):
		return articleClass
	case strings.HasSuffix(typeName, "Organization"):
		return organizationClass
	}
	return otherClass
}

// isText reports whether a type is one of what people write.
func isText(typeName string) bool {
	return strings.HasSuffix(typeName, "Article") || strings.HasSuffix(typeName, "Posting") || typeName == "Question" || typeName == "Report"
}
