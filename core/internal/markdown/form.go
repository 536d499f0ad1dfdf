package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
)

// control renders a control of a form, which is a box in the line that it stands in.
func (r *Renderer) control(dom.ID) leaving {
	r.run.addSpace()
	return inside | endsSpace
}

// input renders <input> as the text that a reader sees in it.
func (r *Renderer) input(id dom.ID) leaving {
	r.run.addSpace()
	r.run.addText(r.inputText(id))
	r.run.addSpace()
	return rendered
}

// inputText gives the text that is seen in an <input>.
func (r *Renderer) inputText(id dom.ID) string {
	switch strings.ToLower(r.doc.Value(id, dom.AttrType)) {
	case "hidden", "password", "checkbox", "radio", "file", "range", "color":
		return ""
	case "image":
		return r.doc.Value(id, dom.AttrAlt)
	}
	return r.doc.Value(id, dom.AttrValue)
}

// selection renders <select> as what is selected.
func (r *Renderer) selection(id dom.ID) leaving {
	r.run.addSpace()
	r.selected(id, func(r *Renderer, option dom.ID) {
		r.children(option)
		r.run.addSpace()
	})
	return rendered
}

// selected renders the options that are selected in a <select>: the first if none says that it is.
func (r *Renderer) selected(id dom.ID, render func(r *Renderer, option dom.ID)) {
	first, found := dom.ID(0), false
	for o := r.doc.Following(id, id); o != 0 && !r.stopped(); {
		switch n := r.doc.Node(o); n.Tag {
		case dom.TagSelect:
			o = r.doc.FollowingSkipped(o, id)
			continue
		case dom.TagOption:
			if first == 0 {
				first = o
			}
			if r.doc.Has(o, dom.AttrSelected) {
				render(r, o)
				found = true
			}
		}
		o = r.doc.Following(o, id)
	}
	if !found && first != 0 {
		render(r, first)
	}
}

// writeHTMLField writes what a reader sees in a field where HTML is written.
func (r *Renderer) writeHTMLField(id dom.ID) {
	r.w.text(" ")
	switch r.doc.Node(id).Tag {
	case dom.TagInput:
		r.w.out = appendHTMLText(r.w.out, r.inputText(id))
	case dom.TagSelect:
		r.selected(id, (*Renderer).writeHTMLChildren)
	default:
		r.writeHTMLChildren(id)
	}
	r.w.text(" ")
}
