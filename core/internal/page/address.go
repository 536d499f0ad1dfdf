package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/weburl"
)

var (
	// dirty are the bytes that an address may have to be cleaned of.
	dirty = ascii.SetOf(ascii.ControlsAndSpace + `\` + weburl.LeadsSpace)
	// dirtyInSource are these, and that of references.
	dirtyInSource = ascii.SetOf(ascii.ControlsAndSpace + `\&` + weburl.LeadsSpace)
)

// Address makes the address that an attribute holds ready for use, and reports whether it may be used at all.
func (p *Page) Address(value string) (string, bool) {
	odd := dirty.In(value)
	if odd {
		value = weburl.Clean(value)
	}
	return p.ResolveAddress(value, odd)
}

// ResolveAddress is address for a value that was odd, and has been cleaned, or was not.
func (p *Page) ResolveAddress(value string, odd bool) (string, bool) {
	if p.base == nil && !odd && value != "" && !ascii.IsLetter(value[0]) {
		return value, true // It is relative, and stays so.
	}
	scheme := weburl.Scheme(value)
	if odd && (scheme == "" || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")) {
		value = weburl.ForwardSlashes(value)
	}
	if scheme == "" && p.base != nil {
		value = weburl.Resolve(p.base, value)
		scheme = weburl.Scheme(value)
	}
	return value, p.options.KeepUnsafeLinks || !weburl.IsActive(scheme)
}
