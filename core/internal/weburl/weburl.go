// Package weburl reads the addresses in the attributes of a document, as the URL Standard (https://url.spec.whatwg.org/) says,
// and resolves the relative ones.
package weburl

import (
	"net/url"
	"strings"

	"tidemark/core/internal/dom"
)

// Clean takes away what the URL Standard takes away before it parses: spaces and controls at the ends, tabs and line ends
// anywhere.
func Clean(address string) string {
	address = strings.TrimFunc(address, func(c rune) bool { return c <= ' ' })
	if strings.IndexByte(address, '\t') >= 0 || strings.IndexByte(address, '\n') >= 0 || strings.IndexByte(address, '\r') >= 0 {
		address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address)
	}
	return address
}

// ForwardSlashes writes the backslashes of a path as browsers read them.
func ForwardSlashes(address string) string {
	path := len(address)
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		path = i
	}
	return strings.ReplaceAll(address[:path], `\`, "/") + address[path:]
}

// Scheme gives the scheme of an absolute URL, or nothing.
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

// Base is what the relative addresses of a document are relative to: its <base href>, itself relative to setting. Both may be
// nil.
func Base(doc *dom.Document, setting *url.URL) *url.URL {
	element := doc.Find(doc.Find(dom.Root, dom.TagHead), dom.TagBase)
	if element == 0 {
		return setting
	}
	href, err := url.Parse(Clean(strings.Clone(doc.Value(element, dom.AttrHref)))) // It outlives what a stream keeps of the document.
	if err != nil {
		return setting
	}
	if setting != nil {
		href = setting.ResolveReference(href)
	}
	if !href.IsAbs() || href.Opaque != "" {
		return setting
	}
	return href
}

// Resolve makes a relative address absolute, if it is known relative to what. A mere fragment stays: what it points to is in
// the Markdown too.
func Resolve(base *url.URL, address string) string {
	if base == nil || strings.HasPrefix(address, "#") {
		return address
	}
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return base.ResolveReference(u).String()
}
