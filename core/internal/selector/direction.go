package selector

import (
	"golang.org/x/text/unicode/bidi"

	"tidemark/core/internal/dom"
)

const leftToRight, rightToLeft = 1, 2

// isRTL reports whether the text of an element runs from right to left.
// https://html.spec.whatwg.org/multipage/dom.html#the-directionality
func (m *Matcher) isRTL(el dom.ID) bool {
	return m.nearest(directions, el, (*Matcher).ownDirection) == rightToLeft
}

// ownDirection returns the direction that an element has by itself, 0 if it has that of its parent.
func (m *Matcher) ownDirection(el dom.ID) int32 {
	if m.doc.Node(el).Namespace != dom.HTML {
		return 0
	}
	switch lower(m.doc.Value(el, dom.AttrDir)) {
	case "ltr":
		return leftToRight
	case "rtl":
		return rightToLeft
	case "auto":
		return m.directionOfText(el)
	}
	if m.isHTML(el, dom.TagBdi) {
		return m.directionOfText(el)
	}
	if m.isHTML(el, dom.TagInput) && equal(m.doc.Value(el, dom.AttrType), "tel", true) {
		return leftToRight
	}
	return 0
}

// directionOfText returns the direction of the first character in an element that has one.
func (m *Matcher) directionOfText(el dom.ID) int32 {
	for c := m.doc.Following(el, el); c != 0; {
		m.step()
		n := m.doc.Node(c)
		switch {
		case n.Kind == dom.KindText:
			if d := firstDirection(m.doc.Text(c)); d != 0 {
				return d
			}
		case n.Kind == dom.KindElement && m.hasOwnText(c):
			c = m.doc.FollowingSkipped(c, el)
			continue
		}
		c = m.doc.Following(c, el)
	}
	return leftToRight
}

// hasOwnText reports whether the text of an element says nothing of the direction of what it is in.
func (m *Matcher) hasOwnText(el dom.ID) bool {
	switch name := m.doc.NameOf(el).Tag(); name {
	case dom.TagBdi, dom.TagScript, dom.TagStyle, dom.TagTextarea:
		return true
	}
	switch lower(m.doc.Value(el, dom.AttrDir)) {
	case "ltr", "rtl", "auto":
		return true
	}
	return false
}

func firstDirection(text string) int32 {
	for len(text) > 0 {
		p, size := bidi.LookupString(text)
		if size == 0 {
			return 0
		}
		switch p.Class() {
		case bidi.L:
			return leftToRight
		case bidi.R, bidi.AL:
			return rightToLeft
		}
		text = text[size:]
	}
	return 0
}
