package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/page/formula"
)

// handler begins to render one element, and returns what is left to do.
type handler func(r *Renderer, id dom.ID) step

// Compile returns settings that are ready for a Renderer: with what each element is begun by. An element without a handler is inline and says
// nothing of its own, or what it says has no form with these settings: its children are rendered.
//
//tidemark:recurses once: those of headings are like all others
func (s Settings) Compile() *Settings {
	if s.PlainHeadings {
		plain := s
		plain.PlainHeadings, plain.DropHTML, plain.OneLine = false, true, true
		s.inHeadings = plain.Compile()
	}
	s.Page.Footnotes, s.Page.Alerts = s.Footnotes, s.Alerts
	begin := s.roleHandlers()
	s.handlers = new([256]handler)
	for tag := range s.handlers {
		s.handlers[tag] = begin[page.Of(dom.Tag(tag)).Role]
	}
	s.handlers[dom.TagDl] = (*Renderer).descriptions
	if s.Alerts {
		s.handlers[dom.TagDetails] = (*Renderer).details
	}
	s.styledHandlers = s.styleHandlers()
	return &s
}

func (s *Settings) roleHandlers() *[page.Roles]handler {
	begin := &[page.Roles]handler{
		page.Box:           (*Renderer).box,
		page.AlertBox:      (*Renderer).codeOrBox,
		page.Paragraph:     (*Renderer).paragraph,
		page.Term:          (*Renderer).term,
		page.Heading:       (*Renderer).heading,
		page.Quote:         (*Renderer).blockquote,
		page.List:          (*Renderer).list,
		page.Preformatted:  (*Renderer).pre,
		page.ThematicBreak: (*Renderer).thematicBreak,
		page.Table:         (*Renderer).table,
		page.Row:           (*Renderer).row,
		page.Cell:          (*Renderer).flatCell,

		page.Code:                  (*Renderer).code,
		page.Link:                  (*Renderer).link,
		page.Image:                 (*Renderer).image,
		page.LineBreak:             (*Renderer).lineBreak,
		page.Custom:                (*Renderer).custom,
		page.Quotation:             (*Renderer).quotation,
		page.Annotation:            (*Renderer).annotation,
		page.AnnotationContainer:   (*Renderer).annotations,
		page.AnnotationParenthesis: (*Renderer).annotationParenthesis,
		page.Control:               (*Renderer).control,
		page.Label:                 (*Renderer).label,
		page.Input:                 (*Renderer).input,
		page.Select:                (*Renderer).selection,
		page.Media:                 (*Renderer).media,
		page.ShadowRoot:            (*Renderer).shadowRoot,
	}
	if s.Alerts {
		begin[page.AlertBox] = (*Renderer).alertOrBox
	}
	for role, kind := range formatsOf {
		if kind != 0 && s.CanWrite(kind) {
			begin[role] = func(r *Renderer, id dom.ID) step { return r.withFormat(id, kind) }
		}
	}
	if s.CanWrite(inline.SupFormat) || s.Footnotes {
		begin[page.Superscript] = (*Renderer).superscript
	}
	return begin
}

// formatsOf are the formats that elements have, by their role.
var formatsOf = [page.Roles]inline.FormatKind{
	page.Emphasis: inline.EmFormat, page.Strong: inline.StrongFormat, page.Deleted: inline.DelFormat, page.Subscript: inline.SubFormat,
	page.Keyboard: inline.KbdFormat, page.Marked: inline.MarkFormat, page.Inserted: inline.InsFormat,
}

// begin begins to render a node.
func (r *Renderer) begin(id dom.ID) step {
	n := r.doc.Node(id)
	if r.attends {
		r.attend(id)
	}
	switch {
	case n.Kind != dom.KindText:
		if n.Start >= r.settlesAt && r.depth == 0 {
			r.settle()
		}
		if r.page.NeedsCheck(n) {
			return r.beginOdd(id)
		}
		return r.beginElement(id)
	case r.page.Formulas.Delimiters == formula.NoDelimiters:
		r.inline.AddText(r.doc.Text(id))
	default:
		r.textWithFormulas(id)
	}
	return done
}

// beginOdd begins an element that may be unseen or a formula.
func (r *Renderer) beginOdd(id dom.ID) step {
	if traits := r.doc.Node(id).Traits; traits&(dom.Excluded|dom.Kept|dom.Ruled) != 0 {
		if traits&dom.Ruled == 0 || traits&dom.Excluded != 0 {
			return r.beginChosen(id)
		}
		return r.beginRuled(id)
	}
	return r.beginUnchosen(id)
}

// beginUnchosen begins an element of which nothing has been chosen, that may be unseen or a formula.
func (r *Renderer) beginUnchosen(id dom.ID) step {
	n := r.doc.Node(id)
	hasClass := n.Traits&dom.HasClass != 0 && r.page.HasClass(id)
	if !hasClass && r.page.IsSeen(n) && !r.page.IsRoleTable(id) {
		return r.beginElement(id) // as mostly
	}
	if how, ok := r.formula(id); ok {
		return how
	}
	if r.page.IsUnseen(id) {
		r.leaveOut(id)
		return done
	} else if hasClass && r.page.IsEditLink(id) {
		return done
	} else if n.Traits&dom.HasStyle != 0 && r.page.IsSpacer(id) {
		r.inline.AddSpace()
		return done
	}
	switch {
	case r.page.IsRoleTable(id) && r.writesGrid() && r.page.LayOutRoles(&r.grid, id):
		return r.roleTable(id)
	case !hasClass:
	case n.Tag == dom.TagSpan:
		if how, ok := r.span(id); ok {
			return how
		}
	case n.Tag == dom.TagCode && r.page.IsFlag(id):
		how := r.code(id)
		r.inline.AddSpace()
		return how
	case r.page.IsBoxTable(id) && r.writesGrid():
		return r.boxTable(id)
	}
	return r.beginSeen(id)
}

// beginSeen begins an element that is to be seen, and may have a style.
func (r *Renderer) beginSeen(id dom.ID) step {
	if r.doc.Node(id).Traits&dom.HasStyle != 0 && r.page.HasStyle(id) {
		return r.styled(id)
	}
	return r.beginElement(id)
}

// beginElement begins an element that is to be seen.
func (r *Renderer) beginElement(id dom.ID) step {
	if begin := r.handlers[r.doc.Node(id).Tag]; begin != nil {
		return begin(r, id)
	}
	return descend
}

// boldBox renders a block whose text is bold.
func (r *Renderer) boldBox(dom.ID) step {
	r.boundary()
	r.inline.PushWhole(inline.StrongFormat, len(r.w.out))
	return descend | endsFormat | endsBox
}
