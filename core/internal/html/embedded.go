package html

import (
	"bytes"

	"tidemark/core/internal/dom"
)

// embedded parses what is HTML of its own in a document, and text to its tokenizer: the content of <noscript>, and srcdoc.
type embedded struct {
	parser Parser
	doc    dom.Document
	source []byte
}

// embed makes the current node, whose text has ended, hold what that text is to those who run no scripts, or what its attribute says that
// it holds.
func (p *Parser) embed() {
	id := p.open.current().id
	n := p.doc.Node(id)
	if n.Namespace != dom.HTML || n.Tag != dom.TagNoscript && n.Tag != dom.TagIframe || p.doc.Is(n.Parent, dom.TagHead) {
		return
	}
	if p.embedded == nil {
		p.embedded = new(embedded)
	}
	e := p.embedded
	if n.Tag == dom.TagNoscript {
		e.source = p.doc.AppendTextContent(e.source[:0], id)
		if bytes.IndexByte(e.source, '<') < 0 && bytes.IndexByte(e.source, '&') < 0 {
			return // It is the same as HTML.
		}
	} else {
		srcdoc, ok := p.doc.Attr(id, dom.AttrSrcdoc)
		if !ok {
			return
		}
		e.source = append(e.source[:0], srcdoc...)
	}
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(id).First {
		p.doc.Remove(c)
	}
	p.embedFragment(e, id)
}

// embedFragment parses a fragment into an element. What is embedded in that is left as it is.
//
//tidemark:recurses once, since the parser of the fragment embeds nothing
func (p *Parser) embedFragment(e *embedded, into dom.ID) {
	e.parser.watch = p.watch
	err := e.parse()
	if err == nil {
		before := p.doc.Len()
		p.doc.Import(&e.doc, e.doc.Node(dom.Root).First, into)
		if p.extents != nil {
			p.embedExtents(into, before)
		}
	}
	e.doc.Reset(nil) // It must not hold text.
	if err != nil {
		p.watch.Unwind(err)
	}
}

func (e *embedded) parse() (err error) {
	defer e.parser.watch.End(&err)
	e.parser.start(&e.doc, e.source, Options{})
	e.parser.startFragment(Element{Namespace: dom.HTML, Name: "div"})
	return e.parser.finish()
}

// room is how many bytes there is room for.
//
//tidemark:recurses once, since the parser of the fragment embeds nothing
func (e *embedded) room() int {
	if e == nil {
		return 0
	}
	return e.parser.Room() + e.doc.Room() + cap(e.source)
}
