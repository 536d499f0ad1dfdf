package html

import "tidemark/core/internal/dom"

// startFragment opens an html element in the place of the context element.
// https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments
func (p *Parser) startFragment(context Element) {
	tag := dom.FindTag([]byte(context.Name))
	p.fragment = true
	p.context = openElement{ns: context.Namespace, integration: integrationOf(context.Namespace, tag, context.Encoding)}
	if context.Namespace == dom.HTML {
		p.context.tag = tag
		p.state = p.contentOf(tag)
	}
	p.insertRoot(p.impliedRoot())
	if p.context.tag == dom.TagTemplate {
		p.templateModes = append(p.templateModes, inTemplate)
	}
	if p.context.tag == dom.TagForm {
		p.form = outsideForm
	}
	p.resetMode()
}

// outsideForm is the form element pointer for a form that is not in the tree.
const outsideForm dom.ID = -1

// contentOf returns the state of the tokenizer for the content of an element.
func (p *Parser) contentOf(tag dom.Tag) contentModel {
	switch tag {
	case dom.TagTitle, dom.TagTextarea:
		return rcdataState
	case dom.TagStyle, dom.TagXmp, dom.TagIframe, dom.TagNoembed, dom.TagNoframes:
		return rawtextState
	case dom.TagNoscript:
		if p.scripting {
			return rawtextState
		}
	case dom.TagScript:
		return scriptDataState
	case dom.TagPlaintext:
		return plaintextState
	}
	return dataState
}

// startInBody opens the body of a document without a doctype.
func (p *Parser) startInBody() {
	p.doc.Quirks = true
	p.insertRoot(p.impliedRoot())
	p.insertImplied(dom.TagBody)
	p.framesetOK, p.mode = false, inBody
}
