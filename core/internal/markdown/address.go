package markdown

import (
	"net/url"
	"strings"

	"tidemark/core/internal/dom"
)

// address makes the address that an attribute holds ready for use, and tells whether it may be used at all.
func (r *Renderer) address(value string) (string, bool) {
	odd := oddInAddress.In(value)
	if odd {
		value = cleanAddress(value)
	}
	return r.cleanedAddress(value, odd)
}

// cleanedAddress is address for a value that was odd, and has been cleaned, or was not.
func (r *Renderer) cleanedAddress(value string, odd bool) (string, bool) {
	if r.base == nil && !odd && value != "" && !isLetter(value[0]) {
		return value, true // It is relative, and stays so.
	}
	switch scheme := schemeOf(value); {
	case scheme == "", scheme == "https", strings.EqualFold(scheme, "http"), strings.EqualFold(scheme, "https"):
		if odd {
			value = forwardSlashes(value)
		}
		if scheme == "" {
			value = r.resolve(value)
		}
		return value, true
	case r.settings.KeepUnsafeLinks:
		return value, true
	default:
		return value, !strings.EqualFold(scheme, "javascript") && !strings.EqualFold(scheme, "vbscript") && !strings.EqualFold(scheme, "data")
	}
}

// cleanAddress takes away what the URL Standard takes away before it parses: spaces and controls at the ends, tabs and line
// ends anywhere.
func cleanAddress(s string) string {
	s = strings.TrimFunc(s, func(c rune) bool { return c <= ' ' })
	if strings.ContainsAny(s, "\t\n\r") {
		s = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(s)
	}
	return s
}

// forwardSlashes writes the backslashes of a path as browsers read them.
func forwardSlashes(address string) string {
	path := len(address)
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		path = i
	}
	return strings.ReplaceAll(address[:path], `\`, "/") + address[path:]
}

// schemeOf gives the scheme of an absolute URL, or nothing.
func schemeOf(s string) string {
	for i := range len(s) {
		switch c := s[i]; {
		case c == ':' && i > 0:
			return s[:i]
		case isLetter(c):
		case i > 0 && (isDigit(c) || c == '+' || c == '-' || c == '.'):
		default:
			return ""
		}
	}
	return ""
}

// baseURL is what relative addresses are relative to: <base href>, itself relative to the setting.
func (r *Renderer) baseURL() *url.URL {
	base := r.settings.BaseURL
	element := r.doc.Find(r.doc.Find(dom.Root, dom.TagHead), dom.TagBase)
	if element == 0 {
		return base
	}
	href, err := url.Parse(cleanAddress(r.doc.Value(element, dom.AttrHref)))
	if err != nil {
		return base
	}
	if base != nil {
		href = base.ResolveReference(href)
	}
	if !href.IsAbs() || href.Opaque != "" {
		return base
	}
	return href
}

// resolve makes a relative address absolute, if it is known relative to what. A mere fragment stays: what it points to is in
// the Markdown too.
func (r *Renderer) resolve(address string) string {
	if r.base == nil || strings.HasPrefix(address, "#") {
		return address
	}
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return r.base.ResolveReference(u).String()
}
