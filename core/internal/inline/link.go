package inline

import (
	"strings"

	"tidemark/core/internal/ascii"
)

// Link is where a link goes.
type Link struct {
	Address, Title string
	// What is plain has none of [DestinationSpecials] or [TitleSpecials], and is written as it is.
	PlainAddress, PlainTitle bool
	Referenced               bool  // it refers to where it goes, whatever the options say
	Ref                      int32 // what others know it by: see Mark
}

// links are links by their index. They lie in parts, since to grow one slice of a million would copy it.
type links struct {
	parts [][]Link
	count int32
}

const linksInPart = 1 << 10

// ofLink is how many bytes a link takes in its part, and ofAddress about how many an address takes that had to be resolved.
const (
	ofLink    = 40
	ofAddress = 64
)

func (s *links) room() int { return int(s.count)*ofAddress + len(s.parts)*linksInPart*ofLink }

// DropLinks lets go of all links. None must be open.
func (w *Writer) DropLinks() { w.links.drop() }

func (s *links) at(i int32) *Link {
	n := uint32(i) // To divide it takes one instruction.
	return &s.parts[n/linksInPart][n%linksInPart]
}

// push adds a link, and returns its index.
func (s *links) push(l *Link) int32 {
	i := s.count
	n := int(uint32(i) / linksInPart)
	if n == len(s.parts) {
		s.parts = append(s.parts, nil)
	}
	part := &s.parts[n]
	*part = append(*part, *l)
	s.count++
	return i
}

// drop lets go of all links.
func (s *links) drop() {
	for i := 0; i < len(s.parts) && len(s.parts[i]) > 0; i++ {
		clear(s.parts[i])
		s.parts[i] = s.parts[i][:0]
	}
	s.count = 0
}

// writeLinkOpen begins a link, and returns the index of the last token that it has written.
func (w *Writer) writeLinkOpen(i int) int {
	if w.Marks != nil {
		w.Marks.begin(LinkMark, w.links.at(w.tokens[i].link()).Ref, len(w.out))
	}
	if w.isAutolink(i) {
		t := w.tokens[i+1]
		w.write("<")
		w.out = append(w.out, w.text[t.start:t.end]...)
		w.write(">")
		if w.Marks != nil {
			w.Marks.end(len(w.out))
		}
		return i + 2
	}
	w.escape.enterLink(w, i)
	w.write("[")
	w.escape.linkStart = len(w.out)
	if t := &w.tokens[i+1]; t.kind == textToken && w.text[t.start] == '^' && w.isFootnoteLabel(w.text[t.start+1:t.end]) {
		w.write(`\`)
	}
	return i
}

func (w *Writer) writeLinkClose(i int) {
	l := w.links.at(w.tokens[i].link())
	w.escape.leaveLink()
	if w.options.LinkReferenced || l.Referenced {
		w.writeReference(target{address: l.Address, title: l.Title}, i)
		return
	}
	out := append(w.out, "]("...)
	start := len(out)
	if l.PlainAddress {
		out = append(out, l.Address...)
	} else {
		out = appendDestination(out, l.Address)
	}
	switch {
	case l.Title == "":
	case l.PlainTitle:
		out = append(out, ` "`...)
		out = append(out, l.Title...)
		out = append(out, '"')
	default:
		out = appendTitle(out, l.Title)
	}
	w.out = out
	if w.formatted {
		w.escapeTarget(start)
	}
	w.write(")")
}

// isAutolink reports whether token i opens a link whose text is its address.
// https://spec.commonmark.org/0.31.2/#autolinks
func (w *Writer) isAutolink(i int) bool {
	l := w.links.at(w.tokens[i].link())
	if l.Title != "" || i+2 >= len(w.tokens) {
		return false
	}
	t := &w.tokens[i+1]
	if t.kind != textToken || w.tokens[i+2].kind != closeToken {
		return false
	}
	text := w.text[t.start:t.end]
	if string(text) == l.Address {
		return isAutolinkURL(l.Address)
	}
	const mailto = "mailto:"
	return len(l.Address) == len(mailto)+len(text) && l.Address[:len(mailto)] == mailto &&
		string(text) == l.Address[len(mailto):] && isAutolinkEmail(l.Address[len(mailto):])
}

func isAutolinkURL(s string) bool {
	if n := schemeLength(s); n < 2 || n > 32 {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c <= ' ', c == '<', c == '>', c == 0x7f:
			return false
		case c == '&' && IsEntity(s[i:]): // Some readers decode it.
			return false
		}
	}
	return true
}

// schemeLength is the length of the scheme that an absolute URI begins with, or 0.
// https://spec.commonmark.org/0.31.2/#scheme
func schemeLength(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c == ':':
			return i
		case ascii.IsLetter(c):
		case i > 0 && (ascii.IsDigit(c) || c == '+' || c == '-' || c == '.'):
		default:
			return 0
		}
	}
	return 0
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
