package metadata

import "slices"

// The ranks of claims by Schema.org: of each syntax, the first is trusted more than the next.
const (
	linkedRank    rank = 1  // JSON-LD
	markedRank    rank = 10 // microdata
	describedRank rank = 12 // RDFa
)

// longestType is the length of the longest name of a type that is told, in bytes.
const longestType = 64

// readItems makes claims of what is said of things in the vocabulary of Schema.org: https://schema.org/
func (r *reader) readItems() {
	for _, text := range [...]string{r.titleText, r.best(title).value} {
		if len(text) <= longest {
			r.titleKeys = append(r.titleKeys, letters(text))
		}
	}
	for _, g := range [...]*graph{&r.linked, &r.marked, &r.described} {
		r.isThing = r.isThing || slices.ContainsFunc(g.items, func(it item) bool { return it.via == standsAlone && it.typeName == "Product" })
	}
	r.readGraph(&r.linked, linkedRank)
	r.readGraph(&r.marked, markedRank)
	r.readGraph(&r.described, describedRank)
}

// readGraph makes claims of what is said in one syntax.
func (r *reader) readGraph(g *graph, rank rank) {
	if main := r.mainItem(g); main != 0 {
		r.readMain(g, main, rank)
	}
	for i := range g.items {
		if it := &g.items[i]; it.class == siteClass && it.via == standsAlone {
			r.claim(siteName, rank+3, g.source+" WebSite name", g.text(i+1, nameProp))
		}
	}
}

// mainItem returns the item that a page is about, from 1 on: an article before a thing before the page itself, and of several articles the
// one that has the title of the page.
func (r *reader) mainItem(g *graph) int {
	best, rivals, matched := 0, 0, false
	for i := range g.items {
		it := &g.items[i]
		switch it.via {
		case standsAlone, mainProp, mainOfProp, postProp:
		default:
			continue
		}
		if it.class < pageClass || it.first == 0 {
			continue
		}
		matches := r.isOfTitle(g, i+1)
		if it.class == thingClass && !matches {
			continue // It is on the page, as a film is.
		}
		switch {
		case best == 0 || it.class > g.items[best-1].class:
			best, rivals, matched = i+1, 0, matches
		case it.class < g.items[best-1].class:
		case matches && !matched:
			best, matched = i+1, true
		default:
			rivals++
		}
	}
	if rivals > 1 && !matched {
		return 0 // A list of things.
	}
	return best
}

// isOfTitle reports whether the title of an item is in that of the page.
func (r *reader) isOfTitle(g *graph, place int) bool {
	const shortest = 5
	name := letters(g.text(place, headlineProp))
	if name == "" {
		name = letters(g.text(place, nameProp))
	}
	return len(name) >= shortest && slices.ContainsFunc(r.titleKeys, func(key string) bool { return holds(key, name) })
}

// readMain makes claims of the item that a page is about.
func (r *reader) readMain(g *graph, main int, rank rank) {
	it := &g.items[main-1]
	r.isArticle = r.isArticle || it.class == articleClass
	r.isThing = r.isThing || it.class == thingClass
	r.claim(title, rank+1, g.source+" headline", g.text(main, headlineProp))
	if it.class != pageClass {
		r.claim(title, rank+2, g.source+" name", g.text(main, nameProp))
	}
	r.claim(description, rank+6, g.source+" description", g.text(main, descriptionProp))
	r.claim(language, rank+5, g.source+" inLanguage", languageTag(g.text(main, languageProp)))
	r.claim(section, rank, g.source+" articleSection", g.text(main, sectionProp))
	r.claim(siteName, rank+4, g.source+" publisher", g.text(main, publisherProp))
	r.claim(canonical, rank+4, g.source+" url", r.webAddress(g.text(main, urlProp)))
	r.claim(image, rank+4, g.source+" image", r.webAddress(g.address(main, imageProp)))
	r.claim(image, rank+5, g.source+" thumbnailUrl", r.webAddress(g.address(main, thumbnailProp)))
	if len(it.typeName) <= longestType {
		r.claim(kind, rank, g.source+" type", it.typeName)
	}
	for i, n := g.first(main, keywordsProp), 0; i != 0 && n < mostClaims; i, n = g.following(i), n+1 {
		r.claimKeywords(rank+5, g.source+" keywords", g.textOf(i))
	}
	if it.typeName != "CollectionPage" && !(it.class == pageClass && (r.isThing || r.isFrontPage())) {
		r.readMaking(g, main, rank)
	}
}

// readMaking makes claims of who made an item, and when. Those of a page that lists others, or shows a product, are not asked for.
func (r *reader) readMaking(g *graph, main int, rank rank) {
	of := rank
	if it := &g.items[main-1]; it.class == articleClass && !isText(it.typeName) {
		of += 2 // It can be older or newer than the page that it is on, as a recipe is.
	}
	r.claimDate(published, of, g.source+" datePublished", g.text(main, publishedProp))
	r.claimDate(published, rank+10, g.source+" dateCreated", g.text(main, createdProp))
	r.claimDate(published, rank+11, g.source+" uploadDate", g.text(main, uploadedProp))
	r.claimDate(modified, rank, g.source+" dateModified", g.text(main, modifiedProp))
	r.readAuthors(g, main, rank, authorProp, g.source+" author")
	r.readAuthors(g, main, rank+1, creatorProp, g.source+" creator")
}

// address returns the address that a property has, of an item its own.
func (g *graph) address(of int, name prop) string {
	for i, n := g.first(of, name), 0; i != 0 && n < mostClaims; i, n = g.following(i), n+1 {
		address := g.props[i-1].text
		if item := g.resolve(g.props[i-1].item); item != 0 {
			if address = g.text(item, urlProp); address == "" {
				address = g.text(item, contentURLProp)
			}
		}
		if address != "" {
			return address
		}
	}
	return ""
}

// readAuthors makes claims of the people, or what else, that are the values of a property.
func (r *reader) readAuthors(g *graph, main int, rank rank, name prop, source string) {
	for i, n := g.first(main, name), 0; i != 0 && n < mostClaims; i, n = g.following(i), n+1 {
		item := g.resolve(g.props[i-1].item)
		named := g.first(item, nameProp)
		switch {
		case item == 0:
			r.claimAuthors(rank, source, g.props[i-1].text)
		case named != 0:
			for n := 0; named != 0 && n < mostClaims; named, n = g.following(named), n+1 {
				r.claimAuthors(rank, source, g.props[named-1].text)
			}
		case g.first(item, givenProp) != 0:
			r.claimAuthors(rank, source, g.text(item, givenProp)+" "+g.text(item, familyProp))
		default:
			r.claimAuthors(rank, source, g.text(item, valueProp))
		}
	}
}
