package markdown

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/weburl"
)

// link is where a link goes.
type link struct {
	address, title string
}

// shownLink is a link in the document. What is plain is to be written as it is.
type shownLink struct {
	link
	plainAddress, plainTitle bool
}

// shownLinks are links by their index. They lie in parts, since to grow one slice of a million would copy it.
type shownLinks struct {
	parts [][]shownLink
	count int32
}

const linksInPart = 1 << 10

func (s *shownLinks) at(i int32) *shownLink { return &s.parts[i/linksInPart][i%linksInPart] }

// push adds a link, and gives its index.
func (s *shownLinks) push(l shownLink) int32 {
	i := s.count
	if part := int(i / linksInPart); part == len(s.parts) {
		s.parts = append(s.parts, nil)
	}
	part := &s.parts[i/linksInPart]
	*part = append(*part, l)
	s.count++
	return i
}

// drop lets go of all links.
func (s *shownLinks) drop() {
	for i := 0; i < len(s.parts) && len(s.parts[i]) > 0; i++ {
		clear(s.parts[i])
		s.parts[i] = s.parts[i][:0]
	}
	s.count = 0
}

// link renders <a>. Without an address that may be used it says nothing.
func (r *Renderer) link(id dom.ID) leaving {
	href, isPlain := r.doc.Plain(id, dom.AttrHref, &oddInDestination)
	if !isPlain {
		var ok bool
		if href, ok = r.doc.Attr(id, dom.AttrHref); !ok {
			return inside
		}
	}
	if r.settings.Footnotes && strings.HasPrefix(href, "#") && r.footnoteLink(id) {
		return rendered
	}
	address, ok := href, false
	if isPlain {
		address, ok = r.page.ResolveAddress(href, false)
	} else {
		address, ok = r.page.Address(href)
	}
	if !ok {
		return inside
	}
	l := shownLink{link: link{address: address}, plainAddress: isPlain && !r.page.HasBase() && address != ""}
	l.title, l.plainTitle = r.title(id)
	r.pushLink(l)
	return inside | endsLink
}

// endLink ends the link that is open. One that shows nothing still leads somewhere, unless it is but a place in this page.
func (r *Renderer) endLink() {
	f := r.formats[len(r.formats)-1]
	r.pop(f.place == int32(len(r.w.out)) && !strings.HasPrefix(r.links.at(f.ref).address, "#"))
}

// title gives the title of an element, empty where there is none, and whether it is to be written as it is.
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
func (r *Renderer) linkTo(address string, id dom.ID) shownLink {
	title, _ := r.title(id)
	return shownLink{link: link{address: address, title: title}}
}

func (r *Renderer) pushLink(l shownLink) {
	r.push(format{kind: linkFormat, ref: r.links.push(l)})
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
	if t := &r.run.tokens[i+1]; t.kind == textToken && r.run.text[t.start] == '^' && r.page.IsFootnoteLabel(r.run.text[t.start+1:t.end]) {
		r.w.text(`\`)
	}
	return i + 1
}

func (r *Renderer) writeLinkClose(i int) {
	l := r.links.at(r.run.tokens[i].ref)
	r.run.escape.leaveLink()
	if r.settings.LinkReferenced {
		r.writeReference(l.link, i)
		return
	}
	out := append(r.w.out, "]("...)
	start := len(out)
	if l.plainAddress {
		out = append(out, l.address...)
	} else {
		out = appendDestination(out, l.address)
	}
	switch {
	case l.title == "":
	case l.plainTitle:
		out = append(out, ` "`...)
		out = append(out, l.title...)
		out = append(out, '"')
	default:
		out = appendTitle(out, l.title)
	}
	r.w.out = out
	if r.run.formatted {
		r.escapeTarget(start)
	}
	r.w.text(")")
}

// isAutolink tells of a link whose text is its address.
// https://spec.commonmark.org/0.31.2/#autolinks
func (r *Renderer) isAutolink(i int) bool {
	l := r.links.at(r.run.tokens[i].ref)
	if l.title != "" || i+2 >= len(r.run.tokens) {
		return false
	}
	t := &r.run.tokens[i+1]
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
	scheme := weburl.Scheme(s)
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
		if !all(label, func(b byte) bool { return ascii.IsAlnum(b) || b == '-' }) {
			return false
		}
	}
	return all(local, func(b byte) bool { return ascii.IsAlnum(b) || strings.IndexByte(".!#$%&'*+/=?^_{|}~-", b) >= 0 })
}
