package html

import (
	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// flows reports whether the next token is for flow: in the data state, in the body or in a table, and outside of foreign
// content.
func (p *Parser) flows() bool {
	return flowModes[p.mode] && p.state == dataState && !p.ignoreLF && !p.fragment && p.open.current().ns == dom.HTML
}

var flowModes = [modeCount]bool{inBody: true, inCell: true, inRow: true, inTableBody: true, inTable: true}

// staysInFlow are the tags of which the next token is for flow too, in the body or a cell: they open an HTML element there, or
// put one without content into the current node.
var staysInFlow = tagsOf(dom.TagA, dom.TagAbbr, dom.TagArticle, dom.TagAside, dom.TagB, dom.TagBr, dom.TagButton, dom.TagCite, dom.TagCode,
	dom.TagDd, dom.TagDiv, dom.TagDl, dom.TagDt, dom.TagEm, dom.TagFigure, dom.TagFooter, dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4,
	dom.TagH5, dom.TagH6, dom.TagHeader, dom.TagI, dom.TagImg, dom.TagKbd, dom.TagLabel, dom.TagLi, dom.TagNav, dom.TagOl, dom.TagP,
	dom.TagS, dom.TagSection, dom.TagSmall, dom.TagSpan, dom.TagStrong, dom.TagSub, dom.TagSup, dom.TagTime, dom.TagU, dom.TagUl,
	dom.TagVar)

// maxFlow is the number of tokens that flow handles at once.
const maxFlow = 64

// flow handles what nearly all tokens of nearly all documents are as the tokenizer and the rules of these modes do, but without
// the detours that others need. It returns false at a token that is for them.
func (p *Parser) flow() bool {
	src := window(p.src, p.pos)
	src = src[:len(src):len(src)]
	for range maxFlow {
		i := p.pos
		if i+16 > len(src) {
			return false
		}
		b := src[i : i+16 : i+16]
		if b[0] != '<' {
			end, raw := textEnd(src, i)
			if end == len(src) {
				return false
			}
			if raw || p.framesetOK || p.mode != inBody && p.mode != inCell {
				if !p.flowText(i, end, raw) {
					return false
				}
				continue
			}
			p.pos, p.token.start = end, i
			p.reconstruct()
			p.doc.AppendText(p.open.current().id, uint32(i), uint32(end))
			continue
		}
		c := b[1]
		if c == '/' {
			if !p.endCurrent(i, ascii.Word(b, len("</"))) {
				return false
			}
			continue
		}
		if !ascii.IsLetter(c) || !p.startTag(i+1) {
			return false
		}
		if p.token.kind == endOfFile || p.mode != inBody && (p.mode != inCell || endsCaption[p.token.tag]) || !p.startTagInBody() {
			p.byMode()
		} else if staysInFlow[p.token.tag] {
			continue
		}
		if p.stopped || !p.flows() {
			return true
		}
	}
	return true
}

// flowText handles text that is not simply appended to the current node.
func (p *Parser) flowText(i, end int, raw bool) bool {
	switch current := p.open.current(); {
	case p.mode != inBody && p.mode != inCell:
		// White space between the tags of a table stays. It would not if other text came right behind it.
		if raw || !fostersOut(current.tag) || !p.beginsTag(end) || spaceEnd(p.src, i, end) < end {
			return false
		}
		p.pos = end
		p.doc.AppendText(current.id, uint32(i), uint32(end))
	case p.framesetOK:
		p.emitCharacters(end, raw)
		p.charactersInBody()
	default:
		p.pos, p.token.start = end, i
		text := p.doc.Decode(p.src[i:end], dom.InText, dom.DropNUL)
		if text.From < text.To {
			p.reconstruct()
		}
		p.doc.AppendDecoded(p.open.current().id, uint32(i), uint32(end), text)
	}
	return true
}

// beginsTag reports whether the < at i begins a tag.
func (z *tokenizer) beginsTag(i int) bool {
	if i++; i < len(z.src) && z.src[i] == '/' {
		i++
	}
	return i < len(z.src) && ascii.IsLetter(z.src[i])
}
