package page

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/formula"
)

// IsOpenBox reports whether an element can be entered before it is whole.
func (p *Page) IsOpenBox(id dom.ID) bool {
	n := p.doc.Node(id)
	if n.Kind != dom.KindElement || !Of(n.Tag).Is(Transparent) || n.Namespace != dom.HTML || n.Traits&(dom.Kept|dom.Ruled) != 0 {
		return false
	}
	if n.Tag == dom.Unknown && (p.Formulas.IsCustomElement(id) || p.isIsland(id)) || p.Formulas.HasClass(id) {
		return false
	}
	if n.Tag == dom.TagFigure || n.Tag == dom.TagDetails && p.MayBeAlert(id) || Of(n.Tag).Role == AlertBox && (p.MayBeAlert(id) || p.MayBeCodeBox(id)) {
		return false // What an image in a figure is for may be known behind it.
	}
	if n.Traits&dom.HasKnownClass != 0 && p.saysClass(id, codeSpanClass|spanClass|boxTableClass) {
		return false
	}
	if p.IsRoleTable(id) {
		return false
	}
	if n.Tag == dom.TagDl && p.IsContents(id) {
		return false
	}
	if Of(n.Tag).Display == Block && p.MayBeStyled(n) {
		if s := p.StyleOf(id); !s.IsZero() {
			return false
		}
	}
	if len(p.footnotes.blocks) > 0 && p.FootnoteIn(id) != nil {
		return false
	}
	return !p.NeedsCheck(n) || !p.IsUnseen(id) && !p.IsEditLink(id)
}

// LooksAfter reports whether what follows an element decides what it means.
func (p *Page) LooksAfter(id dom.ID) bool {
	switch p.doc.Node(id).Tag {
	case dom.TagNoscript, dom.TagTemplate:
		return true
	case dom.TagImg, dom.TagPicture:
		return !p.showsImage(id) // There may be a <noscript> for it.
	}
	role := Of(p.doc.Node(id).Tag).Role
	return role == Annotation || role == AnnotationParenthesis || p.Formulas.IsOfMathJax(id)
}

// IsWholeAfter reports whether all can be seen that such an element looks at: no more than formula.FramesBefore elements and one.
func (p *Page) IsWholeAfter(id dom.ID) bool {
	parent := p.doc.Node(id).Parent
	if p.doc.Is(id, dom.TagTemplate) {
		return !p.doc.Unfinished(parent) || !p.IsShadowRoot(id) // All of that goes into its slots.
	}
	for elements := 0; elements <= formula.FramesBefore; {
		if id = p.doc.Node(id).Next; id == 0 {
			return !p.doc.Unfinished(parent)
		}
		if p.doc.Unfinished(id) {
			return false
		}
		if p.doc.Node(id).Kind == dom.KindElement {
			elements++
		}
	}
	return true
}

// Doubt notes that what has been asked depends on what the document says about itself.
func (p *Page) Doubt() {
	if p.Undecided {
		p.Doubted = true
	}
}

// DoubtNode doubts whether there are formulas in text, or what classes mean.
func (p *Page) DoubtNode(id dom.ID) {
	n := p.doc.Node(id)
	switch {
	case n.Kind != dom.KindText:
		if p.Formulas.HasClass(id) {
			p.Doubt()
		}
	case p.Formulas.Delimiters == formula.DollarDelimiters:
	case p.IsText(n.Prev), p.IsText(n.Next):
		if strings.ContainsAny(p.doc.Text(id), `\$`) {
			p.Doubt()
		}
	case p.Formulas.Delimiters == formula.TeXDelimiters:
		if strings.IndexByte(p.doc.Text(id), '$') >= 0 {
			p.Doubt()
		}
	default:
		var ends formula.NoEnds
		if _, ok := formula.Next(p.doc.Text(id), 0, formula.DollarDelimiters, &ends); ok {
			p.Doubt()
		}
	}
}
