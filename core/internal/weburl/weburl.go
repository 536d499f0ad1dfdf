// Package weburl reads the addresses in the attributes of a document, as the URL Standard (https://url.spec.whatwg.org/) says,
// and resolves the relative ones.
package weburl

import (
	"net/url"
	"strings"
	"unicode"

	"tidemark/core/internal/dom"
)

// Clean takes away what the URL Standard takes away before it parses: spaces and controls at the ends, tabs and line ends
// anywhere. Other white space is percent-encoded, as the standard does later: some readers of Markdown would trim it, and see a
// scheme where browsers see none.
func Clean(address string) string {
	if isClean(address) {
		return address
	}
	address = strings.TrimFunc(address, func(c rune) bool { return c <= ' ' })
	if strings.IndexByte(address, '\t') >= 0 || strings.IndexByte(address, '\n') >= 0 || strings.IndexByte(address, '\r') >= 0 {
		address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address)
	}
	if strings.ContainsFunc(address, isUnicodeSpace) {
		address = encodeSpaces(address)
	}
	return address
}

// isClean reports, of nearly all addresses, that there is nothing of that in them.
func isClean(address string) bool {
	for i := range len(address) {
		if c := address[i]; c <= ' ' || c >= 0x7f {
			return false
		}
	}
	return true
}

func encodeSpaces(address string) string {
	var out strings.Builder
	for _, c := range address {
		if isUnicodeSpace(c) {
			out.WriteString(url.PathEscape(string(c)))
		} else {
			out.WriteRune(c)
		}
	}
	return out.String()
}

// isUnicodeSpace reports whether a character beyond the space is one that some program or other takes for white space, or for nothing.
func isUnicodeSpace(c rune) bool {
	switch {
	case c < 0x7f:
		return false
	case c <= 0x9f, 0x200b <= c && c <= 0x200f, c == 0x180e, c == 0x2060, c == 0xfeff:
		return true
	}
	return unicode.IsSpace(c)
}

// LeadsSpace are the first bytes of the characters that Clean percent-encodes, in UTF-8.
const LeadsSpace = "\x7f\xc2\xe1\xe2\xe3\xef"

// ForwardSlashes writes the backslashes of a path as browsers read them.
func ForwardSlashes(address string) string {
	if strings.IndexByte(address, '\\') < 0 {
		return address
	}
	path := len(address)
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		path = i
	}
	return strings.ReplaceAll(address[:path], `\`, "/") + address[path:]
}

// Scheme returns the scheme of an absolute URL, or nothing.
func Scheme(address string) string {
	for i := range len(address) {
		switch c := address[i]; {
		case c == ':' && i > 0:
			return address[:i]
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return ""
		}
	}
	return ""
}

// CleanScheme returns the scheme that an address has when it is cleaned, or nothing.
func CleanScheme(address string) string {
	for i := range len(address) {
		switch c := address[i]; {
		case c == ':':
			return Scheme(Clean(address[:i+1]))
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9', c == '+', c == '-', c == '.', c <= ' ':
		default:
			return ""
		}
	}
	return ""
}

// IsActive reports whether addresses of a scheme hold what they lead to, a program perhaps.
func IsActive(scheme string) bool {
	return strings.EqualFold(scheme, "javascript") || strings.EqualFold(scheme, "vbscript") || strings.EqualFold(scheme, "data")
}

// Base is what the relative addresses of a document are relative to: the first <base href> in its head, itself relative to
// setting. One with an active scheme is none. Both may be nil.
// https://html.spec.whatwg.org/multipage/semantics.html#set-the-frozen-base-url
func Base(doc *dom.Document, setting *url.URL) *url.URL {
	element := doc.Find(doc.Find(dom.Root, dom.TagHead), dom.TagBase)
	for element != 0 && !(doc.Is(element, dom.TagBase) && doc.Has(element, dom.AttrHref)) {
		element = doc.Node(element).Next
	}
	if element == 0 {
		return setting
	}
	// It outlives what a stream keeps of the document.
	href, err := url.Parse(ForwardSlashes(Clean(strings.Clone(doc.Value(element, dom.AttrHref)))))
	if err != nil {
		return setting
	}
	if setting != nil {
		href = setting.ResolveReference(href)
	}
	if !href.IsAbs() || href.Opaque != "" || IsActive(href.Scheme) {
		return setting
	}
	return href
}
