package html

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// Parser parses documents, one after the other, and keeps its memory from one to the next. The zero Parser is ready. It is
// not safe for concurrent use.
type Parser struct {
	tokenizer
	construction
	open   openElements
	others []dom.ID // for Compact

	embedded *embedded // nil until something is
	extents  *extents  // nil unless it is asked where elements end
}

// construction is the state of the tree construction apart from the stack of open elements, which is too large to be copied
// for each document.
type construction struct {
	keepComments bool
	scripting    bool
	embeds       bool
	firstTags    bool
	stopped      bool // at the end of the file

	mode, originalMode insertionMode
	templateModes      []insertionMode

	formatting []formattingElement
	clones     int // elements that were opened again

	fragment bool
	context  openElement // of the fragment

	head, form      dom.ID // the element pointers
	framesetOK      bool
	fosterParenting bool
	ignoreLF        bool // at the beginning of the next token

	pendingTable []textRange // the pending table character tokens
}

func (p *Parser) start(doc *dom.Document, src []byte, o Options) {
	doc.Watch(&p.watch)
	doc.Reset(src)
	p.tokenizer.reset(doc)
	p.src, p.islands, p.classes = src, o.Islands, o.Classes
	p.open.watch = &p.watch
	p.open.reset()
	p.construction = construction{
		keepComments:  o.Comments,
		scripting:     o.Scripting,
		embeds:        o.Embedded,
		firstTags:     o.FirstTags,
		templateModes: p.templateModes[:0],
		formatting:    p.formatting[:0],
		pendingTable:  p.pendingTable[:0],
		framesetOK:    true,
	}
	if o.Extents || p.extents != nil {
		p.startExtents(o.Extents)
	}
	if o.InBody {
		p.startInBody()
	}
}

// keptOpen is how many bytes are kept for the open elements of the next document. Those of one that is nested deep would lie beside what
// is made of its tree.
const keptOpen = 4 << 20

// end lets go of the document.
func (p *Parser) end() {
	p.tokenizer.reset(nil)
	if p.Room() > keptOpen {
		hugepage.Drop(p.open.slots)
		hugepage.Drop(p.open.enders)
		hugepage.Drop(p.formatting)
		p.open = openElements{}
		p.formatting, p.pendingTable, p.embedded = nil, nil, nil
	}
}

// construct returns the token to the rules that it falls under.
// https://html.spec.whatwg.org/multipage/parsing.html#tree-construction-dispatcher
func (p *Parser) construct() {
	if p.ignoreLF {
		p.ignoreLF = false
		if p.token.kind == characters && p.dropLF() {
			return
		}
	}
	if p.foreign && p.byForeignRules() {
		p.inForeignContent()
		return
	}
	p.byMode()
}

// byForeignRules reports whether the token is for the rules of foreign content, where the adjusted current node is foreign.
func (p *Parser) byForeignRules() bool {
	e := p.adjustedCurrent()
	switch p.token.kind {
	case endOfFile:
		return false
	case characters:
		return e.integration&(mathMLTextIntegration|htmlIntegration) == 0
	case startTag:
		switch {
		case e.integration&htmlIntegration != 0:
			return false
		case e.integration&mathMLTextIntegration != 0:
			return p.token.tag == dom.TagMGlyph || p.token.tag == dom.TagMalignMark
		case e.integration&annotationXML != 0:
			return p.token.tag != dom.TagSvg
		}
	}
	return true
}

// dropLF takes a line feed off the beginning of the token, and reports whether that was all of it.
func (p *Parser) dropLF() bool {
	text := p.characterBytes()
	if text[0] != '\n' {
		return false
	}
	if len(text) == 1 {
		return true
	}
	p.splitCharacters(1)
	return false
}
