package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// codeOrBox renders a box that may be a code block, or stand around one.
func (r *Renderer) codeOrBox(id dom.ID) step {
	switch r.page.CodeBox(id) {
	case page.CodeBlock:
		r.boundary()
		return r.codeBlock(id)
	case page.CodeFrame:
		r.boundary()
		return r.beginWay(inCodeFrame, 0)
	case page.CodeLabel:
		return done
	default:
		return r.box(id)
	}
}

// codeBlock renders a code block that is no <pre>: lines that are each an element, or a table with line numbers. Its title comes before
// it.
func (r *Renderer) codeBlock(id dom.ID) step {
	if title := r.page.CodeTitle(id); title != 0 {
		return r.beginWay(inCodeTitle, title)
	}
	return r.pre(id)
}

// stepCodeTitle renders the title of a code block that it is at, and then the block.
func (r *Renderer) stepCodeTitle(block dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	if title := *at; title != 0 {
		*at = 0
		r.enter(title, descend|endsBox)
		return 0, true
	}
	r.pre(block)
	return 0, false
}

// stepCodeFrame goes on in what stands around code, after the child that it is at.
func (r *Renderer) stepCodeFrame(frame dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	c := r.doc.Node(frame).First
	if *at != 0 {
		c = r.doc.Node(*at).Next
	}
	for ; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		if !r.page.IsCodeFurniture(c) {
			*at = c
			return c, true
		}
	}
	r.boundary()
	return 0, false
}

// codeOrParagraph renders <p>, which may hold lines of code.
func (r *Renderer) codeOrParagraph(id dom.ID) step {
	if first := r.doc.Node(id).First; first != 0 && r.doc.Node(first).Tag == dom.TagCode && r.page.IsLinesOfCode(id) {
		return r.pre(id)
	}
	return r.box(id)
}
