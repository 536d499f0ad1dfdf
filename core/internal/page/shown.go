package page

import (
	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/formula"
)

// AppendShown appends the text that is seen of an element, in one line: white space is collapsed, and blocks and line breaks are spaces. An
// image that stands for a character is that, a formula its TeX; a mark to be copied from, of a heading for example, is none of it, nor is what
// leads back from a footnote.
func (p *Page) AppendShown(dst []byte, root dom.ID) []byte {
	start, space := len(dst), false
	inHeading, inNote := Of(p.doc.Node(root).Tag).Role == Heading, p.FootnoteIn(root) != nil
	for id := p.doc.Node(root).First; id != 0; {
		p.step()
		n := p.doc.Node(id)
		skips := false
		switch {
		case n.Kind == dom.KindText:
			dst, space = appendCollapsed(dst, start, space, p.doc.Text(id))
		case n.Kind != dom.KindElement:
		case n.Tag == dom.TagImg:
			if p.ImageMode(id) == Alt {
				dst, space = appendCollapsed(dst, start, space, p.doc.Value(id, dom.AttrAlt))
			}
		case n.Tag == dom.TagBr:
			space = true
		case p.Formulas.MayBeFormula(id) && p.FormulaOf(id).Source != formula.None:
			dst, space = p.appendFormula(dst, start, space, id)
			skips = true
		case p.IsUnseen(id), Of(n.Tag).Is(Raw), p.isOrnament(id, inHeading, inNote):
			skips = true
		case Of(n.Tag).Display == Block:
			space = true
		}
		if !skips && n.First != 0 {
			id = n.First
			continue
		}
		for space = space || Of(n.Tag).Display == Block; p.doc.Node(id).Next == 0; {
			if id = p.doc.Node(id).Parent; id == root {
				return dst
			}
			space = space || Of(p.doc.Node(id).Tag).Display == Block
		}
		id = p.doc.Node(id).Next
	}
	return dst
}

func (p *Page) isOrnament(id dom.ID, inHeading, inNote bool) bool {
	if !p.doc.Is(id, dom.TagA) {
		return p.IsEditLink(id)
	}
	return inNote && p.LeadsBack(id) || (inHeading || p.doc.Node(id).Traits&dom.HasClass != 0) && p.PermalinkOf(id, p.doc.Value(id, dom.AttrHref), inHeading) == Ornamental
}

func (p *Page) appendFormula(dst []byte, start int, space bool, id dom.ID) ([]byte, bool) {
	f := p.FormulaOf(id)
	switch f.Source {
	case formula.Copy:
		return dst, space
	case formula.Spoken:
		return appendCollapsed(dst, start, space, f.Value)
	}
	tex, _ := p.Formulas.TeX(f, f.Display, 1<<16)
	return appendCollapsed(dst, start, space, string(tex))
}

// appendCollapsed appends text to what begins at start, with a space before it if there was white space.
func appendCollapsed(dst []byte, start int, space bool, text string) ([]byte, bool) {
	for i := 0; i < len(text); {
		if ascii.IsSpace(text[i]) {
			space = true
			i++
			continue
		}
		end := i
		for end < len(text) && !ascii.IsSpace(text[end]) {
			end++
		}
		if space && len(dst) > start {
			dst = append(dst, ' ')
		}
		dst = append(dst, text[i:end]...)
		space, i = false, end
	}
	return dst, space
}
