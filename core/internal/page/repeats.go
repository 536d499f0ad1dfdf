package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tidemark/core/internal/dom"
)

// Repeats reports whether what an element says in an attribute is said by its text too, as far as letters and digits go.
func (p *Page) Repeats(id dom.ID, said string) bool {
	letters := 0
	for c := p.doc.Following(id, id); c != 0; c = p.doc.Following(c, id) {
		p.step()
		if n := p.doc.Node(c); n.Kind != dom.KindText {
			continue
		}
		for _, r := range p.doc.Text(c) {
			if !isWordRune(r) {
				continue
			}
			var ok bool
			if said, ok = cutRune(said, unicode.ToLower(r)); !ok {
				return false
			}
			letters++
		}
	}
	return letters > 0 && !strings.ContainsFunc(said, isWordRune)
}

// Same reports whether two texts are the same as far as letters and digits go.
func Same(a, b string) bool {
	for _, r := range a {
		if isWordRune(r) {
			var ok bool
			if b, ok = cutRune(b, unicode.ToLower(r)); !ok {
				return false
			}
		}
	}
	return !strings.ContainsFunc(b, isWordRune)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// cutRune takes a letter off the beginning of a text, past what is none.
func cutRune(text string, letter rune) (rest string, ok bool) {
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		if isWordRune(r) {
			return text, unicode.ToLower(r) == letter
		}
	}
	return "", false
}

// LeadsHere reports whether an address leads to a place in the document itself.
func (p *Page) LeadsHere(href string) bool {
	if strings.HasPrefix(href, "#") {
		return true
	}
	at := strings.IndexByte(href, '#')
	if at < 0 || p.base == nil {
		return false
	}
	address, ok := p.Address(href)
	place := p.base.String()
	if end := strings.IndexByte(place, '#'); end >= 0 {
		place = place[:end]
	}
	at = strings.IndexByte(address, '#')
	return ok && at >= 0 && address[:at] == place
}
