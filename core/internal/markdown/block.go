package markdown

import (
	"math"

	"tidemark/core/internal/dom"
)

// phrasing is what blocks become: in a heading or a table cell there is room for inline content only.
type phrasing uint8

const (
	blocks    phrasing = iota // blocks are blocks
	oneLine                   // a block boundary is a space
	cellLines                 // a block boundary is a line break
)

// boundary ends the inline content before a block begins or after it ended.
func (r *Renderer) boundary() {
	switch r.phrasing {
	case blocks:
		r.flush()
	case oneLine:
		r.run.addSpace()
	case cellLines:
		r.run.addBarrier()
	}
}

// box renders an element that is a block to the eye, but says nothing in Markdown.
func (r *Renderer) box(dom.ID) leaving {
	r.boundary()
	return inside | endsBox
}

// flush writes the inline content so far as a paragraph, if there is any.
func (r *Renderer) flush() {
	if r.finishRun() {
		r.itemStart = r.itemStart && r.w.box == ""
		if r.run.isDisplayedMath() {
			r.writeMathBlocks()
		} else {
			r.w.open(paragraph)
			start := len(r.w.out)
			r.writeRun(paragraphLines)
			r.wrapParagraph(start)
		}
		if r.settlesAt < math.MaxUint32 && r.shown() >= r.settings.SettleAfter {
			r.isSettled, r.settlesAt = true, math.MaxUint32
		}
	}
	r.itemStart = r.itemStart && r.w.last == noBlock
	r.newRun()
}

// finishRun closes what is open, and tells whether there is anything to be seen.
func (r *Renderer) finishRun() bool {
	for len(r.run.open) > 0 {
		r.run.end(false)
	}
	if !r.run.content {
		return false
	}
	for _, t := range r.run.tokens {
		if t.kind != textToken || len(r.run.text[t.start:t.end]) > leadingSpaces(r.run.text[t.start:t.end]) {
			return true
		}
	}
	return false
}
