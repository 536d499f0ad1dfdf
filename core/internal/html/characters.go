package html

import (
	"bytes"

	"tidemark/core/internal/dom"
)

// textRange is text of a token of characters: a range of the source, or of the decoded text.
type textRange struct {
	start, end int
	decoded    bool
	text       dom.Range
}

// decodeCharacters decodes the token, if it has to be and has not been.
func (p *Parser) decodeCharacters() {
	if t := &p.token; t.raw {
		t.text = p.doc.Decode(p.src[t.start:t.end], t.references, t.nul)
		t.raw, t.decoded = false, true
	}
}

// characterBytes returns the text of the token, decoded.
func (p *Parser) characterBytes() []byte {
	p.decodeCharacters()
	if p.token.decoded {
		return p.doc.Decoded(p.token.text)
	}
	return p.src[p.token.start:p.token.end]
}

// splitCharacters cuts the first n bytes off the token, and gives them as a token of their own.
func (p *Parser) splitCharacters(n int) textRange {
	first := p.takeCharacters()
	if first.decoded {
		first.text.To = first.text.From + uint32(n)
		p.token.text.From += uint32(n)
	} else {
		first.end = first.start + n
		p.token.start += n
	}
	return first
}

// takeCharacters returns the characters of the token.
func (p *Parser) takeCharacters() textRange {
	p.decodeCharacters()
	t := &p.token
	return textRange{start: t.start, end: t.end, decoded: t.decoded, text: t.text}
}

// leadingSpace returns the length of the white space that the token begins with, and whether that is all of it.
func (p *Parser) leadingSpace() (n int, all bool) {
	text := p.characterBytes()
	n = spaceEnd(text, 0, len(text))
	return n, n == len(text)
}

// dropNUL takes NUL out of the token, and reports whether something is left.
func (p *Parser) dropNUL() bool {
	if p.mayHoldNUL() && bytes.IndexByte(p.characterBytes(), 0) >= 0 {
		p.token.text = p.doc.DecodeNUL(p.token.text, dom.DropNUL)
	}
	return !p.token.decoded || p.token.text.From < p.token.text.To
}

// replaceNUL puts U+FFFD for NUL in the token.
func (p *Parser) replaceNUL() {
	if p.mayHoldNUL() && bytes.IndexByte(p.characterBytes(), 0) >= 0 {
		p.token.text = p.doc.DecodeNUL(p.token.text, dom.ReplaceNUL)
	}
}

// mayHoldNUL reports whether the token was decoded or has to be, since it then is the only place for NUL.
func (p *Parser) mayHoldNUL() bool { return p.token.raw || p.token.decoded }

// insertCharacters inserts the token as text.
func (p *Parser) insertCharacters() { p.insertText(p.takeCharacters()) }

// insertText inserts text at the current node, next to text that is there.
// https://html.spec.whatwg.org/multipage/parsing.html#insert-a-character
func (p *Parser) insertText(c textRange) {
	at := p.appropriatePlace(p.open.top)
	if at.parent == dom.Root {
		return
	}
	start, end := uint32(c.start), uint32(c.end)
	last := p.doc.Node(at.parent).Last
	if at.before != 0 {
		last = p.doc.Node(at.before).Prev
	}
	switch {
	case c.decoded:
		if (last == 0 || !p.doc.ExtendDecoded(last, start, end, c.text)) && c.text.From < c.text.To {
			p.put(at, p.doc.NewDecoded(dom.KindText, start, end, c.text))
		}
	case last == 0 || !p.doc.ExtendText(last, start, end):
		p.put(at, p.doc.NewText(start, end))
	}
}

// leaveOut takes note of text that leaves nothing in the tree: what follows it is one with what is before.
func (p *Parser) leaveOut(c textRange) {
	if last := p.doc.Node(p.open.current().id).Last; last != 0 {
		p.doc.ExtendDecoded(last, uint32(c.start), uint32(c.end), dom.Range{})
	}
}
