package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// NeedsCheck reports whether an element may be unseen or a formula.
func (p *Page) NeedsCheck(n *dom.Node) bool { return Of(n.Tag).NeedsCheck(n.Traits, p.Formulas.Marks) }

// IsSeen reports whether an element is sure to be seen, and to be no formula, if no class of its says something.
func (p *Page) IsSeen(n *dom.Node) bool { return n.Traits&odd == 0 && Of(n.Tag).asked&always == 0 }

// IsUnseen reports whether an element shows nothing, nor does what is in it.
func (p *Page) IsUnseen(id dom.ID) bool {
	n := p.doc.Node(id)
	return n.Kind == dom.KindElement && Of(n.Tag).MayBeUnseen(n.Traits) && p.isUnseen(id)
}

func (p *Page) isUnseen(id dom.ID) bool {
	n := p.doc.Node(id)
	switch {
	case n.Traits&(dom.Excluded|dom.Kept) != 0:
		return n.Traits&dom.Excluded != 0
	case n.Namespace == dom.SVG, Of(n.Tag).Display == None:
		return true
	case n.Namespace == dom.MathML && (p.doc.Name(id) == "annotation" || p.doc.Name(id) == "annotation-xml"):
		return true // It says the same as the formula again.
	case n.Tag == dom.TagInput && p.InputText(id) == "", n.Tag == dom.Unknown && p.isIslandData(id):
		return true
	case n.Tag == dom.TagNoscript && !p.showsNoscript(id), n.Tag == dom.TagTemplate && !p.IsShadowRoot(id):
		return true
	}
	return p.IsHidden(id)
}

// IsHidden reports whether a reader does not see an element.
func (p *Page) IsHidden(id dom.ID) bool {
	n := p.doc.Node(id)
	if n.Tag == dom.TagHtml || n.Tag == dom.TagBody {
		return false
	}
	if n.Traits&odd == 0 {
		return n.Tag == dom.TagDialog && !p.doc.Has(id, dom.AttrOpen)
	}
	if n.Traits&(dom.Excluded|dom.Kept) != 0 {
		return n.Traits&dom.Excluded != 0
	}
	if len(p.footnotes.shown) > 0 && p.isShownLabel(id) {
		return true
	}
	if !p.ShowHidden && p.isConcealed(id) {
		p.LeftOut = true
		return true
	}
	// On blocks it is mostly a state, such as that of a page behind a dialog.
	if n.Traits&dom.HasAriaHidden != 0 && Of(n.Tag).Is(Ornament) && p.doc.Value(id, dom.AttrAriaHidden) == "true" {
		return true
	}
	return n.Tag == dom.TagDialog && !p.doc.Has(id, dom.AttrOpen)
}

// isConcealed reports whether the page itself hides an element, for good or until its script runs.
func (p *Page) isConcealed(id dom.ID) bool {
	if p.doc.Node(id).Traits&dom.HasHidden != 0 {
		return !p.isRevealed(id, p.doc.Value(id, dom.AttrHidden))
	}
	return p.styleSaid(id).hides && !p.isRevealed(id, "")
}

// isRemoved reports whether an element does not even have a place where it is hidden.
func (p *Page) isRemoved(id dom.ID) bool {
	if p.doc.Node(id).Traits&dom.Excluded != 0 {
		return true
	}
	if p.ShowHidden || p.doc.Node(id).Traits&dom.HasConcealing == 0 {
		return false
	}
	if p.doc.Node(id).Traits&dom.HasHidden != 0 {
		return p.isConcealed(id)
	}
	return strings.EqualFold(styleValue(p.doc.Value(id, dom.AttrStyle), "display"), "none")
}

// HiddenText returns the length of the text of an element that the page itself hides, 0 of one that shows nothing in any case.
func (p *Page) HiddenText(id dom.ID) int {
	switch tag := p.doc.Node(id).Tag; {
	case Of(tag).Display == None, tag != dom.TagNoscript && !p.isConcealed(id), tag == dom.TagNoscript && p.fallbackOf(id) != textFallback:
		return 0
	}
	length := 0
	for c := p.doc.Following(id, id); c != 0; {
		p.step()
		n := p.doc.Node(c)
		if n.Kind == dom.KindElement && (n.Namespace == dom.SVG || Of(n.Tag).Display == None || n.Tag == dom.TagNoscript || n.Tag == dom.TagTemplate) {
			c = p.doc.FollowingSkipped(c, id)
			continue
		}
		if n.Kind == dom.KindText {
			for word := range strings.FieldsSeq(p.doc.Text(c)) {
				length += len(word) + 1
			}
		}
		c = p.doc.Following(c, id)
	}
	return length
}

// IsPicture reports whether an element shows something that is not written, in its place in the line.
func (p *Page) IsPicture(id dom.ID) bool {
	n := p.doc.Node(id)
	switch {
	case n.Namespace == dom.SVG, n.Tag == dom.TagCanvas:
		return true
	case n.Tag == dom.TagInput:
		return !strings.EqualFold(p.doc.Value(id, dom.AttrType), "hidden") && !p.IsHidden(id)
	}
	return false
}
