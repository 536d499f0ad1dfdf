package markdown

import (
	"hash/maphash"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

// cleaning is what is known of the links of a document, if they are cleaned up.
type cleaning struct {
	met   map[uint64]struct{} // the addresses that links have led to
	often map[uint64]int32    // how many links lead to an address, as it stands in the document
}

var addressSeed = maphash.MakeSeed()

// beginCleaning begins a document, or begins it again.
func (r *Renderer) beginCleaning() {
	if r.settings.CleansLinks {
		clear(r.cleaning.met)
	}
}

// countLinks counts the links to each address of a document that is whole.
func (r *Renderer) countLinks() {
	c := &r.cleaning
	if c.often == nil {
		c.often = map[uint64]int32{}
	}
	clear(c.often)
	steps := 0
	for id := dom.Root; id != 0; {
		if steps++; steps%watch.EverySteps == 0 {
			r.watch.Look()
		}
		n := r.doc.Node(id)
		if n.Traits&dom.Excluded != 0 {
			id = r.doc.FollowingSkipped(id, dom.Root)
			continue
		}
		if n.Tag == dom.TagA && n.Traits&dom.HasHref != 0 {
			c.often[maphash.String(addressSeed, r.doc.Value(id, dom.AttrHref))]++
		}
		id = r.doc.Following(id, dom.Root)
	}
}

// cleanLink cleans a link up, and reports whether it stays one.
func (r *Renderer) cleanLink(id dom.ID, l *inline.Link) bool {
	s := r.settings
	if s.Page.Clean.Titles && l.Title != "" && (l.Title == l.Address || r.page.Repeats(id, l.Title)) {
		l.Title, l.PlainTitle = "", true
	}
	if s.DropRepeated {
		key := maphash.String(addressSeed, l.Address)
		if _, met := r.cleaning.met[key]; met {
			return false
		}
		if r.cleaning.met == nil {
			r.cleaning.met = map[uint64]struct{}{}
		}
		r.cleaning.met[key] = struct{}{}
	}
	if s.ReferRepeated {
		l.Referenced = isShorterReferred(len(l.Address)+len(l.Title), int(r.cleaning.often[maphash.String(addressSeed, r.doc.Value(id, dom.AttrHref))]))
	}
	return true
}

// isShorterReferred reports whether links are shorter that refer to where they lead, where so many do, and that takes so many bytes.
func isShorterReferred(length, links int) bool {
	const (
		inlined    = len("()")
		referred   = len("[1]")
		definition = len("[1]: ") + len("\n")
	)
	return links*(length+inlined) > links*referred+definition+length
}

func (c *cleaning) room() int {
	const ofEntry = 48
	return ofEntry * (len(c.met) + len(c.often))
}

// titleOfImage is the title of an image, unless it says what the image says anyway.
func (r *Renderer) titleOfImage(id dom.ID) string {
	title, _ := r.title(id)
	if r.settings.Page.Clean.Titles && page.Same(title, r.alt(id)) {
		return ""
	}
	return title
}
