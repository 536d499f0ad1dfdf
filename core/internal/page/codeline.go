package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// endLine ends the line of a block.
func (p *Page) endLine(dst []byte, start int, id dom.ID, c *codeText) []byte {
	n := p.doc.Node(id)
	if n.Kind != dom.KindElement {
		return dst
	}
	if e := Of(n.Tag); e.Display != Block || e.Role == Cell {
		if !c.isBlock || !p.isLineOfCode(id) {
			return dst
		}
	}
	isEmptyLine := c.isBlock && len(dst) == c.lineStart && p.isLine(id)
	if isEmptyLine || len(dst) > start && dst[len(dst)-1] != '\n' {
		dst = append(dst, '\n')
	}
	c.ended, c.inNextCell = true, false
	return dst
}

// isLine reports whether a block has a line of its own even where it is empty: generators give it one.
func (p *Page) isLine(id dom.ID) bool {
	switch n := p.doc.Node(id); n.Tag {
	case dom.TagTr, dom.TagLi, dom.TagCode:
		return true
	case dom.TagDiv:
		return n.Traits&dom.HasClass != 0 && saysLine(p.doc.Value(id, dom.AttrClass))
	}
	return false
}

func saysLine(class string) bool {
	return strings.Contains(class, "line") || strings.Contains(class, "Line")
}

// isLineOfCode reports whether an element is a line since it is <code> right beside other <code>: lines that style sheets number.
func (p *Page) isLineOfCode(id dom.ID) bool {
	n := p.doc.Node(id)
	return n.Tag == dom.TagCode && (n.Prev != 0 && p.doc.Is(n.Prev, dom.TagCode) || n.Next != 0 && p.doc.Is(n.Next, dom.TagCode)) &&
		Of(p.doc.Node(n.Parent).Tag).Role == Preformatted
}

// lineText returns the text of a node as far as it is code: white space between blocks may be that of the source only.
func (p *Page) lineText(id dom.ID, c *codeText) string {
	text := p.doc.Text(id)
	if !c.isBlock || len(text) == 0 || text[0] > ' ' && !c.spaced {
		return text
	}
	if c.spaced {
		c.spaced = false
		if text == " " && p.doc.Node(id).Next == 0 {
			return "" // an empty line
		}
		return strings.TrimPrefix(text, "\u00a0")
	}
	n := p.doc.Node(id)
	switch p.doc.Node(n.Parent).Tag {
	case dom.TagTable, dom.TagTbody, dom.TagThead, dom.TagTfoot, dom.TagTr, dom.TagUl, dom.TagOl:
		if p.doc.IsBlank(id) {
			return ""
		}
	}
	if (!c.isPre || Of(p.doc.Node(n.Parent).Tag).Role == Cell) && p.isBetweenLines(id) {
		return ""
	}
	if c.ended {
		text = strings.TrimPrefix(text, "\n")
		if n.Next != 0 && Of(p.doc.Node(n.Next).Tag).Display == Block && strings.Trim(text, " \t") == "" {
			return ""
		}
	}
	return text
}

// isBetweenLines reports whether text is white space right beside a block or a line end, which shows nothing where white space
// is not preserved.
func (p *Page) isBetweenLines(id dom.ID) bool {
	n := p.doc.Node(id)
	return (n.Prev != 0 && p.endsLine(n.Prev) || n.Next != 0 && p.endsLine(n.Next)) && p.doc.IsBlank(id)
}

func (p *Page) endsLine(id dom.ID) bool {
	tag := p.doc.Node(id).Tag
	return tag == dom.TagBr || Of(tag).Display == Block
}
