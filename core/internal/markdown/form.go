package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// control renders a control of a form, which is a box in the line that it stands in.
func (r *Renderer) control(id dom.ID) step {
	if r.page.IsCopyButton(id) {
		return done
	}
	r.inline.AddSpace()
	return descend | endsSpace
}

// label renders <label>, which stands apart from the words around it unless it refers to a footnote.
func (r *Renderer) label(id dom.ID) step {
	if i, ok := r.page.FootnoteOfLabel(id); ok && !r.inline.IsOpen(inline.LinkFormat) {
		r.addFootnote(i, id)
		return done
	}
	r.inline.AddSilentBreak()
	if !r.page.IsMarginToggle(id) {
		return descend | endsApart
	}
	if i, ok := r.page.NumberedSidenote(id); ok {
		r.addNote(i, id)
	}
	return done
}

// input renders <input> as the text that a reader sees in it.
func (r *Renderer) input(id dom.ID) step {
	r.inline.AddSpace()
	r.inline.AddText(r.page.InputText(id))
	r.inline.AddSpace()
	return done
}

// selection renders <select> as what is selected.
func (r *Renderer) selection(id dom.ID) step {
	r.inline.AddSpace()
	return r.beginWay(inSelection, 0)
}

// stepSelection goes on in a <select>, after the option that it is at.
func (r *Renderer) stepSelection(id dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	if *at != 0 {
		r.inline.AddSpace()
	}
	if *at = r.page.NextSelected(id, *at); *at == 0 {
		return 0, false
	}
	r.enter(*at, descend)
	return 0, true
}
