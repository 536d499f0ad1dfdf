package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// heading renders <h1> to <h6>. Blocks within one run together. One that shows nothing is left out, and one in what is bold is not bold
// besides.
//
//tidemark:recurses once: in a heading others are bold
func (r *Renderer) heading(id dom.ID) step {
	r.boundary()
	if r.page.IsFootnoteHeading(id) {
		return done
	}
	if r.phrasing != blocks {
		return r.withFormat(id, inline.StrongFormat) | endsBox
	}
	around := r.settings
	r.use(around.inHeadings)
	r.phrasing = oneLine
	r.inline.NewHeadingRun()
	r.children(id)
	r.phrasing = blocks
	level := int(r.doc.Node(id).Tag-dom.TagH1) + 1
	switch {
	case r.inline.Finish():
		r.recordBlock(id)
		r.writeHeading(level)
	case r.settings.KeepEmpty && !r.settings.Plain && r.page.IsEmpty(id):
		r.recordBlock(id)
		r.w.open(heading)
		r.recordHeading(level)
		r.w.text("######"[:level])
	}
	if around.inHeadings != nil {
		r.use(around)
	}
	r.inline.NewRun()
	r.writeNotes()
	return done
}

// use goes on with other settings, if there are any.
func (r *Renderer) use(s *Settings) {
	if s == nil {
		return
	}
	isStyled := r.handlers == r.settings.styledHandlers
	if r.settings, r.handlers = s, s.handlers; isStyled {
		r.handlers = s.styledHandlers
	}
	r.inline.Use(&s.Options)
}

func (r *Renderer) writeHeading(level int) {
	if r.settings.Plain {
		r.plainHeading()
		return
	}
	if r.settings.HeadingSetext && level <= 2 && !r.w.needsBlankLine(setextHeading) {
		r.w.open(setextHeading)
		r.recordHeading(level)
		start := len(r.w.out)
		r.inline.TrimStart()
		r.writeRun(inline.ParagraphLines, false)
		width := inline.Columns(r.w.out[start:])
		r.w.newLine()
		r.w.text(strings.Repeat("=-"[level-1:level], min(max(width, 3), 80)))
		r.w.last = heading
		return
	}
	r.w.open(heading)
	r.recordHeading(level)
	r.w.text("######"[:level])
	r.w.text(" ")
	r.writeRun(inline.HeadingLine, false)
}
