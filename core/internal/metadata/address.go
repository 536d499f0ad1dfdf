package metadata

import (
	"strings"

	"tidemark/core/internal/weburl"
)

// webAddress makes an address absolute where that can be done, and gives nothing for one that is not of the web.
func (r *reader) webAddress(address string) string {
	address = weburl.Clean(address)
	if weburl.Scheme(address) == "" && address != "" {
		address = weburl.Resolve(r.base, address)
	}
	switch strings.ToLower(weburl.Scheme(address)) {
	case "", "http", "https":
		return address
	default:
		return ""
	}
}

// isAddress reports whether a text is an address instead of words.
func isAddress(text string) bool {
	return strings.Contains(text, "://") || strings.HasPrefix(text, "www.") || strings.HasPrefix(text, "//") || strings.HasPrefix(text, "/") && !strings.Contains(text, " ")
}

// isHost reports whether a text is the name of a host.
func isHost(text string) bool {
	i := strings.LastIndexByte(text, '.')
	if i < 1 || strings.Contains(text, " ") {
		return false
	}
	switch text[i+1:] {
	case "com", "org", "net", "de", "at", "ch", "fr", "it", "es", "nl", "uk", "io", "cn", "ru", "pl", "info", "eu", "be", "se", "dk", "fi", "jp", "br":
		return true
	}
	return false
}
