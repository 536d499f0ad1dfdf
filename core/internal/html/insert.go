package html

import "tidemark/core/internal/dom"

// location is where a node is inserted: before a node, or as the last child of a parent.
// https://html.spec.whatwg.org/multipage/parsing.html#appropriate-place-for-inserting-a-node
type location struct{ parent, before dom.ID }

// appropriatePlace returns the place for a node that is to go into the open element at target.
func (p *Parser) appropriatePlace(target int32) location {
	e := p.open.at(target)
	if p.fosterParenting && e.ns == dom.HTML && fostersOut(e.tag) {
		return p.fosterParent()
	}
	return location{parent: e.id}
}

func fostersOut(tag dom.Tag) bool {
	switch tag {
	case dom.TagTable, dom.TagTbody, dom.TagTfoot, dom.TagThead, dom.TagTr:
		return true
	}
	return false
}

// fosterParent returns the place for what stands in a table where nothing may: in front of it.
func (p *Parser) fosterParent() location {
	table, template := p.open.topmost.tags[dom.TagTable], p.open.topmost.tags[dom.TagTemplate]
	switch {
	case template != 0 && (table == 0 || p.open.at(template).order > p.open.at(table).order):
		return location{parent: p.open.at(template).id}
	case table == 0:
		return location{parent: p.open.at(bottom).id}
	}
	id := p.open.at(table).id
	if parent := p.doc.Node(id).Parent; parent != 0 {
		return location{parent: parent, before: id}
	}
	return location{parent: p.open.at(p.open.at(table).below).id}
}

func (p *Parser) put(at location, id dom.ID) {
	if at.before != 0 {
		p.doc.InsertBefore(at.before, id)
	} else {
		p.doc.AppendChild(at.parent, id)
	}
}

// attach inserts a node at the current node.
func (p *Parser) attach(id dom.ID) { p.attachTo(p.open.top, id) }

func (p *Parser) attachTo(target int32, id dom.ID) { p.put(p.appropriatePlace(target), id) }

// insertElement inserts an HTML element for the start tag, and opens it.
// https://html.spec.whatwg.org/multipage/parsing.html#insert-an-html-element
func (p *Parser) insertElement() dom.ID {
	id := p.insertVoid()
	p.open.push(id, p.token.name, p.token.tag)
	return id
}

// insertVoid inserts an HTML element for the start tag that has no content, so there is no need to open it.
func (p *Parser) insertVoid() dom.ID {
	t := &p.token
	if !p.fosterParenting {
		return p.doc.AppendElement(p.open.current().id, t.name, uint32(t.start), uint32(t.end), t.attrs, t.traits)
	}
	id := p.doc.NewElement(dom.HTML, t.name, uint32(t.start), uint32(t.end), t.attrs)
	p.attach(id)
	return id
}

// insertImplied inserts an element for a start tag without attributes that is not there.
func (p *Parser) insertImplied(tag dom.Tag) dom.ID {
	id := p.doc.NewElement(dom.HTML, dom.Name(tag), 0, 0, p.doc.AttrCount())
	p.attach(id)
	p.open.push(id, dom.Name(tag), tag)
	return id
}

// insertComment inserts the comment at the current node.
func (p *Parser) insertComment() {
	if p.keepComments {
		p.attach(p.newComment())
	}
}

// insertCommentIn inserts the comment as the last child of a node.
func (p *Parser) insertCommentIn(parent dom.ID) {
	if p.keepComments {
		p.doc.AppendChild(parent, p.newComment())
	}
}

func (p *Parser) newComment() dom.ID {
	t := &p.token
	data := p.doc.Decode(p.src[t.dataStart:t.dataEnd], dom.NoReferences, dom.ReplaceNUL)
	return p.doc.NewDecoded(dom.KindComment, uint32(t.start), uint32(t.end), data)
}
