package metadata

import (
	"net/url"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

// reader reads a document, once.
type reader struct {
	watch   watch.Watch
	doc     *dom.Document
	base    *url.URL // what addresses are resolved against
	setting *url.URL // the address of the document, if it is known

	claims [fields][]claim
	feeds  []Feed
	json   int    // bytes of JSON-LD that have been read
	buf    []byte // scratch

	linked, marked, described graph   // JSON-LD, microdata, RDFa
	scopes, subjects          []scope // the elements that are open and items of microdata, of RDFa

	at        int      // how many nodes have been visited
	titleText string   // of <title>
	heading   mark     // of the page, if it has one
	sites     []string // the names of the site, see siteKeys
	isArticle bool     // the page says that it is an article
	isThing   bool     // the page says that it is about a thing: a product, an event
	isList    bool     // the page has the dates of many things
	headings  []mark
	lines     []line // near the heading
	bylines   []mark
	times     []mark
	regions   []region
	open      []int // the regions that are open, by their place
}

// mark is an element that may say something of the document.
type mark struct {
	id     dom.ID
	source string
	rank   rank
	region int // the innermost that it is in, from 1 on
	at     int // its place among all nodes
}

// mostMarks is how many marks of a kind are kept; see mostClaims.
const mostMarks = 128

func (r *reader) mark(marks *[]mark, id dom.ID, source string, rank rank) {
	if len(*marks) < mostMarks {
		*marks = append(*marks, mark{id: id, source: source, rank: rank, region: r.region(), at: r.at})
	}
}

// walk visits each node once, in document order.
func (r *reader) walk() {
	r.linked.source, r.marked.source, r.described.source = "JSON-LD", "microdata", "RDFa"
	doc := r.doc
	for id := doc.Node(dom.Root).First; id != 0; {
		n := doc.Node(id)
		if r.at++; r.at%watch.EverySteps == 0 {
			r.watch.Look()
		}
		if n.Kind == dom.KindElement && r.enter(id) && n.First != 0 {
			id = n.First
			continue
		}
		for ; id != 0; id = doc.Node(id).Parent {
			r.leave(id)
			if next := doc.Node(id).Next; next != 0 {
				id = next
				break
			}
		}
	}
}

// enter reads an element, and reports whether what is in it is to be read.
func (r *reader) enter(id dom.ID) bool {
	doc := r.doc
	n := doc.Node(id)
	switch n.Tag {
	case dom.TagHtml:
		r.claim(language, 1, "html lang", languageTag(collapse(doc.Value(id, dom.AttrLang))))
	case dom.TagTitle:
		if r.titleText == "" && r.isInHead(id) {
			r.titleText = r.textOf(id, longest, longestPath)
		}
		return false
	case dom.TagMeta:
		if !doc.Has(id, dom.AttrItemprop) || r.isInHead(id) {
			r.readMeta(id)
		}
	case dom.TagLink:
		r.readLink(id)
	case dom.TagScript:
		r.readJSONLD(id)
		return false
	case dom.TagStyle, dom.TagTemplate, dom.TagSvg:
		return false
	case dom.TagH1, dom.TagH2, dom.TagH3:
		r.mark(&r.headings, id, doc.Name(id), 0)
	case dom.TagTime:
		r.mark(&r.times, id, "time", 1)
	}
	if doc.Has(id, dom.AttrItemscope) || doc.Has(id, dom.AttrItemprop) {
		r.readMicrodata(id)
	}
	if n.Tag != dom.TagMeta && (doc.Has(id, dom.AttrTypeof) || doc.Has(id, dom.AttrProperty) || len(r.subjects) > 0 && doc.Has(id, dom.AttrRel)) {
		r.readRDFa(id)
	}
	r.readMarkup(id)
	return true
}

// leave ends what began with an element.
func (r *reader) leave(id dom.ID) {
	if n := len(r.scopes); n > 0 && r.scopes[n-1].id == id {
		r.scopes = r.scopes[:n-1]
	}
	if n := len(r.subjects); n > 0 && r.subjects[n-1].id == id {
		r.subjects = r.subjects[:n-1]
	}
	r.leaveRegion(id)
}

func (r *reader) isInHead(id dom.ID) bool { return r.doc.Is(r.doc.Node(id).Parent, dom.TagHead) }
