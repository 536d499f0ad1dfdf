package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// noteMarks are what generators say of a block that is the text of one footnote: Sphinx, Asciidoctor, DocBook, Substack, mdBook and EPUB.
var noteMarks = marks{class: "footnote", role: "doc-footnote", epub: "footnote"}

// noteMarked takes note of a block that is a footnote by what it says of itself, and by its ID.
func (p *Page) noteMarked(block dom.ID) {
	i, ok := p.footnotes.byID[p.doc.Value(block, dom.AttrID)]
	if !ok || p.footnotes.list[i].Item != 0 {
		return
	}
	if !p.has(block, noteMarks) && p.doc.Value(block, dom.AttrRole) != "doc-endnote" && !strings.Contains(p.doc.Value(block, dom.AttrEpubType), "endnote") {
		if number := p.numberBefore(block, p.footnotes.list[i].Label); number != 0 {
			p.define(i, block, number)
		}
		return
	}
	label := p.firstSeenElement(block)
	for id, n := block, 0; n < lookAhead; n++ {
		if id = p.doc.Following(id, block); id == 0 || p.IsText(id) && !isNoteMark(p.doc.Text(id)) {
			break
		}
		if p.doc.Is(id, dom.TagA) && p.leadsToReference(id) {
			p.define(i, block, p.labelAround(id, block))
			return
		}
	}
	if label == 0 || !strings.Contains(p.doc.Value(label, dom.AttrClass), "label") { // mdBook
		label = 0
	}
	p.define(i, block, label)
}

// numberBefore returns the <sup> that a block begins with, if that shows the number of the footnote that the block then is, or 0: of Quarto, which
// has notes in the margin.
func (p *Page) numberBefore(block dom.ID, number string) dom.ID {
	const deepest = 3
	for range deepest {
		if block = p.firstSeen(block); p.doc.Is(block, dom.TagSup) {
			if number != "" && p.shownLabel(block) == number {
				return block
			}
			return 0
		}
	}
	return 0
}

// endsWithBacklink reports whether the last that is in an item is a link back to where a footnote is referred to: of mammoth, whose lists of notes
// say nothing of themselves.
func (p *Page) endsWithBacklink(li dom.ID) bool {
	const deepest = 4
	last := li
	for range deepest {
		last = p.doc.Node(last).Last
		if last != 0 && p.doc.IsBlank(last) {
			last = p.doc.Node(last).Prev
		}
		if !p.IsElement(last) {
			return false
		}
		if p.doc.Is(last, dom.TagA) {
			return p.leadsToReference(last)
		}
	}
	return false
}

// noteTerm takes note of the footnote whose number is a term, as in older docutils: its text is the description.
func (p *Page) noteTerm(term dom.ID) {
	i, ok := p.footnotes.byID[p.doc.Value(term, dom.AttrID)]
	text := p.nextElement(term)
	if ok && p.footnotes.list[i].Item == 0 && p.doc.Is(text, dom.TagDd) && p.has(p.doc.Node(term).Parent, noteMarks) {
		p.define(i, text, term)
	}
}

// noteTable takes note of a table that is a footnote, as docutils wrote them for HTML 4: its number and its text are cells. It reports whether
// the table is one.
func (p *Page) noteTable(table dom.ID) bool {
	i, ok := p.footnotes.byID[p.doc.Value(table, dom.AttrID)]
	if !ok || p.footnotes.list[i].Item != 0 || !p.has(table, noteMarks) {
		return false
	}
	label := table
	for range lookAhead {
		if label = p.doc.Following(label, table); label == 0 || p.doc.Is(label, dom.TagTd) {
			break
		}
	}
	text := p.nextElement(label)
	if label == 0 || !p.doc.Is(text, dom.TagTd) {
		return false
	}
	p.define(i, text, label)
	p.hideBacklinks(text, i)
	return true
}

// IsFootnoteTable reports whether a table is a footnote that noteTable has found.
func (p *Page) IsFootnoteTable(table dom.ID) bool {
	if p.doc.Node(table).Traits&dom.HasID == 0 || !p.has(table, noteMarks) {
		return false
	}
	f := p.footnoteByID(p.doc.Value(table, dom.AttrID))
	return f != nil && p.doc.Is(f.Item, dom.TagTd)
}

// hideBacklinks hides the links in a footnote that lead back to several references, with the marks around them.
func (p *Page) hideBacklinks(block dom.ID, i int32) {
	first := p.firstElement(block)
	links := 0
	for id, n := first, 0; id != 0 && n < lookAhead; id, n = p.doc.Following(id, first), n+1 {
		switch {
		case p.IsText(id) && strings.Trim(p.doc.Text(id), "(), 0123456789") != "":
			return
		case p.doc.Is(id, dom.TagA):
			if !p.has(id, backlinkMarks) && !p.leadsToReference(id) {
				return
			}
			links++
		}
	}
	if links > 0 {
		p.footnotes.shown[first] = i
		p.doc.Node(first).Traits |= dom.HasAriaHidden // It is asked whether it is hidden.
	}
}

// noteAround returns the block that a link stands in, if that may be a footnote, or 0.
func (p *Page) noteAround(link dom.ID) dom.ID {
	block := p.BlockAround(link)
	if p.doc.Is(block, dom.TagBody) || p.doc.Is(block, dom.TagHtml) {
		return 0
	}
	return block
}

// noteBacklink takes note of the footnote that a link begins which leads back to the reference to it, and reports whether it does. Word,
// Google Docs, LibreOffice, DokuWiki, Org and Texinfo have no more in common.
func (p *Page) noteBacklink(link dom.ID) bool {
	block := dom.ID(0)
	i, ok := p.noteOfBacklink(link)
	if !ok && p.leadsToReference(link) {
		if block = p.noteAround(link); p.doc.Is(block, dom.TagP) || p.doc.Is(block, dom.TagDiv) {
			i, ok = p.footnotes.byID[p.doc.Value(block, dom.AttrID)]
		}
	}
	if !ok || p.footnotes.list[i].Item != 0 {
		return false
	}
	if block == 0 {
		block = p.noteAround(link)
	}
	if block == 0 || !p.begins(link, block) {
		return false
	}
	label := p.labelAround(link, block)
	switch role := Of(p.doc.Node(block).Tag).Role; {
	case role == Heading, role == Term: // Texinfo, older docutils: the text follows.
		label, block = block, p.nextElement(block)
	default:
		block = p.wholeNote(block)
	}
	if block == 0 {
		return false
	}
	if !Of(p.doc.Node(block).Tag).Role.isBox() {
		return false
	}
	p.define(i, block, label)
	return true
}

// noteOfBacklink returns the index of the footnote that a link back names: by its ID, by that of the <sup> it is in, or as Word calls the place
// that it leads to, whose other names are gone where it was pasted.
func (p *Page) noteOfBacklink(link dom.ID) (i int32, ok bool) {
	f := &p.footnotes
	if p.leadsToReference(link) || p.doc.Value(link, dom.AttrRole) == backlinkMarks.role { // in the margin a reference has no ID
		sup := p.doc.Node(link).Parent
		if i, ok = f.byID[p.doc.Value(link, dom.AttrID)]; ok {
			return i, ok
		}
		if i, ok = f.byID[p.doc.Value(link, dom.AttrName)]; !ok && p.doc.Is(sup, dom.TagSup) {
			i, ok = f.byID[p.doc.Value(sup, dom.AttrID)]
		}
		if place := p.placeBefore(link); !ok && place != 0 {
			if i, ok = f.byID[p.doc.Value(place, dom.AttrID)]; !ok {
				i, ok = f.byID[p.doc.Value(place, dom.AttrName)]
			}
		}
		return i, ok
	}
	i, ok = f.byID[p.noteOfWord(link)]
	return i, ok
}

// noteOfWord returns what Word calls the note that a link leads back from, or nothing.
func (p *Page) noteOfWord(link dom.ID) string {
	href, _ := p.doc.Raw(link, dom.AttrHref)
	at := strings.IndexByte(href, '#')
	if number, ok := strings.CutPrefix(href[at+1:], "_ftnref"); ok {
		return "_ftn" + number
	}
	if number, ok := strings.CutPrefix(href[at+1:], "_ednref"); ok {
		return "_edn" + number
	}
	return ""
}

// define makes a block the text of a footnote.
func (p *Page) define(i int32, block, label dom.ID) {
	f := &p.footnotes
	if _, ok := f.blocks[block]; ok {
		return
	}
	f.blocks[block] = i
	f.list[i].Item = block
	p.takeLabel(&f.list[i])
	for c := label; c != 0; c = p.nextElement(c) {
		if c != label && !strings.Contains(p.doc.Value(c, dom.AttrClass), "backref") {
			break
		}
		f.shown[c] = i
		p.doc.Node(c).Traits |= dom.HasAriaHidden // It is asked whether it is hidden.
	}
	if label != 0 && p.IsText(p.doc.Node(label).Next) {
		text := strings.TrimLeft(p.doc.Text(p.doc.Node(label).Next), " \n\u00a0")
		f.list[i].Separated = len(text) > 1 && strings.IndexByte(".):", text[0]) >= 0
	}
}

// leadsToReference reports whether a link leads to where a footnote is referred to.
func (p *Page) leadsToReference(link dom.ID) bool {
	target := p.notePlace(link)
	if target == "" {
		return false
	}
	_, ok := p.footnotes.anchors[target]
	return ok
}

// begins reports whether there is nothing but brackets before a link in a block.
func (p *Page) begins(link, block dom.ID) bool {
	for id := link; id != block; id = p.doc.Node(id).Parent {
		for before := p.doc.Node(id).Prev; before != 0; before = p.doc.Node(before).Prev {
			switch n := p.doc.Node(before); {
			case n.Kind == dom.KindText && !isNoteMark(p.doc.Text(before)), n.Kind == dom.KindElement && n.First != 0 && !isNoteMark(p.doc.Text(n.First)):
				return false
			}
		}
	}
	return true
}

// labelAround returns the outermost element in a block that holds a link and nothing but marks around it.
func (p *Page) labelAround(link, block dom.ID) dom.ID {
	for range lookAhead {
		parent := p.doc.Node(link).Parent
		if parent == block || Of(p.doc.Node(parent).Tag).Display == Block {
			return link
		}
		for c := p.doc.Node(parent).First; c != 0; c = p.doc.Node(c).Next {
			p.step()
			if c == link {
				continue
			}
			if first := p.doc.Node(c).First; p.IsText(c) && !isNoteMark(p.doc.Text(c)) || first != 0 && (!p.IsText(first) || !isNoteMark(p.doc.Text(first))) {
				return link
			}
		}
		link = parent
	}
	return link
}

// isNoteMark reports whether text is no more than what stands around the number of a footnote.
func isNoteMark(text string) bool { return strings.Trim(text, "[]().:^*# \t\r\n\f\u00a0") == "" }

// wholeNote returns the block around one that begins a footnote, if that holds nothing but the footnote.
func (p *Page) wholeNote(block dom.ID) dom.ID {
	const nestings, siblings = 3, 16
	for range nestings {
		parent := p.doc.Node(block).Parent
		if n := p.doc.Node(parent); n.Tag != dom.TagDiv && n.Tag != dom.TagAside && n.Tag != dom.TagDd || p.firstSeenElement(parent) != block {
			return block
		}
		next := p.nextElement(block)
		for range siblings {
			if next == 0 || p.doc.Node(next).Start >= p.lookaheadLimit {
				break
			}
			if tag := p.doc.Node(next).Tag; p.beginsWithBacklink(next) || Of(tag).Role == Heading || tag == dom.TagHr {
				return block
			}
			next = p.nextElement(next)
		}
		if next != 0 {
			return block
		}
		block = parent
	}
	return block
}

// beginsWithBacklink reports whether a block begins like another footnote.
func (p *Page) beginsWithBacklink(block dom.ID) bool {
	id := block
	for range siblingsLookAhead {
		if id = p.doc.Following(id, block); id == 0 || p.IsText(id) && !isNoteMark(p.doc.Text(id)) {
			return false
		}
		if p.doc.Is(id, dom.TagA) && p.notePlace(id) != "" {
			return true
		}
	}
	return false
}

const siblingsLookAhead = 8

// isShownLabel reports whether an element shows the number of a footnote that has been referred to, before its text.
func (p *Page) isShownLabel(id dom.ID) bool {
	i, ok := p.footnotes.shown[id]
	return ok && p.footnotes.list[i].Referred
}

// HasFootnoteBlocks reports whether some footnotes are in blocks that are no items.
func (p *Page) HasFootnoteBlocks() bool { return len(p.footnotes.blocks) > 0 }

// mayHoldNote reports whether a node may be what makes a footnote of a block, by its attributes alone.
func (p *Page) mayHoldNote(n *dom.Node, id dom.ID) bool {
	switch n.Tag {
	case dom.TagA:
		if n.Traits&dom.HasHref == 0 {
			return n.First == 0 && namesNote(p.doc.Value(id, dom.AttrID)) // Project Gutenberg
		}
		return n.Traits&dom.HasID != 0 && namesReference(p.notePlace(id)) || p.noteOfWord(id) != ""
	case dom.TagDiv, dom.TagAside, dom.TagP, dom.TagSection, dom.TagLi:
		return p.has(id, noteMarks) || namesNote(p.doc.Value(id, dom.AttrID))
	case dom.TagSup:
		return namesNote(p.doc.Value(id, dom.AttrID))
	case dom.TagSpan:
		return n.First == 0 && namesNote(p.doc.Value(id, dom.AttrID))
	case dom.TagDt:
		return p.has(n.Parent, noteMarks)
	case dom.TagTable:
		return p.has(id, noteMarks)
	}
	return false
}

// namesReference reports whether an ID may be that of a reference to a footnote, as generators call them.
func namesReference(id string) bool {
	for _, part := range [...]string{"ref", "fn", "ftn", "note", "DOCF"} {
		if strings.Contains(id, part) {
			return true
		}
	}
	return false
}
