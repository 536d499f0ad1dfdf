package metadata

import "tidemark/core/internal/dom"

// liner makes lines of text of a part of a document: a line ends where a block begins or ends.
type liner struct {
	doc   *dom.Document
	id    dom.ID // the node that comes next, 0 at the end
	root  dom.ID // what the part is in
	limit int    // the length of the longest line, in bytes
	buf   []byte
}

// next visits a node, or skips it, and returns the line that ends with it, if one does.
func (l *liner) next(skip bool) (text string) {
	n := l.doc.Node(l.id)
	inside := n.First
	switch {
	case n.Kind == dom.KindText:
		part := l.doc.Text(l.id)
		l.buf = append(l.buf, part[:min(len(part), max(0, l.limit+1-len(l.buf)))]...)
	case skip || isBlock(n):
		text = l.end()
	}
	if inside != 0 && !skip && !isUnread(n.Tag) {
		l.id = inside
		return text
	}
	ends := false
	for l.id != l.root {
		n = l.doc.Node(l.id)
		if ends = ends || isBlock(n); n.Next != 0 {
			l.id = n.Next
			break
		}
		l.id = n.Parent
	}
	if l.id == l.root {
		l.id = 0
	}
	if ends && len(l.buf) > 0 {
		text = l.end()
	}
	return text
}

// end ends a line; one that is too long is none.
func (l *liner) end() (text string) {
	if len(l.buf) <= l.limit {
		text = clean(string(l.buf))
	}
	l.buf = l.buf[:0]
	return text
}

func isBlock(n *dom.Node) bool { return n.Kind == dom.KindElement && !isPhrasing(n.Tag) }

// isUnread reports whether what is in an element is no text of the page.
func isUnread(tag dom.Tag) bool {
	switch tag {
	case dom.TagScript, dom.TagStyle, dom.TagTemplate, dom.TagSvg, dom.TagButton, dom.TagSelect, dom.TagTextarea, dom.TagNav:
		return true
	}
	return false
}
