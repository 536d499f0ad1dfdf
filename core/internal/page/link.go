package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/weburl"
)

// LeadsNowhere reports whether the address of a link leads to no other place: a script acts on it.
func LeadsNowhere(href string) bool {
	switch href = strings.Trim(href, ascii.Space); href {
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
