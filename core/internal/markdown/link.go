package markdown

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/weburl"
)

// The bytes that an address, and a title, may not have that is used as it is in the source and can be written so. What is in
// DestinationSpecials but not in an address for use is cleaned.
var (
	oddInDestination = ascii.SetOf(inline.DestinationSpecials + weburl.LeadsSpace)
	oddInTitle       = ascii.SetOf(inline.TitleSpecials)
)

// link renders <a>. Without an address that may be used it says nothing.
func (r *Renderer) link(id dom.ID) step {
	if n := r.doc.Node(id); r.page.IsElement(n.Prev) &&
		(r.page.IsButton(id) || r.doc.Is(n.Parent, dom.TagFigcaption)) { // Hexo has the title of code there, and a link to it.
		r.inline.AddSpace()
	}
	href, isPlain := r.doc.Plain(id, dom.AttrHref, &oddInDestination)
	if !isPlain {
		var ok bool
		if href, ok = r.doc.Attr(id, dom.AttrHref); !ok {
			return descend
		}
	}
	if r.settings.Footnotes && (strings.HasPrefix(href, "#") || r.page.MayName(href)) && r.footnoteLink(id) {
		return done
	}
	if r.doc.Node(id).Traits&dom.HasClass != 0 || r.phrasing == oneLine {
		switch r.page.PermalinkOf(id, href, r.phrasing == oneLine) {
		case page.Ornamental:
			return done
		case page.Around:
			return descend
		}
	}
	if r.settings.Page.Clean.SelfLinks && r.page.LeadsHere(href) {
		return descend
	}
	if (!isPlain || len(href) <= len("#!") || r.page.Options().KeepUnsafeLinks) && !r.settings.Page.KeepEmptyLinks && page.LeadsNowhere(href) {
		return descend // else it is dropped as unsafe, if it is
	}
	address, ok := href, false
	if isPlain {
		address, ok = r.page.ResolveAddress(href, false)
	} else {
		address, ok = r.page.Address(href)
	}
	if !ok {
		return descend
	}
	l := inline.Link{Address: address, PlainAddress: isPlain && !r.page.HasBase() && address != "", Ref: int32(id)}
	l.Title, l.PlainTitle = r.title(id)
	if r.settings.CleansLinks && !r.cleanLink(id, &l) {
		return descend
	}
	r.pushLink(&l)
	return descend | endsLink
}

// title returns the title of an element, empty where there is none, and whether it is to be written as it is.
func (r *Renderer) title(id dom.ID) (title string, isPlain bool) {
	if r.doc.Node(id).Traits&dom.HasTitle == 0 {
		return "", true
	}
	if title, isPlain = r.doc.Plain(id, dom.AttrTitle, &oddInTitle); isPlain {
		return title, true
	}
	return r.doc.Value(id, dom.AttrTitle), false
}

// linkTo is a link with the title of an element.
func (r *Renderer) linkTo(address string, id dom.ID) *inline.Link {
	title, _ := r.title(id)
	return &inline.Link{Address: address, Title: title, Ref: int32(id)}
}

// endLink ends the link of an element. One that shows nothing has the name that it says aloud, and goes where it has none.
func (r *Renderer) endLink(id dom.ID) {
	written := len(r.w.out)
	if !r.inline.IsLinkEmpty(written) {
		r.inline.Pop()
		return
	}
	if name := r.page.LinkName(id); name != "" && !r.inline.LeadsToPlace() {
		r.inline.NameLink(name)
		r.attended(id)
	}
	r.inline.PopLink(r.settings.Page.KeepEmptyLinks, written)
}

func (r *Renderer) pushLink(l *inline.Link) { r.inline.PushLink(l, len(r.w.out)) }
