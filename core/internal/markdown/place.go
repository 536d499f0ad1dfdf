package markdown

import (
	"bytes"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/rule"
)

// placeRuled writes what an element is written as by a rule, in the place of the element. It returns false where there is no room for that:
// where only one line is, for blocks.
func (r *Renderer) placeRuled(id dom.ID, by *rule.Rule, markdown []byte) bool {
	markdown = inline.Lines(markdown)
	isBlock := r.isRuledBlock(id, by)
	holdsBlocks := inline.HoldsBlocks(markdown)
	switch {
	case r.phrasing != blocks && holdsBlocks:
		return false
	case r.phrasing != blocks && isBlock:
		r.boundary()
		r.addLines(markdown)
		r.boundary()
	case isBlock || holdsBlocks:
		r.recordBlock(id)
		r.writeRaw(markdown)
	default:
		r.addApart(id, markdown)
	}
	return true
}

// addLines adds Markdown that is text in lines where there is room for one line only.
func (r *Renderer) addLines(markdown []byte) {
	for line := range bytes.SplitSeq(markdown, []byte("\n")) {
		line = bytes.TrimSuffix(bytes.TrimRight(bytes.TrimLeft(line, " \t"), " \t"), []byte("\\"))
		r.inline.AddRaw(inline.Enclosed(line))
		r.boundary()
	}
}

// addApart adds Markdown in the line, with the white space that an element begins and ends with beside it.
func (r *Renderer) addApart(id dom.ID, markdown []byte) {
	text := bytes.Trim(markdown, " \t")
	if len(text) < len(markdown) && ascii.IsSpace(markdown[0]) || r.edgeIsSpace(id, false) {
		r.inline.AddSpace()
	}
	if r.phrasing != blocks && bytes.IndexByte(text, '\n') >= 0 {
		r.addLines(text)
	} else {
		r.inline.AddRaw(inline.Enclosed(text))
	}
	if len(text) < len(markdown) && ascii.IsSpace(markdown[len(markdown)-1]) || r.edgeIsSpace(id, true) {
		r.inline.AddSpace()
	}
}

// edgeIsSpace reports whether the text in an element begins, or ends, with white space, as far as that is seen without looking far.
func (r *Renderer) edgeIsSpace(id dom.ID, atEnd bool) bool {
	const far = 64
	for range far {
		n := r.doc.Node(id)
		if n.Kind == dom.KindText {
			text := r.doc.Text(id)
			if text == "" {
				return false
			}
			return ascii.IsSpace(text[0]) && !atEnd || ascii.IsSpace(text[len(text)-1]) && atEnd
		}
		if id = n.First; atEnd {
			id = n.Last
		}
		if id == 0 {
			return false
		}
	}
	return false
}

// ruledBlock returns what an element becomes that is written by a rule, as far as it is known.
func (r *Renderer) ruledBlock(id dom.ID) block {
	number := int(r.doc.Node(id).Rule)
	markdown := []byte(nil)
	if w, ok := r.found.Of(id); ok {
		number, markdown = w.Rule, w.Markdown
	}
	if r.isRuledBlock(id, &r.settings.Rules.Rules[number]) || inline.HoldsBlocks(inline.Lines(markdown)) {
		return rawBlock
	}
	return paragraph
}

func (r *Renderer) isRuledBlock(id dom.ID, by *rule.Rule) bool {
	return by.Display == rule.Block || by.Display == rule.Natural && page.Of(r.doc.Node(id).Tag).Display == page.Block
}
