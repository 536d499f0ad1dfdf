package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page"
)

// writeHTMLTable writes a table as HTML on one line, so that nothing in it ends the HTML block.
// https://spec.commonmark.org/0.31.2/#html-blocks
func (r *Renderer) writeHTMLTable(table dom.ID) {
	r.w.open(htmlBlock)
	r.writeHTML(table)
	r.w.check()
}

func (r *Renderer) writeHTML(id dom.ID) {
	inside := r.beginHTML(id)
	if inside != 0 {
		r.writeHTMLChildren(inside)
	}
	if inside == id {
		r.endHTML(id)
	}
}

// htmlPart is what is written in the place of what an element holds.
type htmlPart struct {
	element dom.ID
	outer   dom.ID // what is written that the element is in
}

func (r *Renderer) writeHTMLChildren(root dom.ID) {
	r.htmlParts = r.htmlParts[:0]
	id := r.doc.Node(root).First
	for id != 0 && !r.stopped() {
		inside := r.beginHTML(id)
		if inside != 0 && inside != id {
			r.htmlParts = append(hugepage.Grow(&r.watch, r.htmlParts, 1), htmlPart{element: id, outer: root})
			root, id = inside, inside
		}
		if first := r.doc.Node(id).First; inside != 0 && first != 0 {
			id = first
			continue
		}
		if inside != 0 && id != root {
			r.endHTML(id)
		}
		root, id = r.behindHTML(root, id)
	}
}

// behindHTML gives the node to be written behind one within root, and what that is in.
func (r *Renderer) behindHTML(root, id dom.ID) (newRoot, next dom.ID) {
	for {
		n := r.doc.Node(id)
		switch last := len(r.htmlParts) - 1; {
		case id != root && n.Next != 0:
			return root, n.Next
		case id != root:
			if id = n.Parent; id != root {
				r.endHTML(id)
			}
		case last < 0:
			return root, 0
		default:
			part := r.htmlParts[last]
			if r.doc.Is(part.element, dom.TagSelect) {
				if option := r.page.NextSelected(part.element, root); option != 0 {
					if root, id = option, option; r.doc.Node(id).First != 0 {
						return root, r.doc.Node(id).First
					}
					continue
				}
				r.w.text(" ")
			}
			root, id = part.outer, part.element
			r.htmlParts = r.htmlParts[:last]
		}
	}
}

// beginHTML writes a node, or only the start of an element: then it gives that, and what is in it is to be written, and its end; or
// else it gives what is to be written in its place. It gives 0 where nothing is.
func (r *Renderer) beginHTML(id dom.ID) (inside dom.ID) {
	n := r.doc.Node(id)
	if r.page.Undecided {
		r.page.DoubtNode(id)
	}
	if n.Kind == dom.KindText {
		r.w.out = appendHTMLText(r.w.out, r.doc.Text(id))
		return 0
	}
	if shown, isFormula := r.writeHTMLFormula(id); isFormula {
		return shown
	}
	if r.page.IsUnseen(id) || page.Of(n.Tag).Is(page.Raw) {
		return 0
	}
	switch n.Tag {
	case dom.TagInput, dom.TagSelect, dom.TagTextarea:
		return r.beginHTMLField(id)
	case dom.TagImg:
		r.writeHTMLImage(id)
		return 0
	}
	name := r.htmlName(id)
	if name == "" {
		return id
	}
	r.w.text("<")
	r.w.text(name)
	r.writeHTMLAttrs(id)
	r.w.text(">")
	if page.Of(n.Tag).Is(page.Void) {
		return 0
	}
	return id
}

// beginHTMLField begins what a reader sees in a field, between spaces.
func (r *Renderer) beginHTMLField(id dom.ID) (inside dom.ID) {
	r.w.text(" ")
	switch r.doc.Node(id).Tag {
	case dom.TagTextarea:
		return id
	case dom.TagSelect:
		if option := r.page.NextSelected(id, 0); option != 0 {
			return option
		}
	default:
		r.w.out = appendHTMLText(r.w.out, r.page.InputText(id))
	}
	r.w.text(" ")
	return 0
}

func (r *Renderer) endHTML(id dom.ID) {
	if r.doc.Is(id, dom.TagTextarea) {
		r.w.text(" ")
		return
	}
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
	switch e := page.Of(r.doc.Node(id).Tag); {
	case e.Is(page.Unwrapped):
		return ""
	case e.Role == page.Preformatted:
		return "pre" // Of the others the text is no place for character references.
	}
	return r.doc.Name(id)
}

// writeHTMLAttrs writes the attributes that carry meaning; events, styles and classes do not.
func (r *Renderer) writeHTMLAttrs(id dom.ID) {
	for a := range r.doc.Attrs(id) {
		value := a.Value
		switch a.Key {
		case dom.AttrHref, dom.AttrSrc:
			address, ok := r.page.Address(value)
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
	switch r.page.ImageMode(id) {
	case page.Keep:
		source, _ := r.page.ImageSource(id)
		r.w.text("<img")
		r.writeHTMLAttr("src", source)
		r.writeHTMLAttr("alt", r.doc.Value(id, dom.AttrAlt))
		if title := r.doc.Value(id, dom.AttrTitle); title != "" {
			r.writeHTMLAttr("title", title)
		}
		r.w.text(">")
	case page.Alt:
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
