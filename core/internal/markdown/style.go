package markdown

import (
	"bytes"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/style"
)

// styleHandlers are the handlers for a page whose style sheets say something: of elements in a line that say nothing of their own, and of
// blocks of text.
func (s *Settings) styleHandlers() *[256]handler {
	handlers := *s.handlers
	for tag := range handlers {
		e := page.Of(dom.Tag(tag))
		if e.Role == page.NoRole && e.Display == page.Inline || isStyledBlock(dom.Tag(tag)) {
			handlers[tag] = (*Renderer).styled
		}
	}
	return &handlers
}

// isStyledBlock reports whether the style of a block counts: that of others is how a site looks.
func isStyledBlock(tag dom.Tag) bool { return tag == dom.TagP || tag == dom.TagDiv }

// readHead reads what the head says about all that follows: what addresses are relative to, and how elements are styled.
func (r *Renderer) readHead() {
	r.page.FindBase()
	if r.page.ReadSheets(); r.page.HasSheets() {
		r.handlers = r.settings.styledHandlers
	}
}

// styled begins an element whose style may say something.
//
//tidemark:recurses once: the handlers of the settings are those without styles
func (r *Renderer) styled(id dom.ID) step {
	s := r.page.StyleOf(id)
	begin := r.settings.handlers[r.doc.Node(id).Tag]
	switch {
	case s.IsZero() && begin != nil:
		return begin(r, id)
	case s.IsZero():
		return descend
	}
	e := page.Of(r.doc.Node(id).Tag)
	switch {
	case isStyledBlock(r.doc.Node(id).Tag):
		return r.styledBlock(id, &s)
	case begin == nil, r.page.TakesBack(id):
		how := descend | r.pushStyle(id, &s)
		if s.Of(style.Space) > style.Normal && r.page.IsSureToShow(id) { // and is no space that stands between words
			how = r.keepLines(how, &s)
		}
		return how
	case e.Display != page.Inline:
		return begin(r, id)
	case e.Role == page.Code && s.Of(style.Space) != style.Normal && s.Of(style.Space) != style.Unset:
		return r.styledCode(id)
	}
	how := begin(r, id)
	if how == done || how.hasWay() {
		return how
	}
	return how | r.pushStyle(id, &s)
}

// styledBlock begins a block of text. What is said of all that is in a block is taken for how it looks where it holds others.
func (r *Renderer) styledBlock(id dom.ID, s *style.Style) step {
	if r.page.IsStyledCode(s) && r.page.IsSureToShow(id) {
		return r.pre(id)
	}
	how := r.settings.handlers[r.doc.Node(id).Tag](r, id)
	if how != descend|endsBox {
		return how
	}
	if r.page.HoldsLines(id) {
		how |= r.pushStyle(id, s)
	}
	return r.keepLines(how, s)
}

// keepLines keeps the line ends in an element whose style does, and returns how it ends then.
func (r *Renderer) keepLines(how step, s *style.Style) step {
	switch s.Of(style.Space) {
	case style.Pre, style.PreWrap, style.PreLine:
		if how&endsStyles != endsStyles {
			r.inline.PushLines()
			how += endsStyle
		}
	}
	return how
}

// styleOfCell opens the formatting that the style of a cell stands for, and returns how it ends. It is that of a spreadsheet: on other
// pages it is how a table looks, and in a header it would say nothing.
func (r *Renderer) styleOfCell(id dom.ID) step {
	if n := r.doc.Node(id); r.inHeader || n.Tag == dom.TagTh || !r.page.MayBeStyled(n) || !r.page.IsConverted() && !r.page.IsOfSheets(id) {
		return done
	}
	s := r.page.StyleOf(id)
	return r.pushStyle(id, &s)
}

// styledCode renders <code> whose lines are as they stand: a code block, if there are several.
func (r *Renderer) styledCode(id dom.ID) step {
	r.scratch = r.page.AppendCode(r.scratch[:0], id)
	if r.phrasing == blocks && bytes.IndexByte(bytes.Trim(r.scratch, "\n"), '\n') >= 0 && !r.page.HoldsPre(id) {
		how := r.pre(id)
		r.boundary()
		return how
	}
	return r.code(id)
}

// pushStyle opens the formatting that a style stands for, and returns how it ends.
func (r *Renderer) pushStyle(id dom.ID, s *style.Style) (how step) {
	kinds := [...]inline.FormatKind{inline.EmFormat, inline.StrongFormat, inline.DelFormat}
	if r.inline.GoesOn(inline.StrongFormat) {
		kinds[0], kinds[1] = kinds[1], kinds[0]
	}
	for _, kind := range kinds {
		if r.pushStyleOf(kind, id, s) {
			how += endsStyle
		}
	}
	return how
}

// pushStyleOf opens formatting of one kind, or keeps that around an element from it, and reports whether it has done so.
func (r *Renderer) pushStyleOf(kind inline.FormatKind, id dom.ID, s *style.Style) bool {
	switch kind {
	case inline.StrongFormat:
		switch s.Of(style.Weight) {
		case style.Bold:
			if r.isBold(id) {
				return false
			}
		case style.Normal:
			return r.lift(kind, id)
		default:
			return false
		}
	case inline.EmFormat:
		switch s.Of(style.Slant) {
		case style.Italic:
		case style.Normal:
			return r.lift(kind, id)
		default:
			return false
		}
	case inline.DelFormat:
		if s.Of(style.Line) != style.LineThrough || !r.settings.CanWrite(kind) {
			return false
		}
	}
	r.inline.PushStyle(kind, len(r.w.out))
	return true
}

// isBold reports whether text is bold where it stands, as in headings, so that a style that says so says nothing.
func (r *Renderer) isBold(id dom.ID) bool {
	around := r.page.BlockAround(id)
	if around == 0 {
		return false
	}
	switch tag := r.doc.Node(around).Tag; page.Of(tag).Role {
	case page.Heading:
		return !r.page.IsPartlyBold(around)
	case page.Cell:
		return tag == dom.TagTh || r.inHeader
	}
	return false
}

// lift keeps an element from formatting around it, and reports whether there was any. What heads others is bold for want of another form.
func (r *Renderer) lift(kind inline.FormatKind, id dom.ID) bool {
	if !r.inline.IsOpen(kind) {
		return false
	}
	if around := r.page.BlockAround(id); around != 0 && kind == inline.StrongFormat {
		switch page.Of(r.doc.Node(around).Tag).Role {
		case page.Heading, page.Term:
			return false
		}
	}
	return r.inline.Lift(kind)
}
