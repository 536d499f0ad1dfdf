package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
)

// control renders a control of a form, which is a box in the line that it stands in.
func (r *Renderer) control(dom.ID) leaving {
	r.inline.AddSpace()
	return inside | endsSpace
}

// input renders <input> as the text that a reader sees in it.
func (r *Renderer) input(id dom.ID) leaving {
	r.inline.AddSpace()
	r.inline.AddText(r.inputText(id))
	r.inline.AddSpace()
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
	r.inline.AddSpace()
	return r.beginWay(inSelection, 0)
}

// stepSelection goes on in a <select>, behind the option that it is at.
func (r *Renderer) stepSelection(id dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	if *at != 0 {
		r.inline.AddSpace()
	}
	if *at = r.nextSelected(id, *at); *at == 0 {
		return 0, false
	}
	r.enter(*at, inside)
	return 0, true
}

// nextSelected gives the option that is selected in a <select> behind one, or 0. The first, behind 0, is that of all options if none
// says that it is selected.
func (r *Renderer) nextSelected(id, option dom.ID) dom.ID {
	first := dom.ID(0)
	c := r.doc.Node(id).First
	if option != 0 {
		c = r.doc.FollowingSkipped(option, id)
	}
	for c != 0 && !r.stopped() {
		switch r.doc.Node(c).Tag {
		case dom.TagSelect:
			c = r.doc.FollowingSkipped(c, id)
			continue
		case dom.TagOption:
			if r.doc.Has(c, dom.AttrSelected) {
				return c
			}
			if first == 0 {
				first = c
			}
		}
		c = r.doc.Following(c, id)
	}
	if option != 0 {
		return 0
	}
	return first
}
