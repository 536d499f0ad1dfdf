package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// shadowHosts are the elements of the HTML Standard that can have a shadow tree; those with a name of their own can, too.
// https://dom.spec.whatwg.org/#valid-shadow-host-name
var shadowHosts = func() (table [256]bool) {
	for _, tag := range [...]dom.Tag{
		dom.Unknown, dom.TagArticle, dom.TagAside, dom.TagBlockquote, dom.TagBody, dom.TagDiv, dom.TagFooter, dom.TagH1, dom.TagH2, dom.TagH3,
		dom.TagH4, dom.TagH5, dom.TagH6, dom.TagHeader, dom.TagMain, dom.TagNav, dom.TagP, dom.TagSection, dom.TagSpan,
	} {
		table[tag] = true
	}
	return table
}()

// IsShadowRoot reports whether a <template> is the shadow tree of the element around it, which is shown in the place of what else that
// holds. It comes first there.
// https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode
func (p *Page) IsShadowRoot(id dom.ID) bool {
	mode := p.otherValue(id, "shadowrootmode")
	if !strings.EqualFold(mode, "open") && !strings.EqualFold(mode, "closed") {
		return false
	}
	host := p.doc.Node(p.doc.Node(id).Parent)
	return host.Kind == dom.KindElement && host.Namespace == dom.HTML && shadowHosts[host.Tag] && p.besides(id, false) == 0
}

// otherValue returns the value of an attribute that has no dom.AttrKey.
func (p *Page) otherValue(id dom.ID, name string) string {
	for a := range p.doc.Attrs(id) {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// FillSlots moves what an element holds after its shadow tree into the slots of that, where it is shown. What has no slot is not shown.
// https://dom.spec.whatwg.org/#find-slotables
func (p *Page) FillSlots(root dom.ID) {
	c := p.doc.Node(root).Next
	if c == 0 {
		return
	}
	slots := p.slotsOf(root)
	filled := map[dom.ID]bool{}
	for next := dom.ID(0); c != 0; c = next {
		p.step()
		n := p.doc.Node(c)
		next = n.Next
		name := ""
		if n.Kind == dom.KindElement {
			name = p.otherValue(c, "slot")
		}
		slot := slots[name]
		switch {
		case filled[slot]:
		case p.doc.IsBlank(c):
			slot = 0 // It leaves what the slot holds without content.
		case slot != 0:
			filled[slot] = true
			for old := p.doc.Node(slot).First; old != 0; old = p.doc.Node(slot).First {
				p.doc.Remove(old)
			}
		case p.options.Hidden == HiddenKeep:
			slot = root
		}
		p.doc.Remove(c)
		if slot != 0 {
			p.doc.AppendChild(slot, c)
		}
	}
}

// slotsOf finds the slots of a shadow tree by their names. Of those with the same name the first counts.
func (p *Page) slotsOf(root dom.ID) map[string]dom.ID {
	slots := map[string]dom.ID{}
	for c := p.doc.Following(root, root); c != 0; {
		p.step()
		switch n := p.doc.Node(c); {
		case n.Tag == dom.TagTemplate:
			c = p.doc.FollowingSkipped(c, root)
			continue
		case n.Kind == dom.KindElement && n.Namespace == dom.HTML && n.Tag == dom.Unknown && p.doc.Name(c) == "slot":
			if name := p.doc.Value(c, dom.AttrName); slots[name] == 0 {
				slots[name] = c
			}
		}
		c = p.doc.Following(c, root)
	}
	return slots
}
