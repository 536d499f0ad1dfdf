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
	n := r.doc.Node(id)
	if r.stopped() {
		return
	}
	if n.Kind == dom.KindText {
		r.w.out = appendHTMLText(r.w.out, n.Data)
		return
	}
	if n.Namespace != dom.HTML || r.hidden(id) || leavesNothing(n.Tag) {
		return
	}
	r.w.text("<")
	r.w.text(n.Data)
	r.writeHTMLAttrs(id)
	r.w.text(">")
	if isVoid(n.Tag) {
		return
	}
	for c := n.First; c != 0; c = r.doc.Node(c).Next {
		r.writeHTML(c)
	}
	r.w.text("</")
	r.w.text(n.Data)
	r.w.text(">")
	r.w.check()
}

// leavesNothing tells of elements that are not content.
func leavesNothing(tag dom.Tag) bool {
	switch tag {
	case dom.TagScript, dom.TagStyle, dom.TagTemplate, dom.TagTitle, dom.TagMeta, dom.TagLink, dom.TagNoscript, dom.TagIframe,
		dom.TagObject, dom.TagEmbed, dom.TagInput, dom.TagSelect, dom.TagTextarea, dom.TagCanvas, dom.TagXmp, dom.TagPlaintext:
		return true
	}
	return false
}

func isVoid(tag dom.Tag) bool {
	switch tag {
	case dom.TagBr, dom.TagHr, dom.TagImg, dom.TagCol, dom.TagWbr, dom.TagArea, dom.TagSource, dom.TagTrack:
		return true
	}
	return false
}

// writeHTMLAttrs writes the attributes that carry meaning; events, styles and classes do not.
func (r *Renderer) writeHTMLAttrs(id dom.ID) {
	for _, a := range r.doc.Attrs(id) {
		value := a.Value
		switch a.Name {
		case "href":
			address, ok := r.address(value)
			if !ok {
				continue
			}
			value = address
		case "src":
			source, ok := r.imageSource(id)
			if !ok || isDataURL(source) && r.settings.DataImages != Keep {
				continue
			}
			value = source
		case "alt", "title", "colspan", "rowspan", "align", "start", "type", "scope":
		default:
			continue
		}
		r.w.text(" ")
		r.w.text(a.Name)
		r.w.text(`="`)
		r.w.out = appendHTMLText(r.w.out, value)
		r.w.text(`"`)
	}
}

// appendHTMLText escapes text for HTML. A blank line would end the HTML block, so line ends are character references.
func appendHTMLText(dst []byte, s string) []byte {
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
