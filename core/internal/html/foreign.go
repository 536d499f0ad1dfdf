package html

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// adjustedCurrent returns the current node, or the context of a fragment where that stands for the only element.
// https://html.spec.whatwg.org/multipage/parsing.html#adjusted-current-node
func (p *Parser) adjustedCurrent() *openElement {
	if p.fragment && p.open.top == bottom {
		return &p.context
	}
	return p.open.current()
}

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign
func (p *Parser) inForeignContent() {
	switch p.token.kind {
	case characters:
		p.charactersInForeignContent()
	case comment:
		p.insertComment()
	case startTag:
		if p.breaksOut() {
			p.leaveForeignContent()
			return
		}
		p.insertForeign(p.adjustedCurrent().ns)
	case endTag:
		switch p.token.tag {
		case dom.TagBr, dom.TagP:
			p.leaveForeignContent()
		default:
			p.endForeign()
		}
	}
}

func (p *Parser) charactersInForeignContent() {
	if p.framesetOK {
		for _, c := range p.characterBytes() {
			if c != 0 && !ascii.IsSpace(c) {
				p.framesetOK = false
				break
			}
		}
	}
	p.replaceNUL()
	p.insertCharacters()
}

var breakouts = tagsOf(dom.TagB, dom.TagBig, dom.TagBlockquote, dom.TagBody, dom.TagBr, dom.TagCenter, dom.TagCode, dom.TagDd, dom.TagDiv,
	dom.TagDl, dom.TagDt, dom.TagEm, dom.TagEmbed, dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6,
	dom.TagHead, dom.TagHr, dom.TagI, dom.TagImg, dom.TagLi, dom.TagListing, dom.TagMenu, dom.TagMeta, dom.TagNobr, dom.TagOl,
	dom.TagP, dom.TagPre, dom.TagRuby, dom.TagS, dom.TagSmall, dom.TagSpan, dom.TagStrong, dom.TagStrike, dom.TagSub,
	dom.TagSup, dom.TagTable, dom.TagTt, dom.TagU, dom.TagUl, dom.TagVar)

// breaksOut reports whether the start tag cannot be meant for foreign content.
func (p *Parser) breaksOut() bool {
	if p.token.tag != dom.TagFont {
		return breakouts[p.token.tag]
	}
	for _, name := range []dom.AttrKey{dom.AttrColor, dom.AttrFace, dom.AttrSize} {
		if _, ok := p.doc.Pending(p.token.attrs, name); ok {
			return true
		}
	}
	return false
}

// leaveForeignContent closes foreign elements for a token that is then handled as HTML.
func (p *Parser) leaveForeignContent() {
	for e := p.open.current(); e.ns != dom.HTML && e.integration&(mathMLTextIntegration|htmlIntegration) == 0; e = p.open.current() {
		p.open.pop()
	}
	p.byMode()
}

// byMode processes the token by the rules of the insertion mode.
func (p *Parser) byMode() {
	for !rules[p.mode](p) {
	}
}

// endForeign closes the topmost foreign element with that name, if no HTML element is above it. Otherwise the end tag is
// for HTML.
func (p *Parser) endForeign() {
	if p.open.top == bottom {
		return
	}
	place := *p.open.topmostForeign.of(p.token.name)
	if place != 0 && p.open.at(place).order > p.open.current().htmlOrder {
		p.open.popUntil(place)
		return
	}
	p.byMode()
}

// insertForeign inserts a foreign element for the start tag.
// https://html.spec.whatwg.org/multipage/parsing.html#insert-a-foreign-element
func (p *Parser) insertForeign(ns dom.Namespace) {
	t := &p.token
	id := p.doc.NewElement(ns, t.name, uint32(t.start), uint32(t.end), t.attrs)
	p.attach(id)
	encoding, _ := p.doc.Pending(t.attrs, dom.AttrEncoding)
	p.open.pushForeign(id, t.name, ns, integrationOf(ns, t.tag, encoding))
	if t.selfClosing {
		p.open.pop()
	}
}

func integrationOf(ns dom.Namespace, tag dom.Tag, encoding string) integration {
	switch {
	case ns == dom.MathML:
		switch tag {
		case dom.TagMI, dom.TagMO, dom.TagMN, dom.TagMS, dom.TagMText:
			return mathMLTextIntegration
		case dom.TagAnnotationXML:
			if strings.EqualFold(encoding, "text/html") || strings.EqualFold(encoding, "application/xhtml+xml") {
				return annotationXML | htmlIntegration
			}
			return annotationXML
		}
	case ns == dom.SVG:
		switch tag {
		case dom.TagForeignObject, dom.TagDesc, dom.TagTitle:
			return htmlIntegration
		}
	}
	return 0
}
