package turndown

import "tidemark/core/internal/dom"

// blank renders an element that shows and says nothing: a boundary, or the white space in it.
func (r *Renderer) blank(id dom.ID, block bool) {
	if block {
		r.w.join(2)
		return
	}
	leading, trailing := r.edgesOf(id)
	r.w.pieceBytes(r.edgeTexts[leading:trailing])
	r.edgeTexts = r.edgeTexts[:leading]
}

// beginBlock begins an element that stands on lines of its own, and reports whether it has been entered.
func (r *Renderer) beginBlock(e *openElement) bool {
	e.before = r.w.mark()
	switch e.form {
	case removedForm:
		r.w.join(0)
		return r.beginUnread(e)
	case listForm:
		r.beginList(e)
	case itemForm:
		r.beginItem(e)
	case ruleForm:
		r.w.join(2)
		r.w.text(r.settings.HR)
		r.endBlock(&e.before)
		return false
	case preForm, keptForm:
		r.w.join(2)
		return r.beginUnread(e)
	default:
		r.w.join(2)
		e.before = r.w.mark()
		switch e.form {
		case headingForm:
			r.beginHeading(e)
		case quoteForm:
			r.beginQuote(e)
		}
	}
	r.enter(e)
	return true
}

// beginUnread begins an element of which what is in it is not written as Markdown, and reports whether it has been entered: the links in
// it count even so.
func (r *Renderer) beginUnread(e *openElement) bool {
	if r.settings.Link == Referenced && r.facts[e.id]&hasLinks != 0 {
		e.before, e.absorbed = r.w.mark(), r.w.absorbed
		r.unread++
		r.enter(e)
		return true
	}
	r.writeUnread(e)
	return false
}

func (r *Renderer) endUnread(e *openElement) {
	r.w.place, r.w.absorbed = e.place, e.absorbed
	r.w.undo(e.before)
	if r.unread--; r.unread == 0 {
		r.writeUnread(e)
	}
}

// writeUnread writes such an element.
func (r *Renderer) writeUnread(e *openElement) {
	switch e.form {
	case preForm:
		r.code(r.doc.Node(e.id).First)
	case keptForm:
		r.kept(e.id)
	default:
		return
	}
	if elements[r.doc.Node(e.id).Tag].block {
		r.w.newlines += 2
	}
}

// endBlock ends what stands on lines of its own. Where it has written nothing it is one boundary.
func (r *Renderer) endBlock(before *mark) {
	if len(r.w.out) == before.out {
		r.w.newlines = 2
		return
	}
	r.w.newlines += 2
}

// leave leaves the element that was entered last.
func (r *Renderer) leave() {
	last := len(r.open) - 1
	e := &r.open[last]
	switch e.form {
	case headingForm:
		r.endHeading(e)
	case quoteForm:
		r.endQuote(e)
	case listForm:
		if !r.endsItem(e.id) {
			r.endBlock(&e.before)
		}
	case itemForm:
		r.endItem(e)
	case preForm, keptForm, removedForm:
		if r.endUnread(e); !elements[r.doc.Node(e.id).Tag].block {
			r.endEdges(e)
		}
	default:
		if elements[r.doc.Node(e.id).Tag].block {
			r.endBlock(&e.before)
		} else {
			r.endInline(e)
		}
	}
	r.open = r.open[:last]
}

func (r *Renderer) beginQuote(e *openElement) {
	r.w.flush()
	r.w.text("> ")
	r.beginContainer("> ")
}

// beginContainer begins what each line of begins with a prefix.
func (r *Renderer) beginContainer(prefix string) {
	r.w.indent(prefix)
	r.w.edges = edges{trims: begun, drops: len(r.w.out), absorbs: begun}
	if r.depth++; r.settings.MaxDepth > 0 && r.depth > r.settings.MaxDepth {
		r.err = ErrTooDeep
	}
}

func (r *Renderer) endContainer(e *openElement) {
	r.depth--
	r.w.place = e.place
}

func (r *Renderer) endQuote(e *openElement) {
	r.endContainer(e)
	r.w.newlines = 2
}
