package turndown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// appendHTML appends an element as HTML, as it stands in the tree.
// https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments
func appendHTML(dst []byte, w *watch.Watch, doc *dom.Document, root dom.ID) []byte {
	id := root
	for steps := 0; ; steps++ {
		if steps%watch.EverySteps == 0 {
			w.Look()
		}
		switch n := doc.Node(id); n.Kind {
		case dom.KindText:
			dst = hugepage.Grow(w, dst, len(doc.Text(id)))
			if isVerbatim(doc.Node(n.Parent)) {
				dst = append(dst, doc.Text(id)...)
			} else {
				dst = appendHTMLText(dst, doc.Text(id), false)
			}
		case dom.KindComment:
			dst = append(append(append(dst, "<!--"...), doc.Text(id)...), "-->"...)
		default:
			dst = appendStartTag(dst, doc, id)
			if n.First != 0 {
				id = n.First
				continue
			}
			dst = appendEndTag(dst, doc, id)
		}
		for id != root && doc.Node(id).Next == 0 {
			id = doc.Node(id).Parent
			dst = appendEndTag(dst, doc, id)
		}
		if id == root {
			return dst
		}
		id = doc.Node(id).Next
	}
}

func appendStartTag(dst []byte, doc *dom.Document, id dom.ID) []byte {
	dst = append(append(dst, '<'), doc.Name(id)...)
	for a := range doc.Attrs(id) {
		dst = append(append(append(dst, ' '), a.Name...), `="`...)
		dst = append(appendHTMLText(dst, a.Value, true), '"')
	}
	return append(dst, '>')
}

func appendEndTag(dst []byte, doc *dom.Document, id dom.ID) []byte {
	n := doc.Node(id)
	if n.Namespace == dom.HTML && (elements[n.Tag].void || n.Tag == dom.TagBasefont || n.Tag == dom.TagBgsound || n.Tag == dom.TagFrame) {
		return dst
	}
	return append(append(append(dst, "</"...), doc.Name(id)...), '>')
}

// isVerbatim reports whether the text of an element is written as it is.
func isVerbatim(n *dom.Node) bool {
	switch n.Tag {
	case dom.TagStyle, dom.TagScript, dom.TagXmp, dom.TagIframe, dom.TagNoembed, dom.TagNoframes, dom.TagPlaintext:
		return true
	}
	return false
}

func appendHTMLText(dst []byte, s string, inAttribute bool) []byte {
	const space = "\u00a0"
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '&':
			dst = append(dst, "&amp;"...)
		case c == '<':
			dst = append(dst, "&lt;"...)
		case c == '>':
			dst = append(dst, "&gt;"...)
		case c == '"' && inAttribute:
			dst = append(dst, "&quot;"...)
		case c == space[0] && i+1 < len(s) && s[i+1] == space[1]:
			dst = append(dst, "&nbsp;"...)
			i++
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
