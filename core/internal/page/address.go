package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/weburl"
)

const controls = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\v\f\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f"

var (
	// dirty are the bytes that an address may have to be cleaned of.
	dirty = ascii.SetOf(controls + ` \` + weburl.LeadsSpace)
	// dirtyInSource are these, and that of references.
	dirtyInSource = ascii.SetOf(controls + ` \&` + weburl.LeadsSpace)
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
