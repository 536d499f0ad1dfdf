package page

import (
	"bytes"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// HoldsPre reports whether there is <pre> in an element, if it is near.
func (p *Page) HoldsPre(id dom.ID) bool {
	c := id
	for range lookAhead {
		if c = p.doc.Following(c, id); c == 0 {
			return false
		}
		if p.doc.Is(c, dom.TagPre) {
			return true
		}
	}
	return false
}

// AppendCode appends the text of an element in a line, where <br> is a line end and a block has lines of its own.
func (p *Page) AppendCode(dst []byte, root dom.ID) []byte {
	return p.appendCode(dst, root, codeText{})
}

// AppendCodeBlock appends the text of a code block, without what stands in it that is no code: see IsCodeFurniture.
func (p *Page) AppendCodeBlock(dst []byte, root dom.ID) []byte {
	start := len(dst)
	how := codeText{isBlock: true, isPre: Of(p.doc.Node(root).Tag).Role == Preformatted}
	if how.isPre {
		root = p.codeBesideLabels(root)
	}
	how.numbered, how.title = p.numberedLines(root), p.CodeTitle(root)
	dst = p.appendCode(dst, root, how)
	if len(bytes.TrimSpace(dst[start:])) == 0 {
		return p.appendCode(dst[:start], root, codeText{}) // What has no other text has no furniture.
	}
	if !how.isPre {
		return dst[:start+len(breakSpaces(dst[start:]))]
	}
	return dst
}

// breakSpaces makes spaces of no-break spaces, with which code is indented where white space is not preserved.
func breakSpaces(code []byte) []byte {
	const noBreakSpace = "\u00a0"
	at := bytes.Index(code, []byte(noBreakSpace))
	if at < 0 {
		return code
	}
	out := code[:at]
	for at < len(code) {
		if code[at] == noBreakSpace[0] && at+1 < len(code) && code[at+1] == noBreakSpace[1] {
			out = append(out, ' ')
			at += len(noBreakSpace)
			continue
		}
		out = append(out, code[at])
		at++
	}
	return out
}

// codeText is how far the text of code has been appended.
type codeText struct {
	isBlock  bool
	isPre    bool   // all white space counts
	numbered dom.ID // of lines that begin with their numbers

	title dom.ID // see CodeTitle

	inNextCell bool // there is a space before the text to come
	ended      bool // a block has, which is a line end: one more right after it says no more
	spaced     bool // a line number has ended, with a space after it
	lineStart  int  // where the last line began that is an element
}

func (p *Page) appendCode(dst []byte, root dom.ID, c codeText) []byte {
	start := len(dst)
	id := p.doc.Node(root).First
	for id != 0 {
		p.step()
		n := p.doc.Node(id)
		e := Of(n.Tag)
		switch {
		case n.Kind == dom.KindText:
			if text := p.lineText(id, &c); len(text) > 0 {
				if c.inNextCell {
					dst, c.inNextCell = append(dst, ' '), false
				}
				if len(text) > watch.Every {
					dst, text = p.appendLong(dst, text)
				}
				dst = append(dst, text...)
				c.ended = false
			}
		case n.Tag == dom.TagBr:
			dst = append(dst, '\n')
			c.ended = false
		case e.Is(Raw | Field), p.IsUnseen(id), c.isBlock && p.isFurnitureIn(id, &c):
			id = p.doc.FollowingSkipped(id, root)
			continue
		case e.Role == Cell:
			c.inNextCell = len(dst) > start && dst[len(dst)-1] != '\n'
		case e.Display == Block, c.isBlock && p.isLineOfCode(id):
			if len(dst) > start && dst[len(dst)-1] != '\n' {
				dst = append(dst, '\n')
			}
			c.ended, c.inNextCell, c.lineStart = false, false, len(dst)
		}
		next := p.doc.Following(id, root)
		// Lines end where their elements do.
		for at := id; at != root && (p.doc.Node(at).First == 0 || at != id) && next != 0; at = p.doc.Node(at).Parent {
			dst = p.endLine(dst, start, at, &c)
			if p.doc.Node(at).Next != 0 {
				break
			}
		}
		id = next
	}
	for at := start; ; {
		n := bytes.IndexByte(dst[at:], '\r')
		if n < 0 {
			return dst
		}
		p.step()
		at += n
		dst[at] = '\n'
	}
}

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
	if !c.isBlock || len(text) == 0 {
		return text
	}
	if c.spaced {
		c.spaced = false
		if rest, ok := strings.CutPrefix(text, " "); ok {
			return rest
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

// appendLong appends all of a long text but its end, which it returns.
func (p *Page) appendLong(dst []byte, text string) ([]byte, string) {
	dst = hugepage.Grow(p.watch, dst, len(text))
	for ; len(text) > watch.Every; text = text[watch.Every:] {
		dst = append(dst, text[:watch.Every]...)
		p.watch.Look()
	}
	return dst, text
}
