package markdown

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/weburl"
)

// address makes the address that an attribute holds ready for use, and tells whether it may be used at all.
func (r *Renderer) address(value string) (string, bool) {
	odd := oddInAddress.In(value)
	if odd {
		value = weburl.Clean(value)
	}
	return r.cleanedAddress(value, odd)
}

// cleanedAddress is address for a value that was odd, and has been cleaned, or was not.
func (r *Renderer) cleanedAddress(value string, odd bool) (string, bool) {
	if r.base == nil && !odd && value != "" && !ascii.IsLetter(value[0]) {
		return value, true // It is relative, and stays so.
	}
	scheme := weburl.Scheme(value)
	if odd && (scheme == "" || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")) {
		value = weburl.ForwardSlashes(value)
	}
	if scheme == "" && r.base != nil {
		value = weburl.Resolve(r.base, value)
		scheme = weburl.Scheme(value)
	}
	return value, r.settings.KeepUnsafeLinks || !weburl.IsActive(scheme)
}
