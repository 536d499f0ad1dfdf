package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page"
	"tidemark/core/internal/page/formula"
)

// The lists of Settings.Selectors. Those of the rules come after them.
const (
	included uint64 = 1 << iota
	excluded
	kept
	unwrapped
	chosenBits = iota
)

// choose finds what the selectors match in a document that is whole.
func (r *Renderer) choose() {
	r.chooseIn(dom.Root)
	if r.settings.Include {
		r.include()
	}
}

// chooseNext does so in what is rendered next, as far as that can change no more, and in what is looked at behind it.
func (r *Renderer) chooseNext(id dom.ID) {
	if r.doc.IsChosen(id) {
		return
	}
	r.chooseIn(id)
	if r.doc.Node(id).Kind != dom.KindElement || !r.page.LooksAfter(id) {
		return
	}
	for elements := 0; elements <= formula.FramesBefore && id != 0; id = r.doc.Node(id).Next {
		if r.doc.Node(id).Kind == dom.KindElement {
			r.chooseIn(id)
			elements++
		}
	}
}

// chooseIn matches what is in a node, and the node itself, but not what can still be moved.
func (r *Renderer) chooseIn(root dom.ID) {
	for id := root; id != 0; {
		if r.doc.IsChosen(id) || !r.chooseElement(id) {
			id = r.doc.FollowingSkipped(id, root)
			continue
		}
		id = r.doc.Following(id, root)
	}
}

// chooseElement reports whether what is in an element is to be matched, too.
func (r *Renderer) chooseElement(id dom.ID) bool {
	n := r.doc.Node(id)
	unfinished := r.doc.Unfinished(id)
	switch {
	case n.Kind != dom.KindElement:
		return n.Kind == dom.KindDocument
	case unfinished && (n.Namespace != dom.HTML || !page.Of(n.Tag).Is(page.Transparent)):
		return false
	case !unfinished:
		r.doc.SetChosen(id)
	}
	lists := r.matcher.Match(id)
	if rules := lists >> chosenBits; rules != 0 && lists&excluded == 0 {
		r.chooseRule(id, rules, unfinished)
	}
	switch {
	case lists&excluded != 0 || n.Traits&dom.Excluded != 0:
		n.Traits |= dom.Excluded
		return false
	case n.Namespace != dom.HTML || page.Of(n.Tag).Display == page.None:
	case lists&kept != 0:
		n.Traits |= dom.Kept
		return !unfinished
	case lists&unwrapped != 0 && !page.Of(n.Tag).Is(page.Raw):
		r.doc.Unwrap(id)
	}
	return true
}

// include leaves nothing in the body but the elements that are to be converted, each in a box of its own.
func (r *Renderer) include() {
	top := r.doc.Node(dom.Root).First
	for top != 0 && r.doc.Node(top).Kind != dom.KindElement {
		top = r.doc.Node(top).Next
	}
	body := r.doc.Node(top).Last
	var found []dom.ID
	for id := dom.Root; id != 0; {
		switch {
		case r.doc.Node(id).Traits&dom.Excluded != 0:
		case r.matcher.Match(id)&included == 0:
			id = r.doc.Following(id, dom.Root)
			continue
		case id == top, id == body:
			return // It is all of the document.
		default:
			hugepage.Push(&r.watch, &found, id)
		}
		id = r.doc.FollowingSkipped(id, dom.Root)
	}
	for _, id := range found {
		r.doc.Remove(id)
	}
	for c := r.doc.Node(body).First; c != 0; c = r.doc.Node(body).First {
		r.doc.Remove(c)
	}
	for _, id := range found {
		box := r.doc.NewElement(dom.HTML, dom.Name(dom.TagDiv), 0, 0, r.doc.AttrCount())
		r.doc.AppendChild(body, box)
		r.doc.AppendChild(box, id)
	}
}

// beginChosen renders an element that is left out, or kept as HTML.
func (r *Renderer) beginChosen(id dom.ID) step {
	if r.doc.Node(id).Traits&dom.Kept != 0 {
		r.keep(id)
	}
	return done
}
