package page

import (
	"bytes"

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
	return p.appendCode(dst, root, &codeText{})
}

// AppendCodeBlock appends the text of a code block, without what stands in it that is no code: see IsCodeFurniture.
func (p *Page) AppendCodeBlock(dst []byte, root dom.ID) []byte {
	start := len(dst)
	how := codeText{isBlock: true, isPre: Of(p.doc.Node(root).Tag).Role == Preformatted}
	if how.isPre {
		root = p.codeBesideLabels(root)
	}
	how.isTable = p.doc.Is(root, dom.TagTable)
	how.numbered, how.numberedText, how.title = p.numberedLines(root), p.numberedText(root), p.CodeTitle(root)
	how.isPlain = how.numbered == 0 && how.numberedText == 0 && how.title == 0 && !how.isTable
	dst = p.appendCode(dst, root, &how)
	if len(bytes.TrimSpace(dst[start:])) == 0 {
		return p.appendCode(dst[:start], root, &codeText{}) // What has no other text has no furniture.
	}
	if !how.isPre {
		dst = dst[:start+len(p.breakSpaces(dst[start:]))]
	}
	if how.numbers > 1 {
		dst = dst[:start+len(p.withoutGap(dst[start:]))]
	}
	return dst
}

// breakSpaces makes spaces of no-break spaces, with which code is indented where white space is not preserved.
func (p *Page) breakSpaces(code []byte) []byte {
	const noBreakSpace = "\u00a0"
	at := bytes.Index(code, []byte(noBreakSpace))
	if at < 0 {
		return code
	}
	out := code[:at]
	for at < len(code) {
		if code[at] == noBreakSpace[0] && at+1 < len(code) && code[at+1] == noBreakSpace[1] {
			p.step()
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
	isBlock bool
	isPre   bool // all white space counts
	isTable bool
	isPlain bool // no element in it is left out for its place

	numbered     dom.ID // see numberedLines
	numberedText dom.ID // see numberedText
	title        dom.ID // see CodeTitle
	numbers      int    // so many have been left out
	number       dom.ID // the last of them in such text
	last         int    // what that says

	inNextCell bool // there is a space before the text to come
	ended      bool // a block has, which is a line end: one more right after it says no more
	spaced     bool // a line number has ended, with a space after it
	lineStart  int  // where the last line began that is an element
}

func (p *Page) appendCode(dst []byte, root dom.ID, c *codeText) []byte {
	start := len(dst)
	id := p.doc.Node(root).First
	for id != 0 {
		p.step()
		n := p.doc.Node(id)
		e := Of(n.Tag)
		skips := false
		switch {
		case n.Kind == dom.KindText:
			if text := p.lineText(id, c); len(text) > 0 {
				if c.inNextCell {
					dst, c.inNextCell = append(dst, ' '), false
				}
				if len(text) > watch.Every {
					dst, text = p.appendLong(dst, text)
				}
				dst = append(dst, text...)
				c.ended = false
			}
			if n.Next != 0 {
				id = n.Next
				continue
			}
		case n.Tag == dom.TagSpan && n.First != 0 && c.isPlain && p.IsSeen(n) && !p.HasClass(id):
			id = n.First // as mostly: a token
			continue
		case n.Tag == dom.TagBr:
			dst = append(dst, '\n')
			c.ended = false
		case e.Is(Raw | Field), p.IsUnseen(id), c.isBlock && p.isFurnitureIn(id, c, len(dst) == start || dst[len(dst)-1] == '\n'):
			skips = true
		case e.Role == Cell:
			c.inNextCell = len(dst) > start && dst[len(dst)-1] != '\n'
		case e.Display == Block, c.isBlock && p.isLineOfCode(id):
			if len(dst) > start && dst[len(dst)-1] != '\n' {
				dst = append(dst, '\n')
			}
			c.ended, c.inNextCell, c.lineStart = false, false, len(dst)
		}
		if !skips && n.First != 0 {
			id = n.First
			continue
		}
		next := p.doc.FollowingSkipped(id, root)
		// Lines end where their elements do.
		for at := id; at != root && next != 0; at = p.doc.Node(at).Parent {
			if at != id || !skips {
				dst = p.endLine(dst, start, at, c)
			}
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

// appendLong appends all of a long text but its end, which it returns.
func (p *Page) appendLong(dst []byte, text string) ([]byte, string) {
	dst = hugepage.Grow(p.watch, dst, len(text))
	for ; len(text) > watch.Every; text = text[watch.Every:] {
		dst = append(dst, text[:watch.Every]...)
		p.watch.Look()
	}
	return dst, text
}
