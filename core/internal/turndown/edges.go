package turndown

import (
	"strings"

	"tidemark/core/internal/dom"
)

// beginEdges writes the white space before an element in a line, and reports whether there is any around it: then there is none at the
// edges of its content. What follows it is the end of edgeTexts.
func (r *Renderer) beginEdges(id dom.ID) (trims bool) {
	r.w.join(0)
	if !r.mayHaveEdges(id) {
		return false
	}
	leading, trailing := r.edgesOf(id)
	text := r.edgeTexts[leading:]
	if len(text) == 0 {
		return false
	}
	r.w.pieceBytes(text[:trailing-leading])
	r.edgeTexts = append(r.edgeTexts[:leading], r.edgeTexts[trailing:]...)
	return true
}

// endEdges writes the white space after an element.
func (r *Renderer) endEdges(e *openElement) {
	r.w.bytes(r.edgeTexts[e.trailing:])
	r.edgeTexts = r.edgeTexts[:e.trailing]
}

// mayHaveEdges reports whether there is white space at an edge of what is in an element.
func (r *Renderer) mayHaveEdges(id dom.ID) bool {
	t := r.texts[id]
	if t.first == 0 {
		return false
	}
	first, last := r.doc.Text(t.first), r.doc.Text(t.last)
	return leadingSpace(first[:min(len(first), 4)]) > 0 || trailingSpace(last[max(0, len(last)-4):]) < min(len(last), 4)
}

// mostSpace is how many bytes of white space count at the edge of an element in so many others.
const mostSpace, manyLines = 64, 16

// edgesOf appends the white space to edgeTexts that stands outside of an element in a line though it is in it: that before it, and from
// trailing on that after it. Spaces that would meet others are not in it.
func (r *Renderer) edgesOf(id dom.ID) (leading, trailing int) {
	leading = len(r.edgeTexts)
	if n := r.doc.Node(id); r.texts[id].first == 0 || r.settings.PreformattedCode && r.codes+codeOf(n) > 0 {
		return leading, leading
	}
	whole := r.appendLeading(id)
	if n := leadingCollapsing(r.edgeTexts[leading:]); n > 0 && r.endsWithSpace(r.doc.Node(id).Prev) {
		r.edgeTexts = append(r.edgeTexts[:leading], r.edgeTexts[leading+n:]...)
	}
	trailing = len(r.edgeTexts)
	if whole {
		return leading, trailing
	}
	r.appendTrailing(id)
	if n := trailingCollapsing(r.edgeTexts[trailing:]); n > 0 && r.beginsWithSpace(r.doc.Node(id).Next) {
		r.edgeTexts = r.edgeTexts[:len(r.edgeTexts)-n]
	}
	return leading, trailing
}

// appendLeading appends the white space that an element begins with, and reports whether it is all that is in it.
func (r *Renderer) appendLeading(id dom.ID) bool {
	start := len(r.edgeTexts)
	for t := r.texts[id].first; t != 0; t = r.nextText(t, id) {
		s := r.doc.Text(t)
		n := leadingSpace(s)
		r.edgeTexts = append(r.edgeTexts, s[:n]...)
		if n < len(s) || len(r.edgeTexts)-start > mostSpace && r.lines > manyLines {
			return false
		}
	}
	return true
}

// appendTrailing appends the white space that an element ends with.
func (r *Renderer) appendTrailing(id dom.ID) {
	first, size := dom.ID(0), 0
	for t := r.texts[id].last; t != 0; t = r.previousText(t, id) {
		s := r.doc.Text(t)
		n := trailingSpace(s)
		if size += len(s) - n; n < len(s) {
			first = t
		}
		if n > 0 || size > mostSpace && r.lines > manyLines {
			break
		}
	}
	if first == 0 {
		return
	}
	s := r.doc.Text(first)
	r.edgeTexts = append(r.edgeTexts, s[trailingSpace(s):]...)
	for t := r.nextText(first, id); t != 0; t = r.nextText(t, id) {
		r.edgeTexts = append(r.edgeTexts, r.doc.Text(t)...)
	}
}

func leadingCollapsing(s []byte) (n int) {
	for n < len(s) && collapsing(s[n]) {
		n++
	}
	return n
}

func trailingCollapsing(s []byte) (n int) {
	for n < len(s) && collapsing(s[len(s)-1-n]) {
		n++
	}
	return n
}

// endsWithSpace reports whether what stands before an element ends with a space.
func (r *Renderer) endsWithSpace(id dom.ID) bool {
	return r.isInLine(id) && strings.HasSuffix(r.doc.Text(r.texts[id].last), " ")
}

// beginsWithSpace reports whether what stands after an element begins with a space.
func (r *Renderer) beginsWithSpace(id dom.ID) bool {
	return r.isInLine(id) && strings.HasPrefix(r.doc.Text(r.texts[id].first), " ")
}

// isInLine reports whether a node has text that stands in a line with what is beside it.
func (r *Renderer) isInLine(id dom.ID) bool {
	n := r.doc.Node(id)
	if id == 0 || r.texts[id].first == 0 || r.settings.isSilent(n) {
		return false
	}
	return n.Kind == dom.KindText || !elements[n.Tag].block && !(r.settings.PreformattedCode && n.Tag == dom.TagCode)
}
