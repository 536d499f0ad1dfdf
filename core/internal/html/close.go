package html

import "tidemark/core/internal/dom"

// tagSet is a set of tags.
type tagSet [256]bool

func tagsOf(tags ...dom.Tag) (set tagSet) {
	for _, tag := range tags {
		set[tag] = true
	}
	return set
}

// https://html.spec.whatwg.org/multipage/parsing.html#generate-implied-end-tags
var impliedEndTags = tagsOf(dom.TagDd, dom.TagDt, dom.TagLi, dom.TagOptgroup, dom.TagOption, dom.TagP, dom.TagRb, dom.TagRp,
	dom.TagRt, dom.TagRtc)

// generateImpliedEndTags pops elements whose end tags may be left out, but not those with the tag except. Where the standard
// then pops all up to an element, this step is left out: it is for the error that it finds.
func (p *Parser) generateImpliedEndTags(except dom.Tag) {
	for tag := p.open.current().tag; impliedEndTags[tag] && tag != except; tag = p.open.current().tag {
		p.open.pop()
	}
}

// closeP closes a p element that is in button scope.
// https://html.spec.whatwg.org/multipage/parsing.html#close-a-p-element
func (p *Parser) closeP() {
	if p.open.topmost.tags[dom.TagP] == 0 {
		return
	}
	if place := p.open.inButtonScope(dom.TagP); place != 0 {
		p.open.popUntil(place)
	}
}

// closeInScope closes the topmost element with that tag, and what is in it, if it is in scope.
func (p *Parser) closeInScope(tag dom.Tag) bool {
	place := p.open.inScope(tag)
	if place == 0 {
		return false
	}
	p.open.popUntil(place)
	return true
}

// current reports whether the current node is an HTML element with that tag.
func (p *Parser) current(tag dom.Tag) bool { return p.open.current().tag == tag }
