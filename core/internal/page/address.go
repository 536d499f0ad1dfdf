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
	isDirty := dirty.In(value)
	if isDirty {
		value = weburl.Clean(value)
	}
	return p.ResolveAddress(value, isDirty)
}

// ResolveAddress resolves an address, and reports whether it may be used; cleaned says that Clean may have changed it.
func (p *Page) ResolveAddress(value string, cleaned bool) (string, bool) {
	if p.options.Clean.Tracking {
		value = withoutTracking(value)
	}
	if p.base == nil && !cleaned && value != "" && !ascii.IsLetter(value[0]) {
		return value, true // It is relative, and stays so.
	}
	scheme := weburl.Scheme(value)
	if cleaned && (scheme == "" || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")) {
		value = weburl.ForwardSlashes(value)
	}
	if scheme == "" && p.base != nil {
		value = weburl.Resolve(p.base, value)
		scheme = weburl.Scheme(value)
	}
	return value, p.options.KeepUnsafeLinks || !weburl.IsActive(scheme)
}
