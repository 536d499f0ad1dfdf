package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
)

// link is where a link goes.
type link struct {
	address, title string
}

// link renders <a>. Without an address that may be used it says nothing.
func (r *Renderer) link(id dom.ID) leaving {
	href, ok := r.doc.Attr(id, dom.AttrHref)
	if !ok {
		return inside
	}
	if r.settings.Footnotes && strings.HasPrefix(href, "#") && r.footnoteLink(id) {
		return rendered
	}
	address, ok := r.address(href)
	if !ok {
		return inside
	}
	r.pushLink(address, r.doc.Value(id, dom.AttrTitle))
	return inside | endsLink
}

// endLink ends the link that is open. One that shows nothing still leads somewhere, unless it is but a place in this page.
func (r *Renderer) endLink() {
	f := r.formats[len(r.formats)-1]
	r.pop(f.place == len(r.w.out) && !strings.HasPrefix(r.links[f.ref].address, "#"))
}

func (r *Renderer) pushLink(address, title string) {
	r.push(format{kind: linkFormat, ref: int32(len(r.links))})
	r.links = append(r.links, link{address: address, title: title})
}

// writeLinkOpen begins a link, and gives the index of the token to go on with.
func (r *Renderer) writeLinkOpen(i int) int {
	if r.isAutolink(i) {
		t := r.run.tokens[i+1]
		r.w.text("<")
		r.w.out = append(r.w.out, r.run.text[t.start:t.end]...)
		r.w.text(">")
		return i + 3
	}
	r.run.escape.enterLink(r, i)
	r.w.text("[")
	r.run.escape.linkStart = len(r.w.out)
	if t := r.run.tokens[i+1]; t.kind == textToken && r.run.text[t.start] == '^' && r.isFootnoteLabel(r.run.text[t.start+1:t.end]) {
		r.w.text(`\`)
	}
	return i + 1
}

func (r *Renderer) writeLinkClose(i int) {
	l := r.links[r.run.tokens[i].ref]
	r.run.escape.leaveLink()
	if r.settings.LinkReferenced {
		r.writeReference(l, i)
		return
	}
	r.w.text("](")
	r.w.out = appendDestination(r.w.out, l.address)
	r.w.out = appendTitle(r.w.out, l.title)
	r.w.text(")")
}

// isAutolink tells of a link whose text is its address.
// https://spec.commonmark.org/0.31.2/#autolinks
func (r *Renderer) isAutolink(i int) bool {
	l := r.links[r.run.tokens[i].ref]
	if l.title != "" || i+2 >= len(r.run.tokens) {
		return false
	}
	t := r.run.tokens[i+1]
	if t.kind != textToken || r.run.tokens[i+2].kind != closeToken {
		return false
	}
	text := r.run.text[t.start:t.end]
	if string(text) == l.address {
		return isAutolinkURL(l.address)
	}
	const mailto = "mailto:"
	return len(l.address) == len(mailto)+len(text) && l.address[:len(mailto)] == mailto &&
		string(text) == l.address[len(mailto):] && isAutolinkEmail(l.address[len(mailto):])
}

func isAutolinkURL(s string) bool {
	scheme := schemeOf(s)
	if len(scheme) < 2 || len(scheme) > 32 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c == '<' || c == '>' || c == 0x7f {
			return false
		}
	}
	return true
}

func isAutolinkEmail(s string) bool {
	local, domain, ok := strings.Cut(s, "@")
	if !ok || local == "" || domain == "" || len(domain) > 253 {
		return false
	}
	for label := range strings.SplitSeq(domain, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		if !all(label, func(b byte) bool { return isAlnum(b) || b == '-' }) {
			return false
		}
	}
	return all(local, func(b byte) bool { return isAlnum(b) || strings.IndexByte(".!#$%&'*+/=?^_{|}~-", b) >= 0 })
}
