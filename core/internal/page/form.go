package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// InputText returns the text that is seen in an <input>.
func (p *Page) InputText(id dom.ID) string {
	switch strings.ToLower(p.doc.Value(id, dom.AttrType)) {
	case "hidden", "password", "checkbox", "radio", "file", "range", "color":
		return ""
	case "image":
		return p.doc.Value(id, dom.AttrAlt)
	}
	return p.doc.Value(id, dom.AttrValue)
}

// NextSelected returns the option that is selected in a <select> after one, or 0. The first, after 0, is that of all options if none
// says that it is selected.
func (p *Page) NextSelected(id, option dom.ID) dom.ID {
	first := dom.ID(0)
	c := p.doc.Node(id).First
	if option != 0 {
		c = p.doc.FollowingSkipped(option, id)
	}
	for c != 0 {
		p.step()
		switch p.doc.Node(c).Tag {
		case dom.TagSelect:
			c = p.doc.FollowingSkipped(c, id)
			continue
		case dom.TagOption:
			if p.doc.Has(c, dom.AttrSelected) {
				return c
			}
			if first == 0 {
				first = c
			}
		}
		c = p.doc.Following(c, id)
	}
	if option != 0 {
		return 0
	}
	return first
}

// buttonClasses are those of links that look like a button, a box of its own in the line: those of Bootstrap, Bulma, Foundation,
// WordPress, Primer and Infima.
var buttonClasses = map[string]bool{
	"btn": true, "button": true, "wp-block-button__link": true, "badge": true, "chip": true, "pill": true, "tag": true, "Button": true, "Btn": true,
	"nav-link": true, "topic-tag": true, "post-tag": true, "label": true, "navbar__item": true,
}

// IsButton reports whether a link looks like a button.
func (p *Page) IsButton(id dom.ID) bool { return p.saysClass(id, buttonClass) }
