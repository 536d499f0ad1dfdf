package page

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/style"
)

// ReadSheets reads the style sheets in the head: like <base>, all that follows is what they speak of.
func (p *Page) ReadSheets() {
	p.sheets.Reset()
	head := p.doc.Find(dom.Root, dom.TagHead)
	if head == 0 {
		return
	}
	for c := p.doc.Node(head).First; c != 0; c = p.doc.Node(c).Next {
		if p.isSheet(c) {
			p.sheets.Count(p.doc, c)
		}
	}
	for c := p.doc.Node(head).First; c != 0; c = p.doc.Node(c).Next {
		if p.isSheet(c) {
			p.sheets.Read(p.watch, p.doc, c)
		}
	}
}

// isSheet reports whether a node is a style sheet that counts.
func (p *Page) isSheet(id dom.ID) bool {
	return p.doc.Is(id, dom.TagStyle) && p.doc.Node(id).Start < p.lookaheadLimit && isForScreens(p.doc.Value(id, dom.AttrMedia))
}

// isForScreens reports whether a sheet with that media attribute counts.
func isForScreens(media string) bool {
	media = strings.TrimSpace(media)
	return media == "" || strings.EqualFold(media, "all") || strings.EqualFold(media, "screen")
}

// HasSheets reports whether there are style sheets that say something.
func (p *Page) HasSheets() bool { return !p.sheets.IsEmpty() }

// IsConverted reports whether a converter wrote the document, by its style sheets: of an office, of mail or of books.
func (p *Page) IsConverted() bool { return p.sheets.AreConverters() }

// IsOfSheets reports whether a cell is one of Google Sheets, by its table or by what is around that, as it comes from the clipboard.
func (p *Page) IsOfSheets(cell dom.ID) bool {
	const near = 4 // row, section, table, and around it
	for range near {
		if cell = p.doc.Node(cell).Parent; cell == 0 {
			return false
		}
		switch p.doc.Node(cell).Tag {
		case dom.TagTable:
			if _, ok := p.doc.Named(cell, "data-sheets-root"); ok {
				return true
			}
		case dom.Unknown:
			return p.doc.Name(cell) == "google-sheets-html-origin"
		}
	}
	return false
}

// StyleOf returns what style an element is given, by its attribute and by sheets.
func (p *Page) StyleOf(id dom.ID) style.Style {
	return p.sheets.Of(p.doc, id, p.ownStyle(id))
}

// HasStyle reports whether the style attribute of an element says something.
func (p *Page) HasStyle(id dom.ID) bool {
	s := p.ownStyle(id)
	return !s.IsZero()
}

// MayBeStyled reports whether a style may say something of an element.
func (p *Page) MayBeStyled(n *dom.Node) bool {
	return n.Traits&dom.HasStyle != 0 || !p.sheets.IsEmpty()
}

// TakesBack reports whether its style attribute takes back what the name of an element says: sheets do that too, but mostly to
// say it in another way.
func (p *Page) TakesBack(id dom.ID) bool {
	own := p.ownStyle(id)
	switch p.doc.Node(id).Tag {
	case dom.TagB, dom.TagStrong:
		return own.Of(style.Weight) == style.Normal
	case dom.TagI, dom.TagEm:
		return own.Of(style.Slant) == style.Normal
	case dom.TagS, dom.TagStrike:
		return own.Of(style.Line) == style.Normal
	}
	return false
}

// FormatsOf returns what the style of an element that says nothing of its own makes of the text in it.
func (p *Page) FormatsOf(id dom.ID) (strong, emphasis, deleted bool) {
	n := p.doc.Node(id)
	if e := Of(n.Tag); e.Role != NoRole || e.Display != Inline || n.Namespace != dom.HTML || !p.MayBeStyled(n) {
		return false, false, false
	}
	s := p.StyleOf(id)
	return s.Of(style.Weight) == style.Bold, s.Of(style.Slant) == style.Italic, s.Of(style.Line) == style.LineThrough
}

// HoldsLines reports whether there are no blocks among the children of an element.
func (p *Page) HoldsLines(id dom.ID) bool {
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		if n := p.doc.Node(c); n.Kind == dom.KindElement && Of(n.Tag).Display == Block {
			return false
		}
	}
	return true
}

// IsStyledCode reports whether a style makes an element code: its letters are of one width, and its lines are as they stand, as in what
// is pasted from VS Code and other editors.
func (p *Page) IsStyledCode(s *style.Style) bool {
	return s.Of(style.Space) == style.Pre && s.Of(style.Face) == style.Monospaced
}

// BlockAround returns the block that an element stands in, 0 where it is not near.
func (p *Page) BlockAround(id dom.ID) dom.ID {
	for range lookAhead {
		if id = p.doc.Node(id).Parent; id == 0 || Of(p.doc.Node(id).Tag).Display == Block {
			return id
		}
	}
	return 0
}

// IsPartlyBold reports whether the letters of some of a heading are set to be normal, so that others are bold for a reason.
func (p *Page) IsPartlyBold(heading dom.ID) bool {
	if s := p.StyleOf(heading); s.Of(style.Weight) == style.Normal && p.doc.Node(heading).First != p.doc.Node(heading).Last {
		return true
	}
	c := heading
	for range lookAhead {
		if c = p.doc.Following(c, heading); c == 0 {
			return false
		}
		n := p.doc.Node(c)
		if n.Kind != dom.KindElement || !p.MayBeStyled(n) {
			continue
		}
		if s := p.StyleOf(c); s.Of(style.Weight) == style.Normal && p.IsSureToShow(c) {
			return true
		}
	}
	return false
}

// HoldsHeadedSection reports whether <summary> begins with a section that has a heading, as in rustdoc.
func (p *Page) HoldsHeadedSection(id dom.ID) bool {
	section := p.firstElement(id)
	if section == 0 || !p.doc.Is(section, dom.TagSection) || !p.doc.Is(id, dom.TagSummary) {
		return false
	}
	c := section
	for range lookAhead {
		if c = p.doc.Following(c, section); c == 0 {
			return false
		}
		if Of(p.doc.Node(c).Tag).Role == Heading {
			return true
		}
	}
	return false
}

// IsOrdered reports whether the items of a list have numbers. A style attribute can say so of any.
func (p *Page) IsOrdered(list dom.ID) bool {
	own := p.ownStyle(list)
	switch own.Of(style.Marker) {
	case style.Numbers:
		return true
	case style.Bullets:
		return false
	}
	return p.doc.Is(list, dom.TagOl)
}
