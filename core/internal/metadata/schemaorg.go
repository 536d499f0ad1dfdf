package metadata

// The ranks of claims by Schema.org: of each syntax, the first is trusted more than the next.
const (
	linkedRank    rank = 1  // JSON-LD
	markedRank    rank = 10 // microdata
	describedRank rank = 12 // RDFa
)

// readItems makes claims of what is said of things in the vocabulary of Schema.org: https://schema.org/
func (r *reader) readItems() {
	r.readGraph(&r.linked, linkedRank)
	r.readGraph(&r.marked, markedRank)
	r.readGraph(&r.described, describedRank)
}

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
	name := letters(g.text(place, headlineProp))
	if name == "" {
		name = letters(g.text(place, nameProp))
	}
	return len(name) > 4 && (holds(letters(r.titleText), name) || holds(letters(r.best(title).value), name))
}

func (r *reader) readMain(g *graph, main int, rank rank) {
	it := &g.items[main-1]
	name := func(property string) string { return g.source + " " + it.typeName + " " + property }
	r.claim(title, rank+1, name("headline"), g.text(main, headlineProp))
	if it.class != pageClass {
		r.claim(title, rank+2, name("name"), g.text(main, nameProp))
	}
	r.isArticle = r.isArticle || it.class == articleClass
	r.isThing = r.isThing || it.class == thingClass
	if it.typeName == "CollectionPage" {
		return // Its dates are those of what it lists.
	}
	r.claimDate(published, rank, name("datePublished"), g.text(main, publishedProp))
	r.claimDate(published, rank+10, name("dateCreated"), g.text(main, createdProp))
	r.claimDate(published, rank+11, name("uploadDate"), g.text(main, uploadedProp))
	r.claimDate(modified, rank, name("dateModified"), g.text(main, modifiedProp))
	r.claim(description, rank+6, name("description"), g.text(main, descriptionProp))
	r.claim(language, rank+5, name("inLanguage"), languageTag(g.text(main, languageProp)))
	r.claim(section, rank, name("articleSection"), g.text(main, sectionProp))
	r.claim(siteName, rank+4, name("publisher"), g.text(main, publisherProp))
	r.claim(kind, rank, g.source, it.typeName)
	r.claim(canonical, rank+4, name("url"), r.webAddress(g.text(main, urlProp)))
	r.claim(image, rank+4, name("image"), r.webAddress(g.address(main, imageProp)))
	r.claim(image, rank+5, name("thumbnailUrl"), r.webAddress(g.address(main, thumbnailProp)))
	g.values(main, keywordsProp, func(p *property) bool {
		r.claimKeywords(rank+5, name("keywords"), g.textOf(p))
		return true
	})
	r.readAuthors(g, main, rank, authorProp, name("author"))
	r.readAuthors(g, main, rank+1, creatorProp, name("creator"))
}

// address returns the address that a property has, of an item its own.
func (g *graph) address(of int, name prop) (address string) {
	g.values(of, name, func(p *property) bool {
		if address = p.text; p.item != 0 {
			place := g.resolve(p.item)
			if address = g.text(place, urlProp); address == "" {
				address = g.text(place, contentURLProp)
			}
		}
		return address == ""
	})
	return address
}

func (r *reader) readAuthors(g *graph, main int, rank rank, name prop, source string) {
	g.values(main, name, func(p *property) bool {
		if p.item == 0 {
			r.claimAuthors(rank, source, p.text)
			return true
		}
		place := g.resolve(p.item)
		names := 0
		g.values(place, nameProp, func(p *property) bool {
			r.claimAuthors(rank, source, p.text)
			names++
			return true
		})
		if names == 0 {
			if given := g.text(place, givenProp); given != "" {
				r.claimAuthors(rank, source, given+" "+g.text(place, familyProp))
			} else {
				r.claimAuthors(rank, source, g.text(place, valueProp))
			}
		}
		return true
	})
}
