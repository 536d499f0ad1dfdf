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
	label  string // of a card, that its data has not been read of
	json   int    // bytes of JSON-LD that have been read
	buf    []byte // scratch

	linked, marked, described graph   // JSON-LD, microdata, RDFa
	scopes, subjects          []scope // the elements that are open and items of microdata, of RDFa

	related  dom.ID // an element of RDFa that the next item in it is the value of a property for
	relation prop

	titleText string   // of <title>
	heading   mark     // of the page, if it has one
	sites     []string // the names of the site, see siteKeys
	titleKeys []string // what letters makes of the titles that are declared
	isArticle bool     // the page says that it is an article
	isThing   bool     // the page says that it is about a thing: a product, an event
	isList    bool     // the page has the dates of many things
	known     knownWords
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
}

// mostMarks is how many marks of a kind are kept; see mostClaims.
const mostMarks = 128

func (r *reader) mark(marks *[]mark, id dom.ID, source string, rank rank) {
	if len(*marks) < mostMarks {
		*marks = append(*marks, mark{id: id, source: source, rank: rank, region: r.region()})
	}
}

// walk visits each node once, in document order.
func (r *reader) walk() {
	r.linked.source, r.marked.source, r.described.source = "JSON-LD", "microdata", "RDFa"
	doc := r.doc
	nodes := 0
	for id := doc.Node(dom.Root).First; id != 0; {
		n := doc.Node(id)
		if nodes++; nodes%watch.EverySteps == 0 {
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
		if r.titleText == "" { // The first in the document: https://html.spec.whatwg.org/multipage/dom.html#the-title-element-2
			r.titleText = notPlaceholder(r.text(id))
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
	case dom.TagH1:
		r.mark(&r.headings, id, "h1", 0)
	}
	if n.Traits&dom.HasItem != 0 {
		r.readMicrodata(id)
		if n.Tag != dom.TagMeta {
			r.readRDFa(id)
		}
	}
	if n.Traits&(dom.HasClass|dom.HasID|dom.HasItem|dom.HasHref) != 0 || n.Tag == dom.TagTime || opens(n.Tag) {
		r.readMarkup(id)
	}
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
	if r.related == id {
		r.related = 0
	}
	r.leaveRegion(id)
}

func (r *reader) isInHead(id dom.ID) bool { return r.doc.Is(r.doc.Node(id).Parent, dom.TagHead) }
