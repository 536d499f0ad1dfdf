package htmlwriter

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// attributes writes the attributes that carry meaning; events, styles and classes do not.
func (w *Writer) attributes(id dom.ID) {
	if w.keeps {
		w.keptAttributes(id)
		return
	}
	for a := range w.doc.Attrs(id) {
		value := a.Value
		switch a.Key {
		case dom.AttrHref, dom.AttrSrc:
			address, ok := w.page.Address(value)
			if !ok {
				continue
			}
			value = address
		case dom.AttrID:
			if !w.content {
				continue
			}
		case dom.AttrTitle, dom.AttrColspan, dom.AttrRowspan, dom.AttrAlign, dom.AttrStart, dom.AttrType, dom.AttrScope:
		default:
			continue
		}
		w.attribute(a.Name, value)
	}
}

func (w *Writer) attribute(name, value string) {
	w.text(" ")
	w.text(name)
	w.text(`="`)
	start := len(w.out)
	w.out = appendText(w.out, value)
	if w.inRun {
		w.out = appendUnread(w.out[:start], string(w.out[start:]), "|$")
	}
	w.text(`"`)
}

// image writes an image in HTML as it would be in Markdown.
func (w *Writer) image(id dom.ID) {
	switch w.page.ImageMode(id) {
	case page.Keep:
		source, _ := w.page.ImageSource(id)
		w.text("<img")
		w.attribute("src", source)
		w.attribute("alt", w.doc.Value(id, dom.AttrAlt))
		if title := w.doc.Value(id, dom.AttrTitle); title != "" {
			w.attribute("title", title)
		}
		w.text(">")
	case page.Alt:
		w.out = appendText(w.out, w.doc.Value(id, dom.AttrAlt))
	}
}

// appendText escapes text for HTML. A blank line would end the HTML block, so line ends are character references.
func appendText[T string | []byte](dst []byte, s T) []byte {
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
