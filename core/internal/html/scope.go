package html

import "tidemark/core/internal/dom"

// The classes of elements that end a walk down the stack of open elements.
const (
	// https://html.spec.whatwg.org/multipage/parsing.html#special
	special = iota
	// barrier is a special element that a new list item does not look past.
	barrier
	// scopeEnd ends every scope but that of tables; the next two end the list item scope and the button scope too.
	// https://html.spec.whatwg.org/multipage/parsing.html#has-an-element-in-scope
	scopeEnd
	listItemScopeEnd
	buttonScopeEnd
	tableScopeEnd
	// modeSetter decides the insertion mode when that is reset.
	modeSetter
)

type enderSet uint8

var enderSets = func() (sets [256]enderSet) {
	add := func(class int, tags ...dom.Tag) {
		for _, tag := range tags {
			sets[tag] |= 1 << class
		}
	}
	add(special, dom.TagAddress, dom.TagApplet, dom.TagArea, dom.TagArticle, dom.TagAside, dom.TagBase, dom.TagBasefont,
		dom.TagBgsound, dom.TagBlockquote, dom.TagBody, dom.TagBr, dom.TagButton, dom.TagCaption, dom.TagCenter, dom.TagCol,
		dom.TagColgroup, dom.TagDd, dom.TagDetails, dom.TagDir, dom.TagDiv, dom.TagDl, dom.TagDt, dom.TagEmbed,
		dom.TagFieldset, dom.TagFigcaption, dom.TagFigure, dom.TagFooter, dom.TagForm, dom.TagFrame, dom.TagFrameset,
		dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6, dom.TagHead, dom.TagHeader, dom.TagHgroup,
		dom.TagHr, dom.TagHtml, dom.TagIframe, dom.TagImg, dom.TagInput, dom.TagKeygen, dom.TagLi, dom.TagLink,
		dom.TagListing, dom.TagMain, dom.TagMarquee, dom.TagMenu, dom.TagMeta, dom.TagNav, dom.TagNoembed,
		dom.TagNoframes, dom.TagNoscript, dom.TagObject, dom.TagOl, dom.TagP, dom.TagParam, dom.TagPlaintext, dom.TagPre,
		dom.TagScript, dom.TagSearch, dom.TagSection, dom.TagSelect, dom.TagSource, dom.TagStyle, dom.TagSummary,
		dom.TagTable, dom.TagTbody, dom.TagTd, dom.TagTemplate, dom.TagTextarea, dom.TagTfoot, dom.TagTh, dom.TagThead,
		dom.TagTitle, dom.TagTr, dom.TagTrack, dom.TagUl, dom.TagWbr, dom.TagXmp)
	for tag := range sets {
		if sets[tag] != 0 {
			sets[tag] |= 1 << barrier
		}
	}
	for _, tag := range []dom.Tag{dom.TagAddress, dom.TagDiv, dom.TagP} {
		sets[tag] &^= 1 << barrier
	}
	add(scopeEnd, dom.TagApplet, dom.TagCaption, dom.TagHtml, dom.TagTable, dom.TagTd, dom.TagTh, dom.TagMarquee, dom.TagObject,
		dom.TagSelect, dom.TagTemplate)
	add(listItemScopeEnd, dom.TagOl, dom.TagUl)
	add(buttonScopeEnd, dom.TagButton)
	add(tableScopeEnd, dom.TagHtml, dom.TagTable, dom.TagTemplate)
	add(modeSetter, dom.TagTd, dom.TagTh, dom.TagTr, dom.TagTbody, dom.TagThead, dom.TagTfoot, dom.TagCaption, dom.TagColgroup,
		dom.TagTable, dom.TagTemplate, dom.TagHead, dom.TagBody, dom.TagFrameset, dom.TagHtml)
	return sets
}()

// enderClasses returns the classes of an element.
func (s *openElements) enderClasses(e *openElement) enderSet {
	if e.ns == dom.HTML {
		return enderSets[e.tag]
	}
	// All foreign elements that the standard names here are integration points in some way.
	if e.integration != 0 {
		return 1<<special | 1<<barrier | 1<<scopeEnd
	}
	return 0
}

// enderOrder returns the order of the topmost element of a class, 0 if there is none.
func (s *openElements) enderOrder(class int) uint64 { return s.slots[s.topmostEnder(class)].order }

// topmostEnder returns the place of the topmost element of a class.
func (s *openElements) topmostEnder(class int) int32 { return s.enders[len(s.enders)-1][class] }

// within returns the topmost of the HTML elements with a tag if it is not below the topmost element of the class.
func (s *openElements) within(tag dom.Tag, class int) int32 {
	place := s.topmost.tags[tag]
	if place == 0 || s.slots[place].order < s.enderOrder(class) {
		return 0
	}
	return place
}

// inScope returns the topmost element with that tag in scope, or 0.
func (s *openElements) inScope(tag dom.Tag) int32 { return s.within(tag, scopeEnd) }

func (s *openElements) inButtonScope(tag dom.Tag) int32 {
	place := s.within(tag, scopeEnd)
	if place == 0 || s.slots[place].order < s.enderOrder(buttonScopeEnd) {
		return 0
	}
	return place
}

func (s *openElements) inListItemScope(tag dom.Tag) int32 {
	place := s.within(tag, scopeEnd)
	if place == 0 || s.slots[place].order < s.enderOrder(listItemScopeEnd) {
		return 0
	}
	return place
}

func (s *openElements) inTableScope(tag dom.Tag) int32 { return s.within(tag, tableScopeEnd) }

// highestInScope returns the topmost element in scope with a tag of some in a row, or 0.
func (s *openElements) highestInScope(first, last dom.Tag) int32 {
	highest := int32(0)
	for tag := first; tag <= last; tag++ {
		if place := s.inScope(tag); place != 0 && s.slots[place].order > s.slots[highest].order {
			highest = place
		}
	}
	return highest
}

// isOpen reports whether the stack has an HTML element with that tag.
func (s *openElements) isOpen(tag dom.Tag) bool { return s.topmost.tags[tag] != 0 }
