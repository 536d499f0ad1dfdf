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

// box renders an element that is a block to the eye, but says nothing in Markdown, unless it is a footnote.
func (r *Renderer) box(id dom.ID) step {
	r.boundary()
	if r.page.HasFootnoteBlocks() && r.phrasing == blocks && r.beginFootnote(id) {
		return descend | endsFootnote
	}
	return descend | endsBox
}

// flush writes the inline content so far as a paragraph, if there is any.
func (r *Renderer) flush() {
	if r.inline.Finish() {
		if r.w.record != nil {
			r.recordRun()
		}
		r.itemStart = r.itemStart && r.w.box == ""
		if r.inline.IsDisplayedMath() {
			r.writeMathBlocks()
		} else {
			r.w.open(paragraph)
			r.writeRun(inline.ParagraphLines, true)
		}
		if r.settlesAt < math.MaxUint32 && r.shown() >= r.settings.SettleAfter {
			r.isSettled, r.settlesAt = true, math.MaxUint32
		}
	} else if r.w.record != nil {
		r.forgetRun()
	}
	r.itemStart = r.itemStart && r.w.last == noBlock
	r.inline.NewRun()
	if len(r.notes) > 0 {
		r.writeNotes()
	}
}

// place tells where the next run is written.
func (r *Renderer) place(lines inline.LineMode, wraps bool) {
	at := &r.inline.At // field by field: it is done for each paragraph
	at.Lines, at.Wraps = lines, wraps
	at.Prefix, at.Begin, at.LineStart, at.Limit = r.w.prefix, r.w.begin, r.w.lineStart, r.w.limit
	at.Document, at.Joined, at.Quote, at.Item = r.atStart(), r.w.joined, r.w.beginsQuote(), r.itemStart
}
