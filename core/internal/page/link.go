package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/weburl"
)

// LeadsNowhere reports whether the address of a link leads to no other place: a script acts on it.
func LeadsNowhere(href string) bool {
	switch href = ascii.Trim(href); href {
	case "", "#", "#!":
		return true
	}
	scheme := weburl.Scheme(href)
	return strings.EqualFold(scheme, "javascript") && emptyScripts[strings.TrimRight(strings.TrimSpace(href[len(scheme)+1:]), "; ")]
}

// emptyScripts are those that do nothing.
var emptyScripts = map[string]bool{
	"": true, "void(0)": true, "void 0": true, "void (0)": true, "void(null)": true, "void()": true, "undefined": true, "false": true, "null": true,
	"return false": true, "//": true, "{}": true,
}

// maxNamed is how many nodes are looked at for the name of a link: its icon comes first in it.
const maxNamed = 64

// LeadsNowhere reports whether a link leads to no other place, and is not to be kept even so.
func (p *Page) LeadsNowhere(id dom.ID) bool {
	if p.options.KeepEmptyLinks {
		return false
	}
	href, ok := p.doc.Attr(id, dom.AttrHref)
	return ok && LeadsNowhere(href)
}

// mayShow are the roles of elements that show something without text in them.
var mayShow = [Roles]bool{Media: true, Input: true, Select: true, ThematicBreak: true}

// IsNameless reports whether a link shows nothing of its own, and is not to be kept even so: as far as can be seen from where it begins.
func (p *Page) IsNameless(id dom.ID) bool {
	if p.options.KeepEmptyLinks && p.LinkName(id) == "" || p.doc.Node(id).Traits&dom.HasHref == 0 {
		return false
	}
	c := p.doc.Following(id, id)
	for looked := 0; c != 0; looked++ {
		if looked == maxNamed {
			return false
		}
		n := p.doc.Node(c)
		switch {
		case n.Kind == dom.KindText && strings.ContainsFunc(p.doc.Text(c), isSeen), n.Tag == dom.TagImg && p.ImageMode(c) == Keep, mayShow[Of(n.Tag).Role]:
			return false
		case n.Kind == dom.KindElement && p.IsUnseen(c):
			c = p.doc.FollowingSkipped(c, id)
		default:
			c = p.doc.Following(c, id)
		}
	}
	return true
}

// LinkName returns the name of a link that shows nothing: what a screen reader would read out.
// https://www.w3.org/TR/accname-1.2/#computation-steps
func (p *Page) LinkName(id dom.ID) string {
	c := id
	for looked := 0; c != 0 && looked < maxNamed; looked++ {
		p.step()
		if name := p.nameOf(c); name != "" {
			return name
		}
		c = p.doc.Following(c, id)
	}
	return ""
}

// nameOf returns the name that an element has of its own.
func (p *Page) nameOf(id dom.ID) string {
	n := p.doc.Node(id)
	if n.Kind != dom.KindElement {
		return ""
	}
	if n.Namespace == dom.SVG && p.doc.Name(id) == "title" {
		p.scratch = p.doc.AppendTextContent(p.scratch[:0], id)
		return strings.TrimSpace(string(p.scratch))
	}
	for _, key := range [...]dom.AttrKey{dom.AttrAriaLabel, dom.AttrTitle, dom.AttrAlt} {
		if name := strings.TrimSpace(p.doc.Value(id, key)); name != "" {
			return name
		}
	}
	return ""
}
