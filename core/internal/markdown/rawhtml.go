package markdown

import "tidemark/core/internal/dom"

// writeHTMLTable writes a table as HTML on one line, so that nothing in it ends the HTML block.
// https://spec.commonmark.org/0.31.2/#html-blocks
func (r *Renderer) writeHTMLTable(table dom.ID) {
	r.w.open(htmlBlock)
	r.writeHTML(table)
	r.w.check()
}

func (r *Renderer) writeHTML(id dom.ID) {
	if r.beginHTML(id) {
		r.writeHTMLChildren(id)
		r.endHTML(id)
	}
}

func (r *Renderer) writeHTMLChildren(root dom.ID) {
	id := r.doc.Node(root).First
	for descended := r.descend(); descended && id != 0 && !r.stopped(); {
		if r.beginHTML(id) {
			if first := r.doc.Node(id).First; first != 0 {
				id = first
				continue
			}
			r.endHTML(id)
		}
		for r.doc.Node(id).Next == 0 && r.doc.Node(id).Parent != root {
			id = r.doc.Node(id).Parent
			r.endHTML(id)
		}
		id = r.doc.Node(id).Next
	}
	r.depth--
}

// beginHTML writes a node, or only the start tag of an element: then what is in it is to be written, and its end tag.
func (r *Renderer) beginHTML(id dom.ID) bool {
	n := r.doc.Node(id)
	if r.undecided {
		r.doubtNode(id)
	}
	if n.Kind == dom.KindText {
		r.w.out = appendHTMLText(r.w.out, r.doc.Text(id))
		return false
	}
	if r.writeHTMLFormula(id) || r.unseen(id) || n.Tag == dom.TagIframe {
		return false
	}
	switch n.Tag {
	case dom.TagInput, dom.TagSelect, dom.TagTextarea:
		r.writeHTMLField(id)
		return false
	case dom.TagImg:
		r.writeHTMLImage(id)
		return false
	}
	name := r.htmlName(id)
	if name == "" {
		return true
	}
	r.w.text("<")
	r.w.text(name)
	r.writeHTMLAttrs(id)
	r.w.text(">")
	return !isVoid(n.Tag)
}

func (r *Renderer) endHTML(id dom.ID) {
	if name := r.htmlName(id); name != "" {
		r.w.text("</")
		r.w.text(name)
		r.w.text(">")
		r.w.check()
	}
}

// htmlName is the name an element is written with, and empty where only what is in it is written: names that the HTML
// Standard does not know, those of formulas, and those that would load something.
func (r *Renderer) htmlName(id dom.ID) string {
	switch r.doc.Node(id).Tag {
	case dom.Unknown, dom.TagObject, dom.TagEmbed, dom.TagApplet, dom.TagForm, dom.TagMath:
		return ""
	case dom.TagXmp, dom.TagListing, dom.TagPlaintext:
		return "pre" // Their text is written with character references, which they do not know.
	}
	return r.doc.Name(id)
}

func isVoid(tag dom.Tag) bool {
	switch tag {
	case dom.TagBr, dom.TagHr, dom.TagSource:
		return true
	}
	return false
}

// writeHTMLAttrs writes the attributes that carry meaning; events, styles and classes do not.
func (r *Renderer) writeHTMLAttrs(id dom.ID) {
	for a := range r.doc.Attrs(id) {
		value := a.Value
		switch a.Key {
		case dom.AttrHref, dom.AttrSrc:
			address, ok := r.address(value)
			if !ok {
				continue
			}
			value = address
		case dom.AttrTitle, dom.AttrColspan, dom.AttrRowspan, dom.AttrAlign, dom.AttrStart, dom.AttrType, dom.AttrScope:
		default:
			continue
		}
		r.writeHTMLAttr(a.Name, value)
	}
}

func (r *Renderer) writeHTMLAttr(name, value string) {
	r.w.text(" ")
	r.w.text(name)
	r.w.text(`="`)
	r.w.out = appendHTMLText(r.w.out, value)
	r.w.text(`"`)
}

// writeHTMLImage writes an image in HTML as it would be in Markdown.
func (r *Renderer) writeHTMLImage(id dom.ID) {
	switch r.imageMode(id) {
	case Keep:
		source, _ := r.imageSource(id)
		r.w.text("<img")
		r.writeHTMLAttr("src", source)
		r.writeHTMLAttr("alt", r.doc.Value(id, dom.AttrAlt))
		if title := r.doc.Value(id, dom.AttrTitle); title != "" {
			r.writeHTMLAttr("title", title)
		}
		r.w.text(">")
	case Alt:
		r.w.out = appendHTMLText(r.w.out, r.doc.Value(id, dom.AttrAlt))
	}
}

// appendHTMLText escapes text for HTML. A blank line would end the HTML block, so line ends are character references.
func appendHTMLText[T string | []byte](dst []byte, s T) []byte {
	for i := range len(s) {
		switch c := s[i]; c {
		case '&':
			dst = append(dst, "&amp;"...)
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '"':
			dst = append(dst, "&quot;"...)
		case '\n', '\r':
			dst = append(dst, "&#10;"...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
