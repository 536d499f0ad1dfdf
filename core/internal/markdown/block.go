package markdown

import (
	"math"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
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
		r.inline.AddSpace()
	case cellLines:
		r.inline.AddSoftBreak()
	}
}

// box renders an element that is a block to the eye, but says nothing in Markdown.
func (r *Renderer) box(dom.ID) leaving {
	r.boundary()
	return inside | endsBox
}

// flush writes the inline content so far as a paragraph, if there is any.
func (r *Renderer) flush() {
	if r.inline.Finish() {
		r.itemStart = r.itemStart && r.w.box == ""
		if r.inline.IsDisplayedMath() {
			r.writeMathBlocks()
		} else {
			r.w.open(paragraph)
			at := r.place(inline.ParagraphLines)
			at.Wraps = true
			r.w.run(&r.inline, at)
		}
		if r.settlesAt < math.MaxUint32 && r.shown() >= r.settings.SettleAfter {
			r.isSettled, r.settlesAt = true, math.MaxUint32
		}
	}
	r.itemStart = r.itemStart && r.w.last == noBlock
	r.inline.NewRun()
}

// place is where the next run is written.
func (r *Renderer) place(lines inline.LineMode) inline.Place {
	return inline.Place{
		Lines: lines, Prefix: r.w.prefix, Begin: r.w.begin, LineStart: r.w.lineStart, Limit: r.w.limit,
		Document: r.atStart(), Joined: r.w.joined, Quote: r.w.beginsQuote(), Item: r.itemStart,
	}
}
